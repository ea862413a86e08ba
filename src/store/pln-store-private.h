/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store-worker.h"
#include "pln-store.h"

G_BEGIN_DECLS

/* For pln-store-calls.c. */
PlnStoreJob *pln_store_job_new      (PlnStore            *self,
                                     PlnStoreJobFunc      run,
                                     PlnStoreDoneFunc     done,
                                     gpointer             tag,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void         pln_store_push_write   (PlnStore            *self,
                                     PlnStoreJob         *job);
void         pln_store_push_read    (PlnStore            *self,
                                     PlnStoreJob         *job);
void         pln_store_done_plain   (PlnStoreJob         *job);
void         pln_store_done_pointer (PlnStoreJob         *job);
void         pln_store_done_list    (PlnStoreJob         *job);
void         pln_store_ready        (PlnStoreJob         *job);
void         pln_store_done_open    (PlnStoreJob         *job);

G_END_DECLS
