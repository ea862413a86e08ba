/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnMarkup:
 *
 * Writes XML, or HTML that is also well-formed XML. Whatever texts and values
 * it is given: they are never read as markup.
 */
typedef struct _PlnMarkup PlnMarkup;

PlnMarkup *pln_markup_new     (const char *head,
                               gboolean    is_indented);
void       pln_markup_begin   (PlnMarkup  *markup,
                               const char *element,
                               ...) G_GNUC_NULL_TERMINATED;
void       pln_markup_end     (PlnMarkup  *markup);
void       pln_markup_text    (PlnMarkup  *markup,
                               const char *text);
void       pln_markup_raw     (PlnMarkup  *markup,
                               const char *text);
void       pln_markup_element (PlnMarkup  *markup,
                               const char *element,
                               const char *text,
                               ...) G_GNUC_NULL_TERMINATED;
void       pln_markup_empty   (PlnMarkup  *markup,
                               const char *element,
                               ...) G_GNUC_NULL_TERMINATED;
GBytes    *pln_markup_finish  (PlnMarkup  *markup) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
