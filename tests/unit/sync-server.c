/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync-server.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One thing that happened; its number is its place in the log, from 1. */
typedef struct
{
  char     *href;
  gboolean  is_gone;
  gboolean  is_pruned;
} Entry;

static void
resource_free (gpointer data)
{
  SyncResource *resource = data;

  g_free (resource->href);
  g_free (resource->uid);
  g_bytes_unref (resource->text);
  g_free (resource);
}

static void
clear_entry (gpointer data)
{
  g_free (((Entry *) data)->href);
}

SyncServer *
sync_server_new (SyncQuirks  quirks,
                 GRand      *random)
{
  SyncServer *server = g_new0 (SyncServer, 1);

  server->quirks = quirks;
  server->random = random;
  server->resources = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, resource_free);
  server->log = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (server->log, clear_entry);

  return server;
}

void
sync_server_free (SyncServer *server)
{
  g_hash_table_unref (server->resources);
  g_array_unref (server->log);
  g_free (server);
}

static gboolean
is (SyncServer *server,
    SyncQuirks  quirk)
{
  return (server->quirks & quirk) != 0;
}

static gboolean
happens (SyncServer *server,
         guint       one_of)
{
  return one_of > 0 && g_rand_int_range (server->random, 0, one_of) == 0;
}

/* Whether the request goes through; if not, why not. */
static gboolean
arrives (SyncServer  *server,
         guint       *retry_after,
         GError     **error)
{
  server->n_requests++;
  *retry_after = 0;
  if (happens (server, server->faults.offline))
    g_set_error (error, PLN_DAV_ERROR, PLN_DAV_ERROR_OFFLINE, "offline");
  else if (happens (server, server->faults.broken))
    g_propagate_error (error, pln_dav_error_from_status (500, "it", "server"));
  else if (happens (server, server->faults.password))
    g_propagate_error (error, pln_dav_error_from_status (401, "it", "server"));
  else if (happens (server, server->faults.busy))
    {
      g_propagate_error (error, pln_dav_error_from_status (429, "it", "server"));
      *retry_after = 30;
    }
  else
    return TRUE;

  return FALSE;
}

static gboolean
is_answered (SyncServer  *server,
             GError     **error)
{
  if (happens (server, server->faults.lost))
    g_set_error (error, PLN_DAV_ERROR, PLN_DAV_ERROR_OFFLINE, "no answer");
  else if (happens (server, server->faults.broken_after))
    g_propagate_error (error, pln_dav_error_from_status (500, "it", "server"));
  else
    return TRUE;

  return FALSE;
}

static void
log_change (SyncServer *server,
            const char *href,
            gboolean    is_gone)
{
  Entry entry = { g_strdup (href), is_gone, is (server, SYNC_PRUNES) && happens (server, 6) };

  g_array_append_val (server->log, entry);
  if (server->is_loud)
    g_printerr ("        %u: %s %s%s\n", server->log->len, is_gone ? "removes" : "keeps", href, entry.is_pruned ? ", and forgets it" : "");
}

static char **
unfold (GBytes *text)
{
  g_autofree char *all = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  g_auto(GStrv) pieces = g_strsplit (all, "\r\n ", -1);
  g_autofree char *joined = g_strjoinv ("", pieces);

  return g_strsplit (joined, "\r\n", -1);
}

/* Keeps what was sent in the server's own way. */
static GBytes *
rewrite (SyncServer *server,
         GBytes     *text,
         gboolean    is_new)
{
  g_auto(GStrv) lines = unfold (text);
  GString *stored = g_string_new (NULL);
  gsize length;

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autofree char *line = g_strdup (lines[i]);

      if (is (server, SYNC_DROPS) && g_str_has_prefix (line, "X-"))
        continue;
      if (is (server, SYNC_ADDS) && g_str_has_prefix (line, "X-SERVER:"))
        continue;
      if (is (server, SYNC_ADDS) && is_new && g_str_has_prefix (line, "SEQUENCE:"))
        {
          g_free (line);
          line = g_strdup_printf ("SEQUENCE:%d", atoi (lines[i] + strlen ("SEQUENCE:")) + 1);
        }
      if (is (server, SYNC_ADDS) && g_str_equal (line, "END:VEVENT"))
        g_string_append_printf (stored, "X-SERVER:%u\r\n", server->log->len);
      for (const char *at = line; *at != '\0'; at += MIN (strlen (at), 37))
        g_string_append_printf (stored, "%s%.37s", at == line ? "" : is (server, SYNC_REFOLDS) ? "\r\n " : "", at);
      g_string_append (stored, "\r\n");
    }
  length = stored->len;

  return g_bytes_new_take (g_string_free (stored, FALSE), length);
}

static char *
uid_of (GBytes *text)
{
  g_auto(GStrv) lines = unfold (text);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "UID:"))
      return g_strdup (lines[i] + strlen ("UID:"));

  return NULL;
}

static char *
etag_of (const SyncResource *resource)
{
  return g_strdup_printf ("\"%u\"", resource->version);
}

/* Whether a scheduling server has somebody to mail in a text. */
static gboolean
has_guests (GBytes *text)
{
  g_auto(GStrv) lines = text != NULL ? unfold (text) : NULL;
  gboolean organised = FALSE;
  gboolean guests = FALSE;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      organised = organised || g_str_has_prefix (lines[i], "ORGANIZER");
      guests = guests || (g_str_has_prefix (lines[i], "ATTENDEE") && strstr (lines[i], "SCHEDULE-AGENT=CLIENT") == NULL);
    }

  return organised && guests;
}

static void
mail (SyncServer *server,
      GBytes     *before,
      GBytes     *after)
{
  if (is (server, SYNC_SCHEDULES) && (has_guests (before) || has_guests (after)))
    server->n_mails++;
}

static SyncResource *
store (SyncServer *server,
       const char *href,
       GBytes     *text)
{
  SyncResource *resource = g_new0 (SyncResource, 1);

  resource->href = g_strdup (href);
  resource->uid = uid_of (text);
  resource->text = rewrite (server, text, !g_hash_table_contains (server->resources, href));
  log_change (server, href, FALSE);
  resource->version = server->log->len;
  g_hash_table_replace (server->resources, resource->href, resource);

  return resource;
}

void
sync_server_put (SyncServer *server,
                 const char *href,
                 GBytes     *text)
{
  store (server, href, text);
}

void
sync_server_remove (SyncServer *server,
                    const char *href)
{
  log_change (server, href, TRUE);
  g_hash_table_remove (server->resources, href);
}

/* The one whose name comes first. */
SyncResource *
sync_server_find (SyncServer *server,
                  const char *uid)
{
  SyncResource *found = NULL;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, server->resources);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      SyncResource *resource = value;

      if (g_strcmp0 (resource->uid, uid) == 0 && (found == NULL || strcmp (resource->href, found->href) < 0))
        found = resource;
    }

  return found;
}

static char *
token_at (SyncServer *server,
          guint       seen)
{
  if (is (server, SYNC_NO_TOKEN))
    return NULL;

  return g_strdup_printf ("%u-%u", server->epoch, is (server, SYNC_STILL_TOKEN) ? seen - seen % 3 : seen);
}

PlnDavItem *
sync_server_peek (SyncServer  *server,
                  guint       *retry_after,
                  GError     **error)
{
  PlnDavItem *item;

  if (!arrives (server, retry_after, error))
    return NULL;

  item = pln_dav_item_new (SYNC_CALENDAR);
  item->kinds = PLN_DAV_COLLECTION | PLN_DAV_CALENDAR;
  item->writable = TRUE;
  item->sync_token = token_at (server, server->log->len);
  item->ctag = g_strdup_printf ("c%u", is (server, SYNC_WILD_CTAG) ? g_rand_int (server->random) : server->log->len);

  return item;
}

static void
list_one (SyncServer    *server,
          PlnDavListing *listing,
          const char    *href,
          gboolean       is_gone,
          guint          version)
{
  PlnDavItem *item = pln_dav_item_new (href);

  item->status = is_gone ? 404 : 0;
  if (!is_gone && !is (server, SYNC_NO_LIST_ETAG))
    item->etag = g_strdup_printf ("\"%u\"", version);
  g_ptr_array_add (listing->items, item);
}

/* What happened after one moment and up to another; the last of each href. */
static void
list_between (SyncServer    *server,
              PlnDavListing *listing,
              guint          from,
              guint          to)
{
  for (guint i = from; i < to; i++)
    {
      const Entry *entry = &g_array_index (server->log, Entry, i);
      gboolean is_last = TRUE;

      for (guint j = i + 1; is_last && j < to; j++)
        is_last = !g_str_equal (g_array_index (server->log, Entry, j).href, entry->href);
      if (!is_last || (entry->is_pruned && from > 0))
        continue;
      if (from > 0 || !entry->is_gone || is (server, SYNC_TOMBSTONES))
        list_one (server, listing, entry->href, entry->is_gone, i + 1);
    }
}

PlnDavListing *
sync_server_list (SyncServer  *server,
                  const char  *token,
                  guint       *retry_after,
                  GError     **error)
{
  PlnDavListing *listing;
  guint seen = server->log->len;
  guint behind = is (server, SYNC_LAGS) ? (guint) g_rand_int_range (server->random, 0, 4) : 0;
  guint epoch = 0;
  guint from = 0;
  gboolean is_known;

  if (!arrives (server, retry_after, error))
    return NULL;
  if (happens (server, server->faults.forgets))
    server->epoch++;
  seen -= MIN (seen, behind);
  is_known = token != NULL && sscanf (token, "%u-%u", &epoch, &from) == 2 && epoch == server->epoch && from <= seen && from > 0;
  listing = g_new0 (PlnDavListing, 1);
  listing->items = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_dav_item_free);
  listing->token = token_at (server, seen);
  listing->is_whole = !is_known && !(token != NULL && is (server, SYNC_DISGUISES));
  list_between (server, listing, is_known ? from : 0, seen);

  return listing;
}

GPtrArray *
sync_server_get (SyncServer  *server,
                 char       **hrefs,
                 guint       *retry_after,
                 GError     **error)
{
  GPtrArray *items;

  if (!arrives (server, retry_after, error))
    return NULL;

  items = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_dav_item_free);
  for (guint i = 0; hrefs[i] != NULL; i++)
    {
      const SyncResource *resource = g_hash_table_lookup (server->resources, hrefs[i]);
      PlnDavItem *item = pln_dav_item_new (hrefs[i]);

      item->status = resource == NULL ? 404 : 0;
      item->data = resource != NULL ? g_bytes_ref (resource->text) : NULL;
      item->etag = resource != NULL ? etag_of (resource) : NULL;
      if (happens (server, server->faults.left_out))
        pln_dav_item_free (item);
      else
        g_ptr_array_insert (items, g_rand_int_range (server->random, -1, (int) items->len + 1), item);
    }

  return items;
}

/* Whether the condition of a write holds. */
static gboolean
matches (SyncServer         *server,
         const SyncResource *resource,
         const char         *etag,
         GError            **error)
{
  g_autofree char *now = resource != NULL ? etag_of (resource) : NULL;

  if ((is (server, SYNC_IGNORES_MATCH) || g_strcmp0 (now, etag) == 0) && !happens (server, server->faults.changed))
    return TRUE;
  g_propagate_error (error, pln_dav_error_from_status (412, "it", "server"));

  return FALSE;
}

static gboolean
has_twin (SyncServer  *server,
          const char  *href,
          GBytes      *text,
          GError     **error)
{
  g_autofree char *uid = uid_of (text);
  const SyncResource *twin = sync_server_find (server, uid);

  if (twin == NULL || g_str_equal (twin->href, href))
    return FALSE;
  if (is (server, SYNC_ONE_UID))
    g_set_error (error, PLN_DAV_ERROR, PLN_DAV_ERROR_TWIN, "twin");
  else if (is (server, SYNC_ONE_UID_412))
    g_propagate_error (error, pln_dav_error_from_status (412, "it", "server"));
  else
    return FALSE;

  return TRUE;
}

PlnDavWritten *
sync_server_write (SyncServer  *server,
                   const char  *href,
                   GBytes      *text,
                   const char  *etag,
                   guint       *retry_after,
                   GError     **error)
{
  SyncResource *resource = g_hash_table_lookup (server->resources, href);
  PlnDavWritten *written;

  if (!arrives (server, retry_after, error) || !matches (server, resource, etag, error)
      || (resource == NULL && has_twin (server, href, text, error)))
    return NULL;

  written = g_new0 (PlnDavWritten, 1);
  if (happens (server, server->faults.not_stored))
    return written;
  if (resource == NULL && happens (server, server->faults.elsewhere))
    written->href = g_strdup_printf (SYNC_CALENDAR "named-%u.ics", server->log->len);

  mail (server, resource != NULL ? resource->text : NULL, text);
  resource = store (server, written->href != NULL ? written->href : href, text);
  if (is (server, SYNC_OTHER_ETAG))
    written->etag = g_strdup_printf ("\"p%u\"", resource->version);
  else if (!is (server, SYNC_NO_PUT_ETAG))
    written->etag = etag_of (resource);
  if (is_answered (server, error))
    return written;

  pln_dav_written_free (written);

  return NULL;
}

gboolean
sync_server_delete (SyncServer  *server,
                    const char  *href,
                    const char  *etag,
                    guint       *retry_after,
                    GError     **error)
{
  SyncResource *resource = g_hash_table_lookup (server->resources, href);

  if (!arrives (server, retry_after, error))
    return FALSE;
  if (resource == NULL)
    return TRUE;
  if (!matches (server, resource, etag, error))
    return FALSE;

  mail (server, resource->text, NULL);
  sync_server_remove (server, href);

  return is_answered (server, error);
}
