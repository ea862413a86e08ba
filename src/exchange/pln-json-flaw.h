/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnJsonFlaw:
 * @PLN_JSON_SOUND: strings and brackets are as they may be
 * @PLN_JSON_BROKEN: something stands where nothing like it may
 * @PLN_JSON_DEEP: brackets are nested too deep
 *
 * What keeps a text from being given to json-glib, which reads what is in
 * brackets by calling itself, however many there are.
 */
typedef enum
{
  PLN_JSON_SOUND,
  PLN_JSON_BROKEN,
  PLN_JSON_DEEP,
} PlnJsonFlaw;

PlnJsonFlaw pln_json_find_flaw (const char *text,
                                gsize       length,
                                guint       most_depth,
                                guint      *line);

G_END_DECLS
