/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlnJson PlnJson;

PlnJson *pln_json_new    (void);
char    *pln_json_end    (PlnJson    *json) G_GNUC_WARN_UNUSED_RESULT;

void     pln_json_open   (PlnJson    *json,
                          const char *key,
                          char        bracket);
void     pln_json_close  (PlnJson    *json);
void     pln_json_text   (PlnJson    *json,
                          const char *key,
                          const char *value);
void     pln_json_texts  (PlnJson           *json,
                          const char        *key,
                          const char *const *values);
void     pln_json_number (PlnJson    *json,
                          const char *key,
                          gint64      value);
void     pln_json_seconds (PlnJson   *json,
                           const char *key,
                           double      value);
void     pln_json_truth  (PlnJson    *json,
                          const char *key,
                          gboolean    value);
void     pln_json_time   (PlnJson    *json,
                          const char *key,
                          GDateTime  *value);

G_END_DECLS
