/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-servers-private.h"

#include "pln-address.h"
#include "pln-core-library.h"
#include "pln-core-secret.h"
#include "pln-core-sync.h"
#include "pln-id.h"
#include "pln-str.h"

#include <glib/gi18n.h>
#include <string.h>

#define DETAILS "pln-core-sign-in"
#define MOST_COUNTED 12 /* calendars whose size is found out */

/* What a sign-in needs that nobody is to see. */
typedef struct
{
  PlnCore       *core;
  PlnSyncServer *server;
  PlnSyncHome   *home;
  char          *password;
  char          *pin;
  GCancellable  *cancellable;
  guint          at;      /* the calendar that is being counted, saved */
  GPtrArray     *links;   /* PlnStoreLink, to be saved */
  GPtrArray     *parting; /* char: calendars that are not used any more */
  char          *name;    /* of the calendar that is being made */
} Details;

static void
details_free (gpointer data)
{
  Details *details = data;

  g_cancellable_cancel (details->cancellable);
  g_object_unref (details->cancellable);
  g_clear_object (&details->server);
  g_clear_pointer (&details->home, pln_sync_home_free);
  pln_core_secret_wipe (details->password);
  g_free (details->pin);
  g_clear_pointer (&details->links, g_ptr_array_unref);
  g_clear_pointer (&details->parting, g_ptr_array_unref);
  g_free (details->name);
  g_object_unref (details->core);
  g_free (details);
}

static Details *
details_of (PlnSignIn *sign_in)
{
  return g_object_get_data (G_OBJECT (sign_in), DETAILS);
}

static void
begin (PlnSignIn *sign_in)
{
  Details *details = details_of (sign_in);

  g_cancellable_cancel (details->cancellable);
  g_object_unref (details->cancellable);
  details->cancellable = g_cancellable_new ();
  pln_sign_in_set_problem (sign_in, PLN_SIGN_IN_IS_FINE, NULL, NULL, NULL);
  pln_sign_in_set_busy (sign_in, TRUE);
}

static void
fail (PlnSignIn        *sign_in,
      PlnSignInProblem  problem,
      const char       *words)
{
  pln_sign_in_set_problem (sign_in, problem, words, NULL, NULL);
  pln_sign_in_set_busy (sign_in, FALSE);
}

/* What was stopped says nothing: somebody began anew, or the sheet is closed.
 *
 * @error: (transfer full) (nullable)
 *
 * Returns: whether there is nothing more to do */
static gboolean
failed (PlnSignIn        *sign_in,
        PlnSignInProblem  otherwise,
        GError           *error)
{
  g_autoptr(GError) why = error;
  PlnSyncTrouble trouble = pln_sync_trouble (why);

  if (why == NULL)
    return FALSE;

  if (trouble == PLN_SYNC_TROUBLE_CANCELLED)
    return TRUE;

  fail (sign_in, trouble == PLN_SYNC_TROUBLE_OFFLINE ? PLN_SIGN_IN_NO_NETWORK
                 : trouble == PLN_SYNC_TROUBLE_GONE ? PLN_SIGN_IN_NO_SERVER
                 : otherwise, why->message);

  return TRUE;
}

/**
 * pln_core_sign_in:
 * @self: a core
 * @account: (nullable): the account; %NULL for a new one
 *
 * Begins a sign-in. For an account whose password is known, its calendars are
 * looked for at once.
 *
 * Returns: (transfer full): the sign-in
 */
PlnSignIn *
pln_core_sign_in (PlnCore    *self,
                  PlnAccount *account)
{
  PlnSignIn *sign_in = pln_sign_in_new (account);
  PlnCoreServer *known = account != NULL ? pln_core_servers_find (self, pln_account_get_id (account)) : NULL;
  Details *details = g_new0 (Details, 1);

  g_return_val_if_fail (PLN_IS_CORE (self), NULL);

  details->core = g_object_ref (self);
  details->cancellable = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (sign_in), DETAILS, details, details_free);
  if (known == NULL)
    return sign_in;

  details->pin = g_strdup (known->stored->pin);
  if (known->password != NULL && pln_account_get_need (account) == PLN_ACCOUNT_NEEDS_NOTHING)
    pln_core_log_in (self, sign_in, known->stored->user, known->password);

  return sign_in;
}

/**
 * pln_core_end_sign_in:
 * @self: a core
 * @sign_in: a sign-in of it
 *
 * Stops what a sign-in waits for, and forgets what it knows.
 */
void
pln_core_end_sign_in (PlnCore   *self,
                      PlnSignIn *sign_in)
{
  g_return_if_fail (PLN_IS_SIGN_IN (sign_in));

  g_object_set_data (G_OBJECT (sign_in), DETAILS, NULL);
}

static void
located_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(PlnSignIn) sign_in = user_data;
  GError *error = NULL;
  g_autofree char *url = pln_sync_locate_finish (result, &error);
  PlnSyncTrouble trouble = pln_sync_trouble (error);

  if (details_of (sign_in) == NULL)
    {
      g_clear_error (&error);
      return;
    }
  if (trouble == PLN_SYNC_TROUBLE_GONE)
    {
      fail (sign_in, PLN_SIGN_IN_NO_ADDRESS, error->message);
      g_error_free (error);
      return;
    }
  if (failed (sign_in, trouble == PLN_SYNC_TROUBLE_REFUSED ? PLN_SIGN_IN_GOOGLE : PLN_SIGN_IN_SERVER, error))
    return;

  pln_sign_in_set_server (sign_in, url, pln_sign_in_get_user (sign_in));
  pln_sign_in_set_busy (sign_in, FALSE);
  pln_sign_in_set_step (sign_in, PLN_SIGN_IN_PASSWORD);
}

/**
 * pln_core_find_server:
 * @self: a core
 * @sign_in: a sign-in of it
 * @text: what the user typed
 *
 * Looks for the server. No name and no password leaves the computer.
 */
void
pln_core_find_server (PlnCore    *self,
                      PlnSignIn  *sign_in,
                      const char *text)
{
  g_autofree char *line = pln_str_one_line (text);

  g_return_if_fail (details_of (sign_in) != NULL);

  begin (sign_in);
  g_clear_pointer (&details_of (sign_in)->pin, g_free);
  if (pln_address_is_mail (line))
    pln_sign_in_set_server (sign_in, "", line);
  pln_sync_locate_async (line, details_of (sign_in)->cancellable, located_cb, g_object_ref (sign_in));
}

/* Servers of which it is known that they want another password than the one
 * that people sign in with, and where that is made. */
static const struct { const char *domain; const char *page; } app_passwords[] = {
  { "icloud.com", "https://support.apple.com/en-us/102654" },
  { "me.com", "https://support.apple.com/en-us/102654" },
  { "fastmail.com", "https://www.fastmail.help/hc/en-us/articles/360058752854" },
  { "yahoo.com", "https://help.yahoo.com/kb/SLN15241.html" },
  { "aol.com", "https://help.aol.com/articles/Create-and-manage-app-password" },
  { "zoho.com", "https://help.zoho.com/portal/en/kb/accounts/security/articles/application-specific-passwords" },
};

static const char *
find_app_password (const char *host)
{
  for (gsize i = 0; i < G_N_ELEMENTS (app_passwords); i++)
    {
      g_autofree char *part = g_strconcat (".", app_passwords[i].domain, NULL);

      if (g_str_equal (host, app_passwords[i].domain) || g_str_has_suffix (host, part))
        return app_passwords[i].page;
    }

  return NULL;
}

static void
refuse_password (PlnSignIn *sign_in)
{
  const char *host = pln_sign_in_get_host (sign_in);
  const char *page = find_app_password (host);
  g_autofree char *words = NULL;

  if (page != NULL)
    {
      words = g_strdup_printf (_("“%s” wants a password that is made for one program. Make one there, "
                                 "then type it here in place of your own."), host);
      pln_sign_in_set_problem (sign_in, PLN_SIGN_IN_APP_PASSWORD, words, page, NULL);
    }
  else
    {
      words = g_strdup_printf (_("“%s” did not accept the user name or the password. Type them again; "
                                 "if you sign in there with a second step, it may want a password made for programs."), host);
      pln_sign_in_set_problem (sign_in, PLN_SIGN_IN_WRONG_PASSWORD, words, NULL, NULL);
    }
  pln_sign_in_set_busy (sign_in, FALSE);
}

static char *
format_fingerprint (const char *plain)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; plain[i] != '\0'; i++)
    {
      if (i > 0 && i % 2 == 0)
        g_string_append_c (text, ':');
      g_string_append_c (text, g_ascii_toupper (plain[i]));
    }

  return g_string_free (text, FALSE);
}

static void
doubt (PlnSignIn *sign_in)
{
  PlnSyncServer *server = details_of (sign_in)->server;
  const char *plain = pln_sync_server_get_refused (server);
  g_autofree char *fingerprint = format_fingerprint (plain != NULL ? plain : "");
  g_autofree char *why = pln_sync_server_why_refused (server);
  g_autofree char *words = g_strconcat (why, " ", _("Nothing was sent to it. Ask who runs it to read you its fingerprint; "
                                                    "trust it only if it is this one."), NULL);

  pln_sign_in_set_problem (sign_in, PLN_SIGN_IN_CERTIFICATE, words, NULL, fingerprint);
  pln_sign_in_set_busy (sign_in, FALSE);
}

static void count_next (PlnSignIn *sign_in);

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(PlnSignIn) sign_in = user_data;
  g_autoptr(GError) error = NULL;
  int n = pln_sync_server_count_finish (PLN_SYNC_SERVER (source), result, &error);
  Details *details = details_of (sign_in);

  if (details == NULL || details->server != PLN_SYNC_SERVER (source)
      || pln_sync_trouble (error) == PLN_SYNC_TROUBLE_CANCELLED)
    return;

  if (error == NULL)
    pln_remote_calendar_set_size (g_ptr_array_index (details->home->calendars, details->at), n);
  details->at++;
  count_next (sign_in);
}

/* How big they are is nice to know, and nobody waits for it. */
static void
count_next (PlnSignIn *sign_in)
{
  Details *details = details_of (sign_in);

  if (details->at < MIN (details->home->calendars->len, MOST_COUNTED))
    pln_sync_server_count_async (details->server,
                                 pln_remote_calendar_get_url (g_ptr_array_index (details->home->calendars, details->at)),
                                 details->cancellable, counted_cb, g_object_ref (sign_in));
}

/**
 * pln_core_count_calendars:
 * @self: a core
 * @sign_in: a sign-in of it that found calendars
 *
 * Finds out how big the calendars are; their sizes follow.
 */
void
pln_core_count_calendars (PlnCore   *self,
                          PlnSignIn *sign_in)
{
  Details *details = details_of (sign_in);

  g_return_if_fail (details != NULL && details->home != NULL);

  details->at = 0;
  count_next (sign_in);
}

/* An account that is added once more is the one that is there. */
static PlnCoreServer *
find_known (PlnSignIn *sign_in)
{
  PlnCore *self = details_of (sign_in)->core;
  PlnAccount *account = pln_sign_in_get_account (sign_in);

  if (account != NULL)
    return pln_core_servers_find (self, pln_account_get_id (account));

  for (guint i = 0; i < self->servers->known->len; i++)
    {
      PlnCoreServer *server = g_ptr_array_index (self->servers->known, i);

      if (g_str_equal (server->stored->user, pln_sign_in_get_user (sign_in))
          && g_str_equal (server->stored->url, pln_sign_in_get_url (sign_in)))
        return server;
    }

  return NULL;
}

/* What is used already is known again, and chosen; else what takes everything. */
static void
choose (PlnCore   *self,
        PlnSignIn *sign_in,
        GPtrArray *calendars)
{
  PlnCoreServer *known = find_known (sign_in);
  PlnRemoteCalendar *for_gatherings = NULL;
  PlnRemoteCalendar *for_organisers = NULL;

  for (guint i = 0; i < calendars->len; i++)
    {
      PlnRemoteCalendar *calendar = g_ptr_array_index (calendars, i);
      PlnHolds holds = pln_remote_calendar_get_holds (calendar);

      for (guint j = 0; known != NULL && j < known->links->len; j++)
        {
          const PlnStoreLink *link = g_ptr_array_index (known->links, j);

          if (!g_str_equal (link->url, pln_remote_calendar_get_url (calendar)))
            continue;
          pln_remote_calendar_set_calendar (calendar, link->calendar);
          pln_remote_calendar_set_chosen (calendar, TRUE);
          if (g_str_equal (link->calendar, pln_core_usual_calendar (self)))
            for_gatherings = calendar;
          if (g_str_equal (link->calendar, pln_core_usual_organisers (self)))
            for_organisers = calendar;
        }
      if (known == NULL && pln_remote_calendar_get_may_write (calendar) && (holds & PLN_HOLDS_EVENTS) != 0)
        {
          if (for_gatherings == NULL
              || (holds == PLN_HOLDS_ALL && pln_remote_calendar_get_holds (for_gatherings) != PLN_HOLDS_ALL))
            for_gatherings = calendar;
          if (for_organisers == NULL && holds == PLN_HOLDS_ALL)
            for_organisers = calendar;
        }
    }

  if (known == NULL && for_gatherings != NULL)
    pln_remote_calendar_set_chosen (for_gatherings, TRUE);
  if (known == NULL && for_organisers != NULL)
    pln_remote_calendar_set_chosen (for_organisers, TRUE);
  pln_sign_in_set_for_gatherings (sign_in, for_gatherings);
  pln_sign_in_set_for_organisers (sign_in, for_organisers);
}

static void
explored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(PlnSignIn) sign_in = user_data;
  Details *details = details_of (sign_in);
  GError *error = NULL;
  PlnSyncHome *home = pln_sync_server_explore_finish (PLN_SYNC_SERVER (source), result, &error);
  PlnSyncTrouble trouble = pln_sync_trouble (error);
  GPtrArray *calendars;

  if (details == NULL || trouble == PLN_SYNC_TROUBLE_CANCELLED)
    {
      g_clear_error (&error);
      g_clear_pointer (&home, pln_sync_home_free);
      return;
    }
  if (trouble == PLN_SYNC_TROUBLE_PASSWORD || trouble == PLN_SYNC_TROUBLE_CERTIFICATE)
    {
      g_error_free (error);
      if (trouble == PLN_SYNC_TROUBLE_PASSWORD)
        refuse_password (sign_in);
      else
        doubt (sign_in);
      return;
    }
  if (failed (sign_in, PLN_SIGN_IN_SERVER, error))
    return;

  g_clear_pointer (&details->home, pln_sync_home_free);
  details->home = home;
  calendars = home->calendars;
  pln_sign_in_set_addresses (sign_in, (const char *const *) home->addresses, home->inbox != NULL);
  if (*home->addresses == NULL && *pln_sign_in_get_own_address (sign_in) == '\0')
    pln_sign_in_set_own_address (sign_in, pln_address_is_mail (pln_sign_in_get_user (sign_in))
                                          ? pln_sign_in_get_user (sign_in)
                                          : pln_core_get_identity_email (details->core));
  choose (details->core, sign_in, calendars);
  g_list_store_splice (pln_sign_in_get_calendars (sign_in), 0,
                       g_list_model_get_n_items (G_LIST_MODEL (pln_sign_in_get_calendars (sign_in))),
                       calendars->pdata, calendars->len);
  pln_sign_in_set_busy (sign_in, FALSE);
  pln_sign_in_set_step (sign_in, PLN_SIGN_IN_CALENDARS);
}

static void
explore (PlnSignIn *sign_in)
{
  Details *details = details_of (sign_in);

  begin (sign_in);
  g_clear_object (&details->server);
  details->server = pln_sync_server_new (pln_sign_in_get_url (sign_in), pln_sign_in_get_user (sign_in),
                                         details->password, details->pin);
  if (details->server == NULL)
    {
      fail (sign_in, PLN_SIGN_IN_NO_ADDRESS, _("It is not known where the calendars are. Type the address again."));
      return;
    }

  pln_sync_server_explore_async (details->server, details->cancellable, explored_cb, g_object_ref (sign_in));
}

/**
 * pln_core_log_in:
 * @self: a core
 * @sign_in: a sign-in of it that knows the server
 * @user: the name to sign in with
 * @password: the password; kept in memory until it is known to be right
 *
 * Signs in to the server that was shown, and looks for calendars.
 */
void
pln_core_log_in (PlnCore    *self,
                 PlnSignIn  *sign_in,
                 const char *user,
                 const char *password)
{
  g_autofree char *line = pln_str_one_line (user);
  Details *details = details_of (sign_in);

  g_return_if_fail (details != NULL);

  pln_core_secret_wipe (details->password);
  details->password = g_strdup (password);
  pln_sign_in_set_server (sign_in, pln_sign_in_get_url (sign_in), line);
  explore (sign_in);
}

/**
 * pln_core_trust_server:
 * @self: a core
 * @sign_in: a sign-in of it whose problem is %PLN_SIGN_IN_CERTIFICATE
 *
 * Trusts the one certificate whose fingerprint was shown, and tries again.
 */
void
pln_core_trust_server (PlnCore   *self,
                       PlnSignIn *sign_in)
{
  Details *details = details_of (sign_in);

  g_return_if_fail (details != NULL && details->server != NULL);
  g_return_if_fail (pln_sign_in_get_problem (sign_in) == PLN_SIGN_IN_CERTIFICATE);

  pln_set_str (&details->pin, pln_sync_server_get_refused (details->server));
  explore (sign_in);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(PlnSignIn) sign_in = user_data;
  Details *details = details_of (sign_in);
  GError *error = NULL;
  g_autofree char *url = pln_sync_server_make_finish (PLN_SYNC_SERVER (source), result, &error);
  g_autoptr(PlnRemoteCalendar) calendar = NULL;

  if (details == NULL || failed (sign_in, PLN_SIGN_IN_CALENDAR, error))
    return;

  calendar = pln_remote_calendar_new (url, details->name, NULL, PLN_HOLDS_ALL, TRUE);
  pln_remote_calendar_set_schedules (calendar, details->home->inbox != NULL);
  pln_remote_calendar_set_size (calendar, 0);
  pln_remote_calendar_set_chosen (calendar, TRUE);
  g_ptr_array_add (details->home->calendars, g_object_ref (calendar));
  g_list_store_append (pln_sign_in_get_calendars (sign_in), calendar);
  pln_sign_in_set_for_gatherings (sign_in, calendar);
  if (pln_sign_in_get_for_organisers (sign_in) == NULL)
    pln_sign_in_set_for_organisers (sign_in, calendar);
  pln_sign_in_set_busy (sign_in, FALSE);
}

/**
 * pln_core_make_calendar:
 * @self: a core
 * @sign_in: a sign-in of it that found calendars
 * @name: what it is to be called
 *
 * Makes a calendar on the server. It stands in the list then, and is chosen.
 */
void
pln_core_make_calendar (PlnCore    *self,
                        PlnSignIn  *sign_in,
                        const char *name)
{
  Details *details = details_of (sign_in);

  g_return_if_fail (details != NULL && details->home != NULL);

  begin (sign_in);
  g_free (details->name);
  details->name = pln_str_one_line (name);
  pln_sync_server_make_async (details->server, details->home->folder, details->name, details->cancellable,
                              made_cb, g_object_ref (sign_in));
}

static void
done (PlnSignIn *sign_in)
{
  Details *details = details_of (sign_in);
  PlnAccount *account;

  account = pln_core_find_account (details->core, pln_account_get_id (pln_sign_in_get_account (sign_in)));
  if (account != NULL)
    {
      pln_sign_in_set_account (sign_in, account);
      pln_core_give_password (details->core, account, details->password);
    }
  pln_sign_in_set_busy (sign_in, FALSE);
  pln_sign_in_set_step (sign_in, PLN_SIGN_IN_DONE);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(PlnSignIn) sign_in = user_data;
  GError *error = NULL;

  pln_core_read_accounts_finish (PLN_CORE (source), result, &error);
  if (details_of (sign_in) != NULL && !failed (sign_in, PLN_SIGN_IN_SERVER, error))
    done (sign_in);
}

static gboolean
was_kept_there (PlnSignIn  *sign_in,
                const char *calendar)
{
  PlnCoreServer *known = find_known (sign_in);

  for (guint i = 0; known != NULL && i < known->links->len; i++)
    if (g_str_equal (((const PlnStoreLink *) g_ptr_array_index (known->links, i))->calendar, calendar))
      return TRUE;

  return FALSE;
}

/* Where none was chosen here, what is usual stays with another account, or on
 * this computer. */
static void
set_place (PlnCore           *self,
           PlnSignIn         *sign_in,
           const char        *fact,
           const char        *usual,
           PlnRemoteCalendar *calendar)
{
  if (calendar != NULL)
    pln_core_set_usual (self, fact, pln_remote_calendar_get_calendar (calendar));
  else if (was_kept_there (sign_in, usual))
    pln_core_set_usual (self, fact, "");
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  PlnSignIn *sign_in = user_data;
  Details *details = details_of (sign_in);

  if (details == NULL)
    {
      g_object_unref (sign_in);
      return;
    }

  pln_sign_in_set_forgets (sign_in, !pln_core_secret_keep_finish (result));
  set_place (details->core, sign_in, PLN_CORE_FACT_GATHERINGS, pln_core_usual_calendar (details->core),
             pln_sign_in_get_for_gatherings (sign_in));
  set_place (details->core, sign_in, PLN_CORE_FACT_ORGANISERS, pln_core_usual_organisers (details->core),
             pln_sign_in_get_for_organisers (sign_in));
  pln_core_read_accounts_async (details->core, NULL, read_cb, sign_in);
}

static void save_next (PlnSignIn *sign_in);

static void
link_saved_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(PlnSignIn) sign_in = user_data;
  GError *error = NULL;

  if (pln_store_save_link_finish (PLN_STORE (source), result, &error))
    {
      if (details_of (sign_in) != NULL)
        save_next (sign_in);
      return;
    }

  /* An account without its calendars would be of no use. */
  if (details_of (sign_in) != NULL && find_known (sign_in) == NULL)
    pln_store_remove_account_async (PLN_STORE (source), pln_account_get_id (pln_sign_in_get_account (sign_in)), NULL, NULL);
  failed (sign_in, PLN_SIGN_IN_CALENDAR, error);
}

static void
link_removed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(PlnSignIn) sign_in = user_data;
  GError *error = NULL;

  pln_core_stop_calendar_finish (PLN_CORE (source), result, &error);
  if (details_of (sign_in) == NULL || failed (sign_in, PLN_SIGN_IN_CALENDAR, error))
    return;

  save_next (sign_in);
}

static void
save_next (PlnSignIn *sign_in)
{
  Details *details = details_of (sign_in);
  PlnAccount *account = pln_sign_in_get_account (sign_in);
  PlnCore *self = details->core;
  g_autofree char *label = NULL;

  if (details->parting->len > 0)
    {
      g_autofree char *calendar = g_ptr_array_steal_index (details->parting, 0);

      pln_core_stop_calendar_async (self, calendar, NULL, link_removed_cb, g_object_ref (sign_in));
      return;
    }
  if (details->at < details->links->len)
    {
      pln_store_save_link_async (self->store, g_ptr_array_index (details->links, details->at++), link_saved_cb,
                                 g_object_ref (sign_in));
      return;
    }

  label = g_strdup_printf (_("Plenary: password of %s at %s"), pln_sign_in_get_user (sign_in),
                           pln_sign_in_get_host (sign_in));
  pln_core_secret_keep_async (pln_account_get_id (account), label, details->password, NULL, kept_cb,
                              g_object_ref (sign_in));
}

static void
account_saved_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(PlnSignIn) sign_in = user_data;
  GError *error = NULL;

  pln_store_save_account_finish (PLN_STORE (source), result, &error);
  if (details_of (sign_in) == NULL || failed (sign_in, PLN_SIGN_IN_SERVER, error))
    return;

  details_of (sign_in)->at = 0;
  save_next (sign_in);
}

static gboolean
is_taken (GPtrArray         *links,
          const char *const *calendars,
          const char        *name)
{
  for (guint i = 0; i < links->len; i++)
    if (g_str_equal (((PlnStoreLink *) g_ptr_array_index (links, i))->calendar, name))
      return TRUE;

  return g_strv_contains (calendars, name);
}

/* A calendar of the library gets the name of the one on the server. */
static char *
free_name (GPtrArray         *links,
           const char *const *calendars,
           const char        *title)
{
  g_autofree char *stem = pln_str_file_name (title, PLN_CORE_CALENDAR);
  char *name = g_strdup (stem);

  for (guint n = 2; is_taken (links, calendars, name); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s %u", stem, n);
    }

  return name;
}

static void
prepare_links (PlnSignIn         *sign_in,
               const char *const *calendars)
{
  Details *details = details_of (sign_in);
  const char *account = pln_account_get_id (pln_sign_in_get_account (sign_in));

  details->links = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_store_link_free);
  details->parting = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < details->home->calendars->len; i++)
    {
      PlnRemoteCalendar *calendar = g_ptr_array_index (details->home->calendars, i);
      const char *title = pln_remote_calendar_get_title (calendar);
      PlnHolds holds = pln_remote_calendar_get_holds (calendar);
      PlnStoreLink *link;

      if (!pln_remote_calendar_get_chosen (calendar))
        {
          if (*pln_remote_calendar_get_calendar (calendar) != '\0')
            g_ptr_array_add (details->parting, g_strdup (pln_remote_calendar_get_calendar (calendar)));
          continue;
        }
      if (*pln_remote_calendar_get_calendar (calendar) == '\0')
        {
          g_autofree char *name = free_name (details->links, calendars, title);

          pln_remote_calendar_set_calendar (calendar, name);
        }

      link = g_new0 (PlnStoreLink, 1);
      link->calendar = g_strdup (pln_remote_calendar_get_calendar (calendar));
      link->account = g_strdup (account);
      link->url = g_strdup (pln_remote_calendar_get_url (calendar));
      link->title = g_strdup (title);
      link->components = holds == PLN_HOLDS_ALL ? 0 : holds;
      link->rights = pln_remote_calendar_get_may_write (calendar) ? PLN_STORE_MAY_WRITE : 0;
      link->schedules = pln_remote_calendar_get_schedules (calendar);
      g_ptr_array_add (details->links, link);
    }
}

static PlnStoreAccount *
make_account (PlnSignIn *sign_in)
{
  Details *details = details_of (sign_in);
  const char *const *addresses = pln_sign_in_get_addresses (sign_in);
  const char *own[] = { pln_sign_in_get_own_address (sign_in), NULL };
  const char *user = pln_sign_in_get_user (sign_in);
  PlnCoreServer *known = find_known (sign_in);
  PlnStoreAccount *account = g_new0 (PlnStoreAccount, 1);

  if (known != NULL)
    pln_sign_in_set_account (sign_in, known->account);
  else if (pln_sign_in_get_account (sign_in) == NULL)
    {
      g_autofree char *id = pln_id_new ();
      g_autoptr(PlnAccount) model = pln_account_new (id);

      pln_sign_in_set_account (sign_in, model);
    }

  account->id = g_strdup (pln_account_get_id (pln_sign_in_get_account (sign_in)));
  account->name = strchr (user, '@') != NULL ? g_strdup (user)
                                             : g_strconcat (user, "@", pln_sign_in_get_host (sign_in), NULL);
  account->url = g_strdup (pln_sign_in_get_url (sign_in));
  account->user = g_strdup (user);
  account->pin = g_strdup (details->pin);
  account->addresses = g_strdupv ((char **) (*addresses == NULL && *own[0] != '\0' ? own : addresses));
  account->inbox = g_strdup (details->home->inbox);
  account->schedules = pln_sign_in_get_schedules (sign_in);

  return account;
}

static void
calendars_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(PlnSignIn) sign_in = user_data;
  GError *error = NULL;
  g_auto(GStrv) calendars = pln_core_list_calendars_finish (PLN_CORE (source), result, &error);
  Details *details = details_of (sign_in);
  g_autoptr(PlnStoreAccount) account = NULL;

  if (details == NULL || failed (sign_in, PLN_SIGN_IN_SERVER, error))
    {
      g_clear_error (&error);
      return;
    }

  account = make_account (sign_in);
  prepare_links (sign_in, (const char *const *) calendars);
  pln_store_save_account_async (details->core->store, account, account_saved_cb, g_object_ref (sign_in));
}

/**
 * pln_core_use_calendars:
 * @self: a core
 * @sign_in: a sign-in of it that found calendars
 *
 * Keeps the account, with the calendars that are chosen. Those that were used
 * before and are not chosen stay here, and are not synced any more. Nobody is
 * sent anything by this.
 */
void
pln_core_use_calendars (PlnCore   *self,
                        PlnSignIn *sign_in)
{
  Details *details = details_of (sign_in);

  g_return_if_fail (details != NULL && details->home != NULL);

  begin (sign_in);
  g_clear_pointer (&details->links, g_ptr_array_unref);
  g_clear_pointer (&details->parting, g_ptr_array_unref);
  pln_core_list_calendars_async (self, NULL, calendars_cb, g_object_ref (sign_in));
}
