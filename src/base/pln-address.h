/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  pln_address_is_mail  (const char *text);
char     *pln_address_web_host (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
