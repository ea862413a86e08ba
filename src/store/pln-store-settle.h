/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store-db.h"
#include "pln-store-pair.h"

G_BEGIN_DECLS

GPtrArray *pln_store_settle (PlnStoreDb            *db,
                             const char            *calendar,
                             GPtrArray             *settled,
                             const PlnStoreListed  *listed,
                             GError               **error); /* char * */

G_END_DECLS
