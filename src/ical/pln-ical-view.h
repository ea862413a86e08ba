/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-error.h"

G_BEGIN_DECLS

/**
 * PlnIcalSlice:
 * @at: (nullable): its first byte; it does not end in NUL
 * @length: its size, in bytes
 *
 * Some bytes of a line.
 */
typedef struct
{
  const char *at;
  gsize       length;
} PlnIcalSlice;

/**
 * PlnIcalView:
 * @name: the property's name, in any case
 * @parameters: from the first `;` up to the `:`, may be empty
 * @value: what follows the `:`
 *
 * A content line that is looked at where it lies, without a copy. The bytes
 * are as they were read: not checked for UTF-8, quoted, escaped.
 */
typedef struct
{
  PlnIcalSlice name;
  PlnIcalSlice parameters;
  PlnIcalSlice value;
} PlnIcalView;

gboolean  pln_ical_view_init           (PlnIcalView         *view,
                                        const char          *unfolded,
                                        gsize                length,
                                        GError             **error);
gboolean  pln_ical_view_next           (const PlnIcalView   *view,
                                        PlnIcalSlice        *rest,
                                        PlnIcalSlice        *name,
                                        PlnIcalSlice        *values);
gboolean  pln_ical_view_find           (const PlnIcalView   *view,
                                        const char          *parameter,
                                        PlnIcalSlice        *value);
char     *pln_ical_view_dup_parameter  (const PlnIcalView   *view,
                                        const char          *parameter);
char     *pln_ical_view_dup_value      (const PlnIcalView   *view);
char     *pln_ical_view_dup_text       (const PlnIcalView   *view);

gboolean  pln_ical_slice_is            (const PlnIcalSlice  *slice,
                                        const char          *text);
char     *pln_ical_slice_dup           (const PlnIcalSlice  *slice);
gboolean  pln_ical_values_next         (PlnIcalSlice        *values,
                                        PlnIcalSlice        *value);
char     *pln_ical_values_decode       (const PlnIcalSlice  *value);

G_END_DECLS
