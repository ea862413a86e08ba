/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store-question.h"
#include "pln-store-write.h"

G_BEGIN_DECLS

gboolean   pln_store_question_put    (PlnStoreWrite           *write,
                                      const PlnStoreQuestion  *question,
                                      GError                 **error);
GPtrArray *pln_store_question_list   (PlnStoreDb              *db,
                                      GError                 **error); /* PlnStoreQuestion */
gint64     pln_store_question_count  (PlnStoreDb              *db);
gboolean   pln_store_question_solve  (PlnStoreDb              *db,
                                      const gint64            *ids,
                                      guint                    n_ids,
                                      PlnStoreAnswer           answer,
                                      GError                 **error);
gboolean   pln_store_question_prune  (PlnStoreDb              *db,
                                      GError                 **error);
gboolean   pln_store_question_copy_all (PlnStoreDb            *from,
                                        PlnStoreDb            *to,
                                        GError               **error);

G_END_DECLS
