/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void      pln_core_secret_find_async  (const char           *account,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
char     *pln_core_secret_find_finish (GAsyncResult         *result);
void      pln_core_secret_keep_async  (const char           *account,
                                       const char           *label,
                                       const char           *password,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gboolean  pln_core_secret_keep_finish (GAsyncResult         *result);
void      pln_core_secret_forget      (const char           *account);
void      pln_core_secret_wipe        (char                 *password);

G_END_DECLS
