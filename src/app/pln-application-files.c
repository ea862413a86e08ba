/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-application-private.h"

#include "pln-config.h"
#include "pln-str.h"

#include <glib/gi18n.h>

/* A file that is being read or written. */
typedef struct
{
  PlnApplication *self;
  GFile          *file;
  PlnImportAs     as;
  GHashTable     *known; /* UIDs of the gatherings that were there before */
} FileWish;

static FileWish *
file_wish_new (PlnApplication *self,
               GFile          *file,
               PlnImportAs     as)
{
  FileWish *wish = g_new (FileWish, 1);

  wish->self = g_object_ref (self);
  wish->file = g_object_ref (file);
  wish->as = as;
  wish->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return wish;
}

static void
file_wish_free (FileWish *wish)
{
  g_object_unref (wish->self);
  g_object_unref (wish->file);
  g_hash_table_unref (wish->known);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FileWish, file_wish_free)

static char *
name_of (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);

  return pln_str_one_line (name);
}

/* Shows that a file is being read; the cross stops it.
 *
 * Returns: (transfer full): what the cross cancels */
static GCancellable *
begin_reading (PlnApplication *self,
               GFile          *file)
{
  GCancellable *cancellable = g_cancellable_new ();
  g_autofree char *name = name_of (file);
  g_autofree char *words = g_strdup_printf (_("Reading %s…"), name);

  if (self->window != NULL)
    pln_window_show_progress (self->window, words, -1, cancellable);

  return cancellable;
}

static void
end_reading (PlnApplication *self)
{
  if (self->window != NULL)
    pln_window_show_progress (self->window, NULL, 0, NULL);
}

/* An error says which file it is about. */
static void
name_file (GError **error,
           GFile   *file)
{
  g_autofree char *name = name_of (file);

  if (*error != NULL && strstr ((*error)->message, name) == NULL)
    /* Translators: in front of a sentence, the name of the file that it is about */
    g_prefix_error (error, _("%s: "), name);
}

static void
invited_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(FileWish) wish = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  guint n_files = 0;

  pln_core_export_invitations_finish (PLN_CORE (source), result, &n_files, &words, &error);
  if (!pln_application_failed (wish->self, error) && wish->self->window != NULL)
    pln_window_show_invited (wish->self->window, wish->file, n_files, words);
}

static void
export_invitations (PlnWishes         *wishes,
                    PlnGathering      *gathering,
                    const char *const *ids,
                    GFile             *folder)
{
  PlnApplication *self = PLN_APPLICATION (wishes);

  pln_core_export_invitations_async (self->core, gathering, ids, folder, self->cancellable, invited_cb,
                                     file_wish_new (self, folder, PLN_IMPORT_AS_SUGGESTED));
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(FileWish) wish = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *note = NULL;
  g_autofree char *name = name_of (wish->file);
  g_autofree char *written = g_strdup_printf (_("%s is written"), name);
  g_autofree char *message = NULL;
  GBytes *bytes = pln_core_export_file_finish (PLN_CORE (source), result, &note, &error);

  g_clear_pointer (&bytes, g_bytes_unref); /* they are in the file */
  if (pln_application_failed (wish->self, error))
    return;

  /* Translators: what was done, and what was left out of it. */
  message = note != NULL ? g_strdup_printf (_("%1$s. %2$s"), written, note) : g_strdup (written);
  pln_application_show_done (wish->self, message, FALSE);
}

static void
export_file (PlnWishes    *wishes,
             PlnGathering *gathering,
             const char   *format,
             GFile        *file)
{
  PlnApplication *self = PLN_APPLICATION (wishes);

  pln_core_export_file_async (self->core, gathering, format, NULL, file, self->cancellable, exported_cb,
                              file_wish_new (self, file, PLN_IMPORT_AS_SUGGESTED));
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(FileWish) wish = user_data;
  g_autoptr(GError) error = NULL;
  PlnImportCounts counts = { 0 };
  g_autoptr(GListModel) items = pln_core_preview_import_finish (PLN_CORE (source), result, &counts, &error);

  end_reading (wish->self);
  name_file (&error, wish->file);
  if (!pln_application_failed (wish->self, error) && wish->self->window != NULL)
    pln_window_show_import (wish->self->window, wish->file, wish->as, counts.zone, counts.asks, items);
}

static void
preview_import (PlnWishes   *wishes,
                GFile       *file,
                PlnImportAs  as,
                const char  *zone)
{
  PlnApplication *self = PLN_APPLICATION (wishes);
  g_autoptr(GPtrArray) files = g_ptr_array_new ();
  g_autoptr(GCancellable) cancellable = begin_reading (self, file);

  g_ptr_array_add (files, file);
  pln_core_preview_import_async (self->core, files, as, FALSE, zone, cancellable, previewed_cb, file_wish_new (self, file, as));
}

/* The first gathering that was not there before. */
static PlnGathering *
find_new (FileWish *wish)
{
  GListModel *gatherings = pln_core_get_gatherings (wish->self->core);

  for (guint i = 0; i < g_list_model_get_n_items (gatherings); i++)
    {
      g_autoptr(PlnGathering) gathering = g_list_model_get_item (gatherings, i);

      if (!g_hash_table_contains (wish->known, pln_gathering_get_uid (gathering)))
        return gathering; /* the list keeps it alive */
    }

  return NULL;
}

static char *
import_words (const PlnImportCounts *counts)
{
  g_autoptr(GStrvBuilder) parts = g_strv_builder_new ();
  g_auto(GStrv) words = NULL;
  g_autofree char *added = g_strdup_printf (ngettext ("%u added", "%u added", counts->added), counts->added);
  guint n_changed = counts->changed - counts->cancelled;
  g_autofree char *changed = g_strdup_printf (ngettext ("%u changed", "%u changed", n_changed), n_changed);
  g_autofree char *cancelled = g_strdup_printf (ngettext ("%u cancelled", "%u cancelled", counts->cancelled), counts->cancelled);
  g_autofree char *refused = g_strdup_printf (ngettext ("%u left out", "%u left out", counts->refused), counts->refused);

  if (counts->added == 0 && counts->changed == 0)
    return g_strdup (_("Everything in the file was here already"));

  if (counts->added > 0)
    g_strv_builder_add (parts, added);
  if (n_changed > 0)
    g_strv_builder_add (parts, changed);
  if (counts->cancelled > 0)
    g_strv_builder_add (parts, cancelled);
  if (counts->refused > 0)
    g_strv_builder_add (parts, refused);
  words = g_strv_builder_end (parts);

  return g_strjoinv (_(", "), words);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(FileWish) wish = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;
  PlnImportCounts counts = { 0 };
  g_autoptr(GListModel) items = pln_core_import_finish (PLN_CORE (source), result, &counts, &error);
  PlnGathering *gathering;

  end_reading (wish->self);
  if (items == NULL)
    {
      pln_application_failed (wish->self, error);
      return;
    }

  gathering = find_new (wish);
  if (gathering != NULL && wish->self->window != NULL)
    pln_window_set_gathering (wish->self->window, gathering);
  message = import_words (&counts);
  pln_application_show_done (wish->self, message, counts.added + counts.changed > 0);
}

static void
import_file (PlnWishes   *wishes,
             GFile       *file,
             PlnImportAs  as,
             const char  *zone)
{
  PlnApplication *self = PLN_APPLICATION (wishes);
  GListModel *gatherings = pln_core_get_gatherings (self->core);
  g_autoptr(GPtrArray) files = g_ptr_array_new ();
  g_autoptr(GCancellable) cancellable = begin_reading (self, file);
  FileWish *wish = file_wish_new (self, file, as);

  for (guint i = 0; i < g_list_model_get_n_items (gatherings); i++)
    {
      g_autoptr(PlnGathering) gathering = g_list_model_get_item (gatherings, i);

      g_hash_table_add (wish->known, g_strdup (pln_gathering_get_uid (gathering)));
    }

  g_ptr_array_add (files, file);
  pln_core_import_async (self->core, files, as, FALSE, zone, NULL, cancellable, imported_cb, wish);
}

static void
backup (PlnWishes *wishes,
        GFile     *file)
{
  PlnApplication *self = PLN_APPLICATION (wishes);
  g_autofree char *name = name_of (file);

  pln_core_backup_async (self->core, file, self->cancellable, pln_wish_done,
                         pln_wish_new (self, pln_core_backup_finish,
                                       g_strdup_printf (_("Everything is backed up in %s"), name), FALSE));
}

static void
restore (PlnWishes *wishes,
         GFile     *file)
{
  PlnApplication *self = PLN_APPLICATION (wishes);
  g_autofree char *name = name_of (file);

  pln_core_restore_async (self->core, file, self->cancellable, pln_wish_done,
                          pln_wish_new (self, pln_core_restore_finish,
                                        g_strdup_printf (_("Everything is as it was in %s"), name), TRUE));
}

/* What is written to and read from files. */
void
pln_application_init_files (PlnWishesInterface *iface)
{
  iface->export_invitations = export_invitations;
  iface->export_file = export_file;
  iface->preview_import = preview_import;
  iface->import_file = import_file;
  iface->backup = backup;
  iface->restore = restore;
}
