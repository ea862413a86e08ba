/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-text.h"

G_BEGIN_DECLS

char     *pln_ical_meaning_of_parameter (const PlnIcalLine      *line,
                                         const PlnIcalParameter *parameter) G_GNUC_WARN_UNUSED_RESULT;
char     *pln_ical_meaning_of_line      (const PlnIcalLine      *line) G_GNUC_WARN_UNUSED_RESULT;
char     *pln_ical_meaning_of_span      (PlnIcalText            *text,
                                         const PlnIcalSpan      *span) G_GNUC_WARN_UNUSED_RESULT;
char     *pln_ical_meaning_of_part      (PlnIcalText            *text,
                                         guint                   part) G_GNUC_WARN_UNUSED_RESULT;
gboolean  pln_ical_meaning_is_list      (const char             *name);

G_END_DECLS
