/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *pln_uuid_from_url (const char *url) G_GNUC_WARN_UNUSED_RESULT;
char     *pln_uuid_find     (const char *text) G_GNUC_WARN_UNUSED_RESULT;
guint32   pln_uuid_number   (const char *uuid);

G_END_DECLS
