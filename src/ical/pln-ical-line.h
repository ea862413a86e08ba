/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-error.h"

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

PlnIcalLine *pln_ical_line_new           (const char         *name,
                                          const char         *value);      /* the value as it shall stand */
PlnIcalLine *pln_ical_line_new_text      (const char         *name,
                                          const char         *text);       /* escapes (3.3.11) */
PlnIcalLine *pln_ical_line_new_list      (const char         *name,
                                          const char *const  *texts);      /* CATEGORIES: escapes each */
PlnIcalLine *pln_ical_line_copy          (const PlnIcalLine  *line);
void         pln_ical_line_free          (PlnIcalLine        *line);

PlnIcalLine *pln_ical_line_parse         (const char         *unfolded,
                                          gsize               length,
                                          GError            **error);
char        *pln_ical_line_write         (const PlnIcalLine  *line,
                                          GError            **error);      /* folded at 75 octets, CRLF; REFUSED if it holds control characters */

const char  *pln_ical_line_get_parameter (const PlnIcalLine  *line,
                                          const char         *name);       /* first value, or NULL */
void         pln_ical_line_set_parameter (PlnIcalLine        *line,
                                          const char         *name,
                                          const char         *value);      /* NULL removes it */
void         pln_ical_line_set_parameter_list (PlnIcalLine       *line,
                                               const char        *name,
                                               const char *const *values);
char        *pln_ical_line_get_text      (const PlnIcalLine  *line);       /* unescaped; a bare , or ; is itself */
char       **pln_ical_line_get_list      (const PlnIcalLine  *line);       /* split at bare commas, unescaped */

char        *pln_ical_escape             (const char         *text);
char        *pln_ical_unescape           (const char         *value,
                                          gssize              length);
char        *pln_ical_address_key        (const char         *value);      /* "mailto:%41da@X.org" → "ada@x.org" */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnIcalLine, pln_ical_line_free)

G_END_DECLS
