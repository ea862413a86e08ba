/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *pln_mail_address_write (const char *name,
                              const char *email) G_GNUC_WARN_UNUSED_RESULT;
char *pln_mail_address_ascii (const char *email,
                              GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
