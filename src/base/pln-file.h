/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes   *pln_file_load         (GFile         *file,
                                 gsize          max_bytes,
                                 GCancellable  *cancellable,
                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  pln_file_write        (const char    *path,
                                 const char    *text,
                                 gsize          length,
                                 GError       **error);
char     *pln_file_write_beside (const char    *path,
                                 const char    *text,
                                 gsize          length,
                                 gboolean       sync,
                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  pln_file_rename       (const char    *from,
                                 const char    *to,
                                 GError       **error);
gboolean  pln_file_sync_folder  (const char    *folder,
                                 gboolean       with_files,
                                 GError       **error);
gboolean  pln_file_is_temporary (const char    *name);
char     *pln_file_hash         (const char    *text,
                                 gsize          length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
