/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-view.h"

G_BEGIN_DECLS

/**
 * PlnIcalParameter:
 * @name: upper case
 * @values: (array zero-terminated=1): without quotes, RFC 6868 undone
 */
typedef struct
{
  char  *name;
  char **values;
} PlnIcalParameter;

/**
 * PlnIcalLine:
 * @name: the property's name, upper case
 * @parameters: (element-type PlnIcalParameter): in the order of the text
 * @value: as it stands in the text, unfolded, not unescaped
 *
 * One content line (RFC 5545, 3.1), taken apart. Plain data.
 */
typedef struct
{
  char      *name;
  GPtrArray *parameters;
  char      *value;
} PlnIcalLine;

PlnIcalLine *pln_ical_line_new                (const char         *name,
                                               const char         *value);
PlnIcalLine *pln_ical_line_new_text           (const char         *name,
                                               const char         *text);
PlnIcalLine *pln_ical_line_new_list           (const char         *name,
                                               const char *const  *texts);
PlnIcalLine *pln_ical_line_new_from_view      (const PlnIcalView  *view);
PlnIcalLine *pln_ical_line_copy               (const PlnIcalLine  *line);
void         pln_ical_line_free               (PlnIcalLine        *line);

PlnIcalLine *pln_ical_line_parse              (const char         *unfolded,
                                               gsize               length,
                                               GError            **error);
char        *pln_ical_line_write              (const PlnIcalLine  *line,
                                               GError            **error);
char        *pln_ical_line_write_unfolded     (const PlnIcalLine  *line,
                                               GError            **error);
gboolean     pln_ical_line_append_parameter   (GString            *unfolded,
                                               const char         *line_name,
                                               const char         *parameter,
                                               const char *const  *values,
                                               GError            **error);

const char  *pln_ical_line_get_parameter      (const PlnIcalLine  *line,
                                               const char         *name);
void         pln_ical_line_set_parameter      (PlnIcalLine        *line,
                                               const char         *name,
                                               const char         *value);
void         pln_ical_line_set_parameter_list (PlnIcalLine        *line,
                                               const char         *name,
                                               const char *const  *values);
char        *pln_ical_line_get_text           (const PlnIcalLine  *line);
char       **pln_ical_line_get_list           (const PlnIcalLine  *line);

char        *pln_ical_escape                  (const char         *text);
char        *pln_ical_unescape                (const char         *value,
                                               gssize              length);
char        *pln_ical_address_key             (const char         *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnIcalLine, pln_ical_line_free)

G_END_DECLS
