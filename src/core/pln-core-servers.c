/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-servers-private.h"

#include "pln-clock.h"
#include "pln-core-secret.h"
#include "pln-happening.h"
#include "pln-question.h"

#define MOST_HAPPENINGS 100

static void
server_free (gpointer data)
{
  PlnCoreServer *server = data;

  g_object_unref (server->account);
  pln_store_account_free (server->stored);
  g_ptr_array_unref (server->links);
  pln_core_secret_wipe (server->password);
  g_clear_object (&server->server);
  g_free (server->problem);
  g_free (server);
}

/* Returns: (transfer full): what the core knows of servers: nothing yet */
PlnCoreServers *
pln_core_servers_new (void)
{
  PlnCoreServers *servers = g_new0 (PlnCoreServers, 1);

  servers->known = g_ptr_array_new_with_free_func (server_free);
  servers->accounts = g_list_store_new (PLN_TYPE_ACCOUNT);
  servers->questions = g_list_store_new (PLN_TYPE_QUESTION);
  servers->happenings = g_list_store_new (PLN_TYPE_HAPPENING);
  servers->state = pln_server_state_new ();
  servers->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_queue_init (&servers->queue);
  pln_core_times_begin (&servers->times, 0);

  return servers;
}

void
pln_core_servers_free (PlnCoreServers *servers)
{
  g_clear_handle_id (&servers->show_source, g_source_remove);
  g_clear_handle_id (&servers->alarm, g_source_remove);
  g_clear_object (&servers->running);
  g_ptr_array_unref (servers->known);
  g_object_unref (servers->accounts);
  g_object_unref (servers->questions);
  g_object_unref (servers->happenings);
  g_object_unref (servers->state);
  g_hash_table_unref (servers->facts);
  g_free (servers->seen);
  g_free (servers);
}

/* Before the library is closed: what is under way is stopped, and the main
 * context runs until it is over. */
void
pln_core_stop_servers (PlnCore *self)
{
  PlnCoreServers *servers = self->servers;

  servers->is_automatic = FALSE;
  g_clear_handle_id (&servers->alarm, g_source_remove);
  while (servers->running != NULL)
    {
      g_cancellable_cancel (servers->running);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* Returns: (transfer none) (nullable): the account of that id */
PlnCoreServer *
pln_core_servers_find (PlnCore    *self,
                       const char *id)
{
  GPtrArray *known = self->servers->known;

  for (guint i = 0; i < known->len; i++)
    {
      PlnCoreServer *server = g_ptr_array_index (known, i);

      if (g_strcmp0 (server->stored->id, id) == 0)
        return server;
    }

  return NULL;
}

static char *
fact_name (const char *what,
           const char *name)
{
  return g_strconcat ("server.", what, ".", name, NULL);
}

/* Returns: what was remembered, also by another program before; 0 if nothing */
gint64
pln_core_servers_recall (PlnCore    *self,
                         const char *what,
                         const char *name)
{
  g_autofree char *fact = fact_name (what, name);
  const char *value = g_hash_table_lookup (self->servers->facts, fact);

  if (value == NULL)
    value = pln_store_get_fact (self->store, fact);

  return g_ascii_strtoll (value, NULL, 10);
}

void
pln_core_servers_remember (PlnCore    *self,
                           const char *what,
                           const char *name,
                           gint64      value)
{
  char *fact = fact_name (what, name);
  char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  if (pln_core_servers_recall (self, what, name) != value)
    pln_store_set_fact_async (self->store, fact, text, NULL, NULL);
  g_hash_table_insert (self->servers->facts, fact, text);
}

static void
look_at (PlnCore        *self,
         PlnCoreServer  *server,
         PlnServerFacts *facts)
{
  gint64 synced = pln_core_servers_recall (self, PLN_CORE_SYNCED, server->stored->id);
  PlnAccountNeed need = pln_account_get_need (server->account);

  facts->n_accounts++;
  if (need == PLN_ACCOUNT_NEEDS_PASSWORD && facts->locked == NULL)
    facts->locked = server->stored->id;
  if (need == PLN_ACCOUNT_NEEDS_TRUST && facts->doubtful == NULL)
    facts->doubtful = server->stored->id;
  facts->is_offline |= server->was_offline;
  if (server->problem != NULL && !server->was_offline && need == PLN_ACCOUNT_NEEDS_NOTHING && facts->problem == NULL)
    facts->problem = server->problem;
  if (synced > 0 && (facts->synced == NULL || g_date_time_to_unix (facts->synced) > synced))
    {
      g_clear_pointer (&facts->synced, g_date_time_unref);
      facts->synced = g_date_time_new_from_unix_local (synced);
    }

  for (guint i = 0; i < server->links->len; i++)
    {
      const PlnStoreLink *link = g_ptr_array_index (server->links, i);

      facts->n_untold += (guint) pln_core_servers_recall (self, PLN_CORE_UNTOLD, link->calendar);
      if (facts->gone == NULL && pln_core_servers_recall (self, PLN_CORE_GONE, link->calendar) != 0)
        facts->gone = link->title;
    }
}

/* Tells the state what is true now. */
void
pln_core_servers_tell (PlnCore *self)
{
  PlnCoreServers *servers = self->servers;
  PlnServerFacts facts = {
    .n_questions = g_list_model_get_n_items (G_LIST_MODEL (servers->questions)),
    .is_working = servers->is_shown,
    .is_sending = servers->is_sending,
    .n_done = servers->n_done,
    .n_total = servers->n_total,
    .n_waiting = servers->n_waiting,
  };

  for (guint i = 0; i < servers->known->len; i++)
    look_at (self, g_ptr_array_index (servers->known, i), &facts);
  pln_server_state_set (servers->state, &facts);
  g_clear_pointer (&facts.synced, g_date_time_unref);
}

/* Writes down what happened, and shows it. */
void
pln_core_servers_say (PlnCore    *self,
                      const char *calendar,
                      const char *kind,
                      const char *title,
                      const char *detail)
{
  GListStore *list = self->servers->happenings;
  g_autoptr(GDateTime) now = pln_clock_now_here ();
  g_autoptr(PlnHappening) happening = pln_happening_new (now, kind, title, detail);
  PlnStoreHappening stored = {
    .at = pln_clock_now (),
    .calendar = (char *) calendar,
    .kind = (char *) kind,
    .title = (char *) title,
    .detail = (char *) (detail != NULL ? detail : ""),
  };

  pln_store_add_happening_async (self->store, &stored, NULL, NULL);
  g_list_store_insert (list, 0, happening);
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) > MOST_HAPPENINGS)
    g_list_store_remove (list, MOST_HAPPENINGS);
}

static const char *
usual (PlnCore    *self,
       const char *fact,
       const char *otherwise)
{
  const char *calendar = g_hash_table_lookup (self->servers->facts, fact);

  if (calendar == NULL)
    calendar = pln_store_get_fact (self->store, fact);

  return *calendar != '\0' ? calendar : otherwise;
}

/* Says where new gatherings, or the parts of organisers, go from now on; ""
 * for the usual calendar of this computer. */
void
pln_core_set_usual (PlnCore    *self,
                    const char *fact,
                    const char *calendar)
{
  pln_store_set_fact_async (self->store, fact, calendar, NULL, NULL);
  g_hash_table_insert (self->servers->facts, g_strdup (fact), g_strdup (calendar));
}

/* Returns: (transfer none): where a new gathering goes if nothing else is said */
const char *
pln_core_usual_calendar (PlnCore *self)
{
  return usual (self, PLN_CORE_FACT_GATHERINGS, PLN_CORE_CALENDAR);
}

/* Returns: (transfer none): where the part of organisers of a new gathering goes */
const char *
pln_core_usual_organisers (PlnCore *self)
{
  return usual (self, PLN_CORE_FACT_ORGANISERS, PLN_CORE_ORGANISERS);
}
