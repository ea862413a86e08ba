/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-print-page.h"
#include "pln-programme.h"

G_BEGIN_DECLS

/* The three ways to put a programme on paper. Each adds its pages and leaves
 * the last line of each free. */
void   pln_print_days       (PlnPrint               *print,
                             const PlnProgramme     *programme);
void   pln_print_rooms      (PlnPrint               *print,
                             const PlnProgramme     *programme);
void   pln_print_list       (PlnPrint               *print,
                             const PlnProgramme     *programme);

/* What they share. */
char  *pln_print_times_of   (const PlnProgrammeItem *item) G_GNUC_WARN_UNUSED_RESULT;
char  *pln_print_people_of  (const PlnProgrammeItem *item) G_GNUC_WARN_UNUSED_RESULT;
char  *pln_print_colour_of  (const PlnProgramme     *programme,
                             const PlnProgrammeItem *item) G_GNUC_WARN_UNUSED_RESULT;
void   pln_print_strike     (PangoLayout            *text);
void   pln_print_programme_feet (PlnPrint           *print,
                             const PlnProgramme     *programme);

G_END_DECLS
