/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"

G_BEGIN_DECLS

gboolean  pln_core_export_is_format   (const char           *format);

/* Writes what everybody may see of a gathering: "ics", "schedule-xml", "html";
 * or "csv": its attendees, and others of which it must be loaded. file NULL:
 * only gives the bytes. address (nullable): where it will be published. */
void      pln_core_export_file_async  (PlnCore              *self,
                                       PlnGathering         *gathering,
                                       const char           *format,
                                       const char           *address,
                                       GFile                *file,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
GBytes   *pln_core_export_file_finish (PlnCore              *self,  /* (transfer full) */
                                       GAsyncResult         *result,
                                       char                **note,  /* (out) (optional) (nullable): what was left out */
                                       GError              **error);

G_END_DECLS
