/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean pln_set_str        (char       **where,
                             const char  *value);
gboolean pln_set_strv       (char      ***where,
                             const char *const *value);
char    *pln_str_fold       (const char  *text) G_GNUC_WARN_UNUSED_RESULT;
char    *pln_str_for_label  (const char  *text) G_GNUC_WARN_UNUSED_RESULT;
char    *pln_str_one_line   (const char  *text) G_GNUC_WARN_UNUSED_RESULT;
char    *pln_str_file_name  (const char  *text,
                             const char  *fallback) G_GNUC_WARN_UNUSED_RESULT;
char    *pln_str_surname_key (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
