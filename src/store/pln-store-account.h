/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store.h"

G_BEGIN_DECLS

/**
 * PlnStoreAccount:
 * @id: from [func@id_new]
 * @name: what the user calls it
 * @url: where it was found
 * @user: the name to sign in with; the password is never kept here
 * @pin: (nullable): fingerprint of a certificate that the user trusts
 * @addresses: (array zero-terminated=1): the user's own, there
 * @inbox: (nullable): where messages of scheduling arrive
 * @schedules: whether the server was seen to send invitations by itself
 *
 * An account on a server.
 */
typedef struct
{
  char      *id;
  char      *name;
  char      *url;
  char      *user;
  char      *pin;
  char     **addresses;
  char      *inbox;
  gboolean   schedules;
} PlnStoreAccount;

PlnStoreAccount *pln_store_account_copy (const PlnStoreAccount *account) G_GNUC_WARN_UNUSED_RESULT;
void             pln_store_account_free (PlnStoreAccount       *account);

#define PLN_STORE_FACT_ACCOUNTS "store.accounts" /* counts every change to accounts and links */
#define PLN_STORE_MAY_WRITE     1

/**
 * PlnStoreLink:
 * @calendar: in the library
 * @account: the ID of its account
 * @url: of the calendar on the server
 * @title: what the server calls it
 * @components: what it takes, as the `dav` layer counts that; 0 for everything
 * @rights: what the user may do there: %PLN_STORE_MAY_WRITE, or nothing but read
 * @schedules: whether writes there can send mail
 * @is_paused: whether the user stopped it for now
 * @token: (nullable): to list changes from
 * @ctag: (nullable): that it had when it was listed last
 * @listed: when it was listed as a whole, in seconds since 1970; 0 if never
 * @n_pairs: how many objects both have
 *
 * A calendar here that is kept together with one on a server. @token, @ctag
 * and @listed are written by [method@Store.settle_async], @n_pairs is counted;
 * what is saved of them is not looked at.
 */
typedef struct
{
  char     *calendar;
  char     *account;
  char     *url;
  char     *title;
  guint     components;
  guint     rights;
  gboolean  schedules;
  gboolean  is_paused;
  char     *token;
  char     *ctag;
  gint64    listed;
  guint     n_pairs;
} PlnStoreLink;

PlnStoreLink *pln_store_link_copy (const PlnStoreLink *link) G_GNUC_WARN_UNUSED_RESULT;
void          pln_store_link_free (PlnStoreLink       *link);

/**
 * PlnStoreHappening:
 * @at: when, in seconds since 1970
 * @calendar: (nullable): in the library
 * @kind: what sort, for its icon; such as `sent`, `offline`, `password`
 * @title: what happened
 * @detail: more of it, or ""
 *
 * One entry of what happened last. The newest hundred are kept, for a month.
 */
typedef struct
{
  gint64  at;
  char   *calendar;
  char   *kind;
  char   *title;
  char   *detail;
} PlnStoreHappening;

void pln_store_happening_free (PlnStoreHappening *happening);

void       pln_store_list_accounts_async   (PlnStore               *self,
                                            GCancellable           *cancellable,
                                            GAsyncReadyCallback     callback,
                                            gpointer                user_data);
GPtrArray *pln_store_list_accounts_finish  (PlnStore               *self, /* PlnStoreAccount */
                                            GAsyncResult           *result,
                                            GError                **error);
void       pln_store_save_account_async    (PlnStore               *self,
                                            const PlnStoreAccount  *account,
                                            GAsyncReadyCallback     callback,
                                            gpointer                user_data);
gboolean   pln_store_save_account_finish   (PlnStore               *self,
                                            GAsyncResult           *result,
                                            GError                **error);
void       pln_store_remove_account_async  (PlnStore               *self,
                                            const char             *id,
                                            GAsyncReadyCallback     callback,
                                            gpointer                user_data);
gboolean   pln_store_remove_account_finish (PlnStore               *self,
                                            GAsyncResult           *result,
                                            GError                **error);

void       pln_store_list_links_async      (PlnStore               *self,
                                            GCancellable           *cancellable,
                                            GAsyncReadyCallback     callback,
                                            gpointer                user_data);
GPtrArray *pln_store_list_links_finish     (PlnStore               *self, /* PlnStoreLink */
                                            GAsyncResult           *result,
                                            GError                **error);
void       pln_store_save_link_async       (PlnStore               *self,
                                            const PlnStoreLink     *link,
                                            GAsyncReadyCallback     callback,
                                            gpointer                user_data);
gboolean   pln_store_save_link_finish      (PlnStore               *self,
                                            GAsyncResult           *result,
                                            GError                **error);
void       pln_store_remove_link_async     (PlnStore               *self,
                                            const char             *calendar,
                                            GAsyncReadyCallback     callback,
                                            gpointer                user_data);
gboolean   pln_store_remove_link_finish    (PlnStore               *self,
                                            GAsyncResult           *result,
                                            GError                **error);

void       pln_store_list_happenings_async     (PlnStore               *self,
                                            GCancellable           *cancellable,
                                            GAsyncReadyCallback     callback,
                                            gpointer                user_data);
GPtrArray *pln_store_list_happenings_finish    (PlnStore               *self, /* PlnStoreHappening, newest first */
                                            GAsyncResult           *result,
                                            GError                **error);
void       pln_store_add_happening_async       (PlnStore               *self,
                                            const PlnStoreHappening    *happening,
                                            GAsyncReadyCallback     callback,
                                            gpointer                user_data);
gboolean   pln_store_add_happening_finish      (PlnStore               *self,
                                            GAsyncResult           *result,
                                            GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnStoreAccount, pln_store_account_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnStoreLink, pln_store_link_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnStoreHappening, pln_store_happening_free)

G_END_DECLS
