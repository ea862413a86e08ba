/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-event.h"
#include "pln-store-db.h"

G_BEGIN_DECLS

PlnEvent *pln_store_read_event (PlnStoreDb   *db,
                                const char   *uid,
                                const char   *instance,
                                GError      **error);

G_END_DECLS
