/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store-account.h"
#include "pln-store-db.h"

G_BEGIN_DECLS

GPtrArray *pln_store_account_list   (PlnStoreDb             *db,
                                     GError                **error); /* PlnStoreAccount */
gboolean   pln_store_account_save   (PlnStoreDb             *db,
                                     const PlnStoreAccount  *account,
                                     GError                **error);
gboolean   pln_store_account_remove (PlnStoreDb             *db,
                                     const char             *id,
                                     GError                **error);
GPtrArray *pln_store_link_list      (PlnStoreDb             *db,
                                     GError                **error); /* PlnStoreLink */
gboolean   pln_store_link_save      (PlnStoreDb             *db,
                                     const PlnStoreLink     *link,
                                     GError                **error);
gboolean   pln_store_link_remove    (PlnStoreDb             *db,
                                     const char             *calendar,
                                     GError                **error);
gboolean   pln_store_link_may       (const char             *calendar,
                                     GError                **error);
gboolean   pln_store_link_copy_all  (PlnStoreDb             *from,
                                     PlnStoreDb             *to,
                                     GError                **error);
gboolean   pln_store_link_part      (PlnStoreDb             *db,
                                     GError                **error);
gboolean   pln_store_link_describe  (PlnStoreDb             *db,
                                     GKeyFile               *file,
                                     GError                **error);
gboolean   pln_store_link_recall    (PlnStoreDb             *db,
                                     GKeyFile               *file,
                                     GError                **error);

GPtrArray *pln_store_happening_list (PlnStoreDb              *db,
                                     GError                 **error); /* PlnStoreHappening */
gboolean   pln_store_happening_add  (PlnStoreDb              *db,
                                     const PlnStoreHappening *happening,
                                     GError                 **error);

G_END_DECLS
