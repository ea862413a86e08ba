/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-publish.h"

#include "pln-core-private.h"
#include "pln-file.h"
#include "pln-handout-print.h"
#include "pln-html-write.h"
#include "pln-ics-export.h"
#include "pln-note-print.h"
#include "pln-note-text.h"
#include "pln-people-text.h"
#include "pln-places-text.h"
#include "pln-programme-print.h"
#include "pln-schedule-write.h"

#include <glib/gi18n.h>
#include <string.h>

/* Makes a file of what a programme says. */
typedef GBytes *(* MakeFunc) (const PlnProgramme *programme, const char *address);

/* Makes a file of what the models of a gathering say. */
typedef GBytes *(* TellFunc) (PlnGathering *gathering);

static GBytes *
bytes_of (char *text) /* (transfer full) */
{
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
tell_people (PlnGathering *gathering)
{
  return bytes_of (pln_people_text_write (gathering));
}

static GBytes *
tell_places (PlnGathering *gathering)
{
  return bytes_of (pln_places_text_write (gathering));
}

static GBytes *
tell_notes (PlnGathering *gathering)
{
  return bytes_of (pln_note_text_write (gathering));
}

static const struct
{
  const char *name;
  MakeFunc    make; /* NULL: otherwise */
  TellFunc    tell; /* as well */
  int         handout; /* or else -1 */
} formats[] = {
  { "csv", NULL, tell_people, -1 },
  { "html", pln_html_write, NULL, -1 },
  { "ics", NULL, NULL, -1 },
  { "notes-markdown", NULL, tell_notes, -1 },
  { "pdf-cards", NULL, NULL, PLN_HANDOUT_CARDS },
  { "pdf-day", pln_programme_print_days, NULL, -1 },
  { "pdf-door", NULL, NULL, PLN_HANDOUT_DOOR },
  { "pdf-groups", NULL, NULL, PLN_HANDOUT_GROUPS },
  { "pdf-list", pln_programme_print_list, NULL, -1 },
  { "pdf-notes", NULL, pln_note_print_sheets, -1 },
  { "pdf-rooms", pln_programme_print_rooms, NULL, -1 },
  { "pdf-signs", NULL, NULL, PLN_HANDOUT_SIGNS },
  { "pdf-slips", NULL, NULL, PLN_HANDOUT_SLIPS },
  { "places-csv", NULL, tell_places, -1 },
  { "schedule-xml", pln_schedule_write, NULL, -1 },
};

typedef struct
{
  const char *format;   /* one of the names above */
  MakeFunc    make;
  PlnHandout *handout;  /* (nullable): what it is made of */
  int         layout;   /* of the hand-out */
  char       *address;  /* (nullable) */
  char       *path;     /* (nullable): where to */
  GBytes     *text;     /* of the gathering */
  GPtrArray  *sessions; /* GBytes */
  GBytes     *content;
  char       *note;     /* (nullable) */
} Publication;

static void
publication_free (Publication *publication)
{
  g_clear_pointer (&publication->handout, pln_handout_free);
  g_free (publication->address);
  g_free (publication->path);
  g_clear_pointer (&publication->text, g_bytes_unref);
  g_ptr_array_unref (publication->sessions);
  g_clear_pointer (&publication->content, g_bytes_unref);
  g_free (publication->note);
  g_free (publication);
}

static Publication *
publication_new (guint       format,
                 const char *address,
                 GFile      *file)
{
  Publication *publication = g_new0 (Publication, 1);

  publication->format = formats[format].name;
  publication->make = formats[format].make;
  publication->layout = formats[format].handout;
  publication->address = g_strdup (address);
  publication->path = file != NULL ? g_file_get_path (file) : NULL;
  publication->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  return publication;
}

/* Files are written by their path, and not over folders. */
static gboolean
check_file (GFile   *file,
            GError **error)
{
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;
  g_autofree char *name = NULL;

  if (file == NULL || (path != NULL && !g_file_test (path, G_FILE_TEST_IS_DIR)))
    return TRUE;

  name = g_file_get_parse_name (file);
  g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_BAD_NAME,
               path == NULL ? _("“%s” is not on this computer. Choose a folder here, and copy the files afterwards.")
                            : _("“%s” is a folder. Name the file that is to be written in it."), name);

  return FALSE;
}

/* An address that others will read; it must lead somewhere. */
static gboolean
check_address (const char  *address,
               GError     **error)
{
  g_autoptr(GUri) uri = address != NULL ? g_uri_parse (address, G_URI_FLAGS_NONE, NULL) : NULL;
  gboolean is_web = uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0'
                    && (g_str_equal (g_uri_get_scheme (uri), "https") || g_str_equal (g_uri_get_scheme (uri), "http"));

  if (address == NULL || is_web)
    return TRUE;

  g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_BAD_ADDRESS,
               _("“%s” is no address of a page. Give one that begins with https://."), address);

  return FALSE;
}

/* Works on what no other thread sees any more. */
static void
publish_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Publication *publication = task_data;
  g_autoptr(PlnProgramme) programme = NULL;
  GError *error = NULL;

  if (publication->handout != NULL)
    publication->content = pln_handout_print (publication->handout, (PlnHandoutLayout) publication->layout);
  else if (publication->content == NULL)
    {
      programme = pln_programme_new (publication->text, publication->sessions, &error);
      if (programme != NULL && publication->make != NULL)
        publication->content = publication->make (programme, publication->address);
      else if (programme != NULL)
        publication->content = pln_ics_export_feed (publication->text, publication->sessions, publication->address, &error);
    }
  if (programme != NULL)
    publication->note = pln_programme_left_out (programme);

  if (error == NULL && publication->path != NULL)
    {
      gsize length;
      const char *text = g_bytes_get_data (publication->content, &length);

      pln_file_write (publication->path, text != NULL ? text : "", length, &error);
    }

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
published_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  GError *error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  pln_core_wish_done (user_data, NULL, NULL, error);
}

static void
publish (GTask *wish)
{
  g_autoptr(GTask) worker = g_task_new (NULL, g_task_get_cancellable (wish), published_cb, wish);

  g_task_set_task_data (worker, g_task_get_task_data (wish), NULL);
  g_task_run_in_thread (worker, publish_thread);
}

/* Sorts out what a store gave: the text of a gathering and those of its
 * sessions.
 *
 * @text: (out) (transfer full)
 * @sessions: (element-type GBytes): they are added to it
 *
 * Returns: whether there is a gathering */
gboolean
pln_core_take_parts (PlnStore      *store,
                     GAsyncResult  *result,
                     GBytes       **text,
                     GPtrArray     *sessions,
                     GError       **error)
{
  g_autoptr(GPtrArray) objects = pln_store_get_objects_finish (store, result, error);

  if (objects == NULL)
    return FALSE;

  for (guint i = 0; i < objects->len; i++)
    {
      PlnStoreObject *object = g_ptr_array_index (objects, i);

      if (g_str_equal (object->kind, "session"))
        g_ptr_array_add (sessions, g_bytes_ref (object->text));
      else if (g_str_equal (object->kind, "gathering") && *text == NULL)
        *text = g_bytes_ref (object->text);
    }
  if (*text == NULL)
    g_set_error_literal (error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                         _("The gathering is not here any more. Look for it in the bin."));

  return *text != NULL;
}

static void
parts_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GTask *task = user_data;
  Publication *publication = g_task_get_task_data (task);
  GError *error = NULL;

  if (pln_core_take_parts (PLN_STORE (source), result, &publication->text, publication->sessions, &error))
    publish (task);
  else
    pln_core_wish_fail (task, error);
}

static int
find_format (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, name))
      return (int) i;

  return -1;
}

/**
 * pln_core_export_is_format:
 * @format: a word
 *
 * Returns: whether [method@Core.export_file_async] knows it
 */
gboolean
pln_core_export_is_format (const char *format)
{
  return find_format (format) >= 0;
}

/**
 * pln_core_export_file_async:
 * @self: a core
 * @gathering: a gathering; for the organisers’ formats one that is loaded
 * @format: a format that is known
 * @address: (nullable): where it will be published
 * @file: (nullable): where to; %NULL to give the bytes only
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called when it is written
 * @user_data: data for @callback
 *
 * Writes what everybody may see: “ics”, “schedule-xml”, “html”, “pdf-day”,
 * “pdf-list”, “pdf-rooms”; or for the organisers “csv”: a table of those who
 * come, “notes-markdown”: what was said, “places-csv”: a table of who sits
 * where; or for the room “pdf-door”, “pdf-groups”, “pdf-slips”, “pdf-cards”, “pdf-signs”.
 */
void
pln_core_export_file_async (PlnCore             *self,
                            PlnGathering        *gathering,
                            const char          *format,
                            const char          *address,
                            GFile               *file,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  int at = find_format (format);
  GTask *task;
  GError *error = NULL;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (PLN_IS_GATHERING (gathering));
  g_return_if_fail (at >= 0);

  task = pln_core_wish_new (self, pln_core_export_file_async, cancellable, callback, user_data);
  if (!check_file (file, &error) || !check_address (address, &error))
    {
      pln_core_wish_fail (task, error);
      return;
    }

  g_task_set_task_data (task, publication_new ((guint) at, address, file), (GDestroyNotify) publication_free);
  if (formats[at].tell != NULL)
    {
      ((Publication *) g_task_get_task_data (task))->content = formats[at].tell (gathering);
      publish (task);
    }
  else if (formats[at].handout >= 0)
    {
      ((Publication *) g_task_get_task_data (task))->handout = pln_handout_new (gathering);
      publish (task);
    }
  else
    {
      const char *uids[] = { pln_gathering_get_uid (gathering), NULL };

      pln_store_get_objects_async (self->store, uids, TRUE, cancellable, parts_read_cb, task);
    }
}

/**
 * pln_core_export_file_finish:
 * @self: a core
 * @result: the result given to the callback
 * @note: (out) (optional) (nullable) (transfer full): what was left out, as a
 *   sentence; %NULL if nothing was
 * @error: return location for an error
 *
 * Returns: (transfer full): what was written; or %NULL
 */
GBytes *
pln_core_export_file_finish (PlnCore       *self,
                             GAsyncResult  *result,
                             char         **note,
                             GError       **error)
{
  GTask *task = G_TASK (result);
  Publication *publication = g_task_get_task_data (task);

  if (!g_task_propagate_boolean (task, error))
    return NULL;
  if (note != NULL)
    *note = g_strdup (publication->note);

  return g_bytes_ref (publication->content);
}
