/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store-db.h"

G_BEGIN_DECLS

gboolean pln_store_facts_set  (PlnStoreDb  *db,
                               const char  *name,
                               const char  *value,
                               GError     **error);
gboolean pln_store_facts_save (PlnStoreDb  *db,
                               GError     **error);
gboolean pln_store_facts_load (PlnStoreDb  *db,
                               GError     **error);

G_END_DECLS
