/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-programme.h"

G_BEGIN_DECLS

/* Its name only: who draws brings the type. */
typedef struct _cairo cairo_t;

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

/**
 * PlnProgrammePages:
 *
 * The pages of a programme. For one thread.
 */
typedef struct _PlnProgrammePages PlnProgrammePages;

PlnProgrammePages *pln_programme_pages_new     (const PlnProgramme *programme,
                                                PlnProgrammeLayout  layout,
                                                double              width,
                                                double              height);
void               pln_programme_pages_free    (PlnProgrammePages  *pages);
guint              pln_programme_pages_get_n   (PlnProgrammePages  *pages);
void               pln_programme_pages_draw    (PlnProgrammePages  *pages,
                                                cairo_t            *cr,
                                                guint               page);
gboolean           pln_programme_pages_check   (PlnProgrammePages  *pages,
                                                char              **fault);

GBytes            *pln_programme_print_list    (const PlnProgramme *programme,
                                                const char         *address);
GBytes            *pln_programme_print_days    (const PlnProgramme *programme,
                                                const char         *address);
GBytes            *pln_programme_print_rooms   (const PlnProgramme *programme,
                                                const char         *address);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnProgrammePages, pln_programme_pages_free)

G_END_DECLS
