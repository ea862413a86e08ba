/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLN_ID_LENGTH 12

char     *pln_id_new       (void) G_GNUC_WARN_UNUSED_RESULT;
char     *pln_id_derive     (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean  pln_id_is_valid  (const char *id);
char     *pln_uid_new      (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
