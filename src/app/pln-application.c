/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-application-private.h"

#include "pln-config.h"
#include "pln-marks.h"
#include "pln-str.h"

#include <glib/gi18n.h>
#include <stdlib.h>

static void
init_wishes (PlnWishesInterface *iface)
{
  pln_application_init_gatherings (iface);
  pln_application_init_calendar (iface);
  pln_application_init_breakouts (iface);
  pln_application_init_mixing (iface);
  pln_application_init_people (iface);
  pln_application_init_notes (iface);
  pln_application_init_files (iface);
  pln_application_init_print (iface);
  pln_application_init_library (iface);
  pln_application_init_servers (iface);
}

/**
 * PlnApplication:
 *
 * The window program: one per library. It opens the library, shows its models
 * in the window, and hands what the user wants to the core.
 */
G_DEFINE_FINAL_TYPE_WITH_CODE (PlnApplication, pln_application, ADW_TYPE_APPLICATION,
                               G_IMPLEMENT_INTERFACE (PLN_TYPE_WISHES, init_wishes))

static const GOptionEntry options[] = {
  { "library", 'l', 0, G_OPTION_ARG_FILENAME, NULL, N_("Use the library in this folder"), N_("DIR") },
  { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Begin with the sample gatherings if there are none"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
  { NULL }
};

/**
 * pln_application_failed:
 * @self: the application
 * @error: (nullable): why a wish failed
 *
 * Shows why a wish failed, and asks who invites when that was the reason.
 * Nothing is shown for what was cancelled.
 *
 * Returns: whether there is an error, and so nothing to do with a result
 */
gboolean
pln_application_failed (PlnApplication *self,
                        GError         *error)
{
  g_autofree char *details = NULL;

  if (error == NULL)
    return FALSE;
  if (self->window == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRUE;

  details = g_strdup_printf ("%s %d (Plenary %s)", g_quark_to_string (error->domain), error->code, PLN_VERSION);
  pln_window_show_error (self->window, error->message, details);
  if (g_error_matches (error, PLN_CORE_ERROR, PLN_CORE_ERROR_NO_IDENTITY))
    pln_window_ask_identity (self->window);

  return TRUE;
}

/**
 * pln_application_show_done:
 * @self: the application
 * @message: what happened
 * @with_undo: whether it can be undone
 *
 * Tells what happened, if there is still a window to tell it in.
 */
void
pln_application_show_done (PlnApplication *self,
                           const char     *message,
                           gboolean        with_undo)
{
  if (self->window != NULL)
    pln_window_show_done (self->window, message, with_undo);
}

static void
failed_later_cb (PlnApplication *self,
                 const char     *message)
{
  if (self->window != NULL)
    pln_window_show_error (self->window, message, NULL);
}

static void
show_steps (PlnApplication *self)
{
  if (self->window != NULL)
    pln_window_set_steps (self->window, pln_core_get_undo_label (self->core), pln_core_get_redo_label (self->core));
}

/* The first view shows all that belongs into it. */
static void
first_loaded_cb (PlnWindow      *window,
                 GParamSpec     *pspec,
                 PlnApplication *self)
{
  if (pln_window_get_loading (window))
    return;

  g_signal_handlers_disconnect_by_func (window, first_loaded_cb, self);
  pln_marks_next_frame (GTK_WIDGET (window), "ready");
}

static void
show_list (PlnApplication *self)
{
  self->shown = TRUE;
  pln_window_set_ready (self->window);
  pln_marks_next_frame (GTK_WIDGET (self->window), "first-frame"); /* with the list filled */

  g_signal_connect_object (self->window, "notify::loading", G_CALLBACK (first_loaded_cb), self, 0);
  first_loaded_cb (self->window, NULL, self);
}

/* What is known of the library, and a window: from now on both go together. */
static void
show_library (PlnApplication *self)
{
  GFile *file;

  if (!self->listed || self->window == NULL)
    return;

  if (!self->shown)
    show_list (self);
  show_steps (self);
  while (self->opened && (file = g_queue_pop_head (&self->files)) != NULL)
    {
      PLN_WISHES_GET_IFACE (self)->preview_import (PLN_WISHES (self), file, PLN_IMPORT_AS_SUGGESTED, NULL);
      g_object_unref (file);
    }
}

/* The index knows the gatherings long before each of the files was looked at.
 * That there are none is only known then. */
static void
listed_cb (GListModel     *gatherings,
           guint           position,
           guint           removed,
           guint           added,
           PlnApplication *self)
{
  if (g_list_model_get_n_items (gatherings) == 0)
    return;

  g_signal_handlers_disconnect_by_func (gatherings, listed_cb, self);
  self->listed = TRUE;
  show_library (self);
}

static void
entries_cb (PlnCore        *core,
            GParamSpec     *pspec,
            PlnApplication *self)
{
  if (self->window != NULL)
    pln_window_set_has_entries (self->window, pln_core_get_has_entries (core));
  if (self->listed || !pln_core_get_has_entries (core))
    return;

  self->listed = TRUE;
  show_library (self);
}

/* The first start with the sample does not show that there is nothing yet. */
static void
sampled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(PlnApplication) self = user_data;
  g_autoptr(GError) error = NULL;

  pln_core_add_sample_finish (PLN_CORE (source), result, &error);
  pln_application_failed (self, error);
  self->opened = self->listed = TRUE;
  show_library (self);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(PlnApplication) self = user_data;
  g_autoptr(GError) error = NULL;

  pln_core_open_finish (PLN_CORE (source), result, &error);
  if (pln_application_failed (self, error))
    return;

  pln_core_watch (self->core);
  pln_application_list_calendars (self);
  pln_application_start_servers (self);
  if (self->want_sample && g_list_model_get_n_items (pln_core_get_gatherings (self->core)) == 0)
    {
      pln_core_add_sample_async (self->core, self->cancellable, sampled_cb, g_object_ref (self));
      return;
    }

  self->opened = self->listed = TRUE;
  show_library (self);
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(PlnApplication) self = user_data;
  g_autoptr(GError) error = NULL;

  pln_core_refresh_finish (PLN_CORE (source), result, &error);
  pln_application_failed (self, error);
}

/* Whoever comes back to the window sees what other programs did meanwhile. */
static void
active_cb (PlnApplication *self)
{
  if (self->opened && gtk_window_is_active (GTK_WINDOW (self->window)))
    {
      pln_core_refresh_async (self->core, self->cancellable, refreshed_cb, g_object_ref (self));
      pln_core_sync_focused (self->core);
    }
}

static void
ensure_window (PlnApplication *self)
{
  if (self->window != NULL)
    return;

  g_set_weak_pointer (&self->window, pln_window_new (GTK_APPLICATION (self), PLN_WISHES (self)));
  self->shown = FALSE;
  pln_window_set_gatherings (self->window, pln_core_get_gatherings (self->core));
  pln_window_set_has_entries (self->window, pln_core_get_has_entries (self->core));
  g_signal_connect_object (self->window, "notify::is-active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
  show_library (self);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PlnApplication *self = user_data;

  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
}

static const GActionEntry actions[] = {
  { "quit", quit_cb },
};

/* Each library has an application of its own: a second start with the same
 * library shows the window that is there, with another one opens another. */
static void
name_after_library (PlnApplication *self)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (self->folder);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *hash = NULL;
  g_autofree char *id = NULL;

  if (path == NULL)
    return;

  pln_set_str (&self->folder, path);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  hash[12] = '\0';
  id = g_strdup_printf ("%s.L%s", PLN_APP_ID, hash);
  g_application_set_application_id (G_APPLICATION (self), id);
}

static int
pln_application_handle_local_options (GApplication *application,
                                      GVariantDict *given)
{
  PlnApplication *self = PLN_APPLICATION (application);

  if (g_variant_dict_contains (given, "version"))
    {
      g_print ("plenary %s\n", PLN_VERSION);
      return EXIT_SUCCESS;
    }

  self->want_sample = g_variant_dict_contains (given, "sample");
  if (g_variant_dict_lookup (given, "library", "^ay", &self->folder))
    name_after_library (self);

  return -1; /* go on */
}

static void
pln_application_startup (GApplication *application)
{
  PlnApplication *self = PLN_APPLICATION (application);
  const char *const quit[] = { "<Control>q", NULL };
  const char *const close[] = { "<Control>w", NULL };

  /* The disk works while GTK starts. */
  self->core = pln_core_new (self->folder);
  g_signal_connect_object (self->core, "failed-later", G_CALLBACK (failed_later_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->core, "notify::undo-label", G_CALLBACK (show_steps), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->core, "notify::redo-label", G_CALLBACK (show_steps), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pln_core_get_gatherings (self->core), "items-changed", G_CALLBACK (listed_cb), self, 0);
  g_signal_connect_object (self->core, "notify::has-entries", G_CALLBACK (entries_cb), self, 0);
  pln_core_open_async (self->core, self->cancellable, opened_cb, g_object_ref (self));

  G_APPLICATION_CLASS (pln_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (PLN_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", quit);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "window.close", close);
}

static void
pln_application_activate (GApplication *application)
{
  PlnApplication *self = PLN_APPLICATION (application);

  ensure_window (self);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
pln_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  PlnApplication *self = PLN_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    g_queue_push_tail (&self->files, g_object_ref (files[i]));

  pln_application_activate (application);
  show_library (self);
}

static void
pln_application_shutdown (GApplication *application)
{
  PlnApplication *self = PLN_APPLICATION (application);

  g_cancellable_cancel (self->cancellable);
  pln_core_close (self->core); /* waits for what was changed to be durable */

  G_APPLICATION_CLASS (pln_application_parent_class)->shutdown (application);
}

static void
pln_application_dispose (GObject *object)
{
  PlnApplication *self = PLN_APPLICATION (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->settings);
  g_clear_object (&self->opening);
  g_clear_object (&self->searching);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->core);
  g_queue_clear_full (&self->files, g_object_unref);

  G_OBJECT_CLASS (pln_application_parent_class)->dispose (object);
}

static void
pln_application_finalize (GObject *object)
{
  PlnApplication *self = PLN_APPLICATION (object);

  g_free (self->folder);

  G_OBJECT_CLASS (pln_application_parent_class)->finalize (object);
}

static void
pln_application_class_init (PlnApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = pln_application_dispose;
  object_class->finalize = pln_application_finalize;
  application_class->handle_local_options = pln_application_handle_local_options;
  application_class->startup = pln_application_startup;
  application_class->activate = pln_application_activate;
  application_class->open = pln_application_open;
  application_class->shutdown = pln_application_shutdown;
}

static void
pln_application_init (PlnApplication *self)
{
  self->cancellable = g_cancellable_new ();
  g_queue_init (&self->files);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

/**
 * pln_application_new:
 *
 * Returns: the application, to be run
 */
PlnApplication *
pln_application_new (void)
{
  return g_object_new (PLN_TYPE_APPLICATION,
                       "application-id", PLN_APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/plenary",
                       NULL);
}
