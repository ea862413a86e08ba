/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-pages.h"
#include "pln-programme.h"

G_BEGIN_DECLS

/**
 * PlnProgrammeLayout:
 * @PLN_PROGRAMME_LIST: the whole, as a list by day
 * @PLN_PROGRAMME_DAYS: by day: rooms and time, on wide pages
 * @PLN_PROGRAMME_ROOMS: by room, for the door
 *
 * How a programme is put on paper.
 */
typedef enum
{
  PLN_PROGRAMME_LIST,
  PLN_PROGRAMME_DAYS,
  PLN_PROGRAMME_ROOMS,
} PlnProgrammeLayout;

PlnPages *pln_programme_pages_new   (const PlnProgramme *programme,
                                     PlnProgrammeLayout  layout,
                                     double              width,
                                     double              height);

GBytes   *pln_programme_print_list  (const PlnProgramme *programme,
                                     const char         *address);
GBytes   *pln_programme_print_days  (const PlnProgramme *programme,
                                     const char         *address);
GBytes   *pln_programme_print_rooms (const PlnProgramme *programme,
                                     const char         *address);

G_END_DECLS
