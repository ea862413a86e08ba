/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-wall-window-private.h"

#include "pln-clock.h"
#include "pln-config.h"
#include "pln-round-words.h"
#include "pln-settings.h"
#include "pln-str.h"
#include "pln-wall.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>

#define PAGE_SECONDS  12 /* how long a page is shown */
#define CLEAR_SECONDS 15 /* then the name field is for the next person */
#define NEXT          3  /* things that come next */
#define FULL_NAMES    "wall-full-names"

/**
 * PlnWallWindow:
 *
 * The wall: the groups of a round for all to see, from a projector. Who sits
 * where, how long until it begins or ends, and what is next; nothing private.
 * Whoever comes by finds their own name by typing it.
 */
G_DEFINE_FINAL_TYPE (PlnWallWindow, pln_wall_window, GTK_TYPE_WINDOW)

static gint64
seconds_of (GDateTime *at)
{
  return at != NULL ? g_date_time_to_unix (at) : 0;
}

static PlnCountdown
countdown_now (PlnWallWindow *self)
{
  gint64 now = self->paused_at != 0 ? self->paused_at : pln_clock_now ();

  if (self->round == NULL)
    return (PlnCountdown) { PLN_COUNTDOWN_NONE, 0, 0 };

  return pln_countdown_at (now, seconds_of (pln_round_get_start (self->round)) + self->shift,
                           seconds_of (pln_round_get_end (self->round)) + self->shift);
}

/* (internal): What changes as time goes by. */
void
pln_wall_window_tick (PlnWallWindow *self)
{
  PlnCountdown countdown = countdown_now (self);
  g_autofree char *name = self->round != NULL ? pln_round_name (self->round) : g_strdup ("");
  g_autofree char *heading = self->round != NULL ? pln_countdown_heading (countdown.step, name) : g_strdup (_("No rounds yet"));
  g_autoptr(GDateTime) now = pln_clock_now_here ();
  g_autofree char *time = pln_when_words_time (now);

  pln_wall_countdown_show (self->countdown, &countdown, name, self->paused_at != 0);
  gtk_label_set_text (self->title, heading); /* which does nothing while it is the same */
  gtk_label_set_text (self->clock, time);
}

static gboolean
tick_cb (gpointer user_data)
{
  pln_wall_window_tick (user_data);

  return G_SOURCE_CONTINUE;
}

static void
update_page (PlnWallWindow *self)
{
  guint n = pln_wall_board_get_n_pages (self->board);
  g_autofree char *words = g_strdup_printf (_("Page %u of %u"), pln_wall_board_get_page (self->board) + 1, n);

  gtk_label_set_text (self->page, n > 1 ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->page), n > 1);
}

/* Whoever looks for a name keeps the page with it. */
static gboolean
page_cb (gpointer user_data)
{
  PlnWallWindow *self = user_data;
  guint n = pln_wall_board_get_n_pages (self->board);

  if (n > 1 && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    {
      pln_wall_board_set_page (self->board, (pln_wall_board_get_page (self->board) + 1) % n);
      update_page (self);
    }

  return G_SOURCE_CONTINUE;
}

static void
clear_cb (gpointer user_data)
{
  PlnWallWindow *self = user_data;

  self->clear_source = 0;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

/* (internal): Shows where those sit whose name is typed. */
void
pln_wall_window_find (PlnWallWindow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr(GPtrArray) found = NULL;
  g_autofree char *words = NULL;

  g_clear_handle_id (&self->clear_source, g_source_remove);
  if (*text != '\0')
    self->clear_source = g_timeout_add_once (1000 * CLEAR_SECONDS, clear_cb, self);
  if (*text != '\0' && self->round != NULL)
    found = pln_wall_find (self->gathering, self->round, text);
  pln_wall_board_find (self->board, found);
  update_page (self);
  words = found == NULL ? g_strdup ("")
          : found->len == 0 ? g_strdup (_("Nobody found"))
                            : g_strdup_printf (ngettext ("%u found", "%u found", found->len), found->len);
  gtk_label_set_text (self->n_found, words);
}

static gboolean
shows_full_names (PlnWallWindow *self)
{
  return gtk_toggle_button_get_active (self->in_full);
}

/* (internal): Shows the round anew. */
void
pln_wall_window_rebuild (PlnWallWindow *self)
{
  g_autoptr(GHashTable) names = pln_wall_names (self->gathering, shows_full_names (self));
  g_autofree char *title = pln_str_one_line (pln_gathering_get_title (self->gathering));
  g_autofree char *next = self->round != NULL ? pln_wall_next (self->gathering, self->round, NEXT) : g_strdup ("");
  /* Translators: what comes after the round on the wall: “Next: Round 3 at 15:25 · Tea at 15:55” */
  g_autofree char *words = *next != '\0' ? g_strdup_printf (_("Next: %s"), next) : g_strdup ("");
  gboolean has_groups = self->round != NULL && g_list_model_get_n_items (pln_round_get_groups (self->round)) > 0;

  gtk_label_set_text (self->subtitle, title);
  gtk_label_set_text (self->next, words);
  gtk_label_set_text (self->nothing, self->round != NULL ? _("This round has no groups yet") : "");
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), !has_groups);
  pln_wall_board_show (self->board, self->round, names, self->scale);
  pln_wall_window_find (self);
  pln_wall_window_tick (self);
}

static gboolean
rebuild_cb (gpointer user_data)
{
  PlnWallWindow *self = user_data;

  self->rebuild_source = 0;
  if (self->wanted > 0 && ABS (self->wanted - self->scale) >= 0.01)
    pln_wall_window_rescale (self, self->wanted);
  pln_wall_window_rebuild (self);

  return G_SOURCE_REMOVE;
}

/* The board is made once for all changes of a moment. */
static void
queue_rebuild (PlnWallWindow *self)
{
  if (self->rebuild_source == 0)
    self->rebuild_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 2, rebuild_cb, self, NULL);
}

static void
watch_groups (PlnWallWindow *self,
              PlnRound      *round,
              gboolean       watch)
{
  GListModel *groups = pln_round_get_groups (round);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i);

      if (watch)
        g_signal_connect_object (group, "notify", G_CALLBACK (queue_rebuild), self, G_CONNECT_SWAPPED);
      else
        g_signal_handlers_disconnect_by_func (group, queue_rebuild, self);
    }
}

static void
groups_changed_cb (PlnWallWindow *self)
{
  watch_groups (self, self->round, FALSE);
  watch_groups (self, self->round, TRUE);
  queue_rebuild (self);
}

/**
 * pln_wall_window_show_round:
 * @self: a wall
 * @round: (nullable): a round of its gathering
 *
 * Shows a round, with its countdown as its time says.
 */
void
pln_wall_window_show_round (PlnWallWindow *self,
                            PlnRound      *round)
{
  g_return_if_fail (PLN_IS_WALL_WINDOW (self));

  if (self->round != NULL)
    {
      watch_groups (self, self->round, FALSE);
      g_signal_handlers_disconnect_by_data (self->round, self);
      g_signal_handlers_disconnect_by_data (pln_round_get_groups (self->round), self);
    }
  g_set_object (&self->round, round);
  if (round != NULL)
    {
      g_signal_connect_object (round, "notify", G_CALLBACK (queue_rebuild), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (pln_round_get_groups (round), "items-changed", G_CALLBACK (groups_changed_cb), self,
                               G_CONNECT_SWAPPED);
      watch_groups (self, round, TRUE);
    }
  self->shift = 0;
  self->paused_at = 0;
  gtk_toggle_button_set_active (self->pause, FALSE);
  pln_wall_board_set_page (self->board, 0);
  pln_wall_window_rebuild (self);
}

static guint
find_round (PlnWallWindow *self)
{
  GListModel *rounds = pln_gathering_get_rounds (self->gathering);

  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);

      if (round == self->round)
        return i;
    }

  return G_MAXUINT;
}

/* (internal): Shows another round. */
void
pln_wall_window_step (PlnWallWindow *self,
                      int            by)
{
  GListModel *rounds = pln_gathering_get_rounds (self->gathering);
  gint64 to = (gint64) find_round (self) + by;

  if (to >= 0 && to < (gint64) g_list_model_get_n_items (rounds))
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, (guint) to);

      pln_wall_window_show_round (self, round);
    }
}

/* The one that is shown may be gone. */
static void
rounds_changed_cb (PlnWallWindow *self)
{
  GListModel *rounds = pln_gathering_get_rounds (self->gathering);
  g_autoptr(GDateTime) now = pln_clock_now_utc ();
  g_autoptr(PlnRound) round = NULL;

  if (self->round != NULL && find_round (self) != G_MAXUINT)
    {
      queue_rebuild (self);
      return;
    }

  round = g_list_model_get_item (rounds, pln_wall_choose (self->gathering, now));
  pln_wall_window_show_round (self, round);
}

/* What all agreed to is known of each gathering by itself. */
static void
full_names_cb (PlnWallWindow *self)
{
  const char *uid = pln_gathering_get_uid (self->gathering);
  g_auto(GStrv) before = self->settings != NULL ? g_settings_get_strv (self->settings, FULL_NAMES) : NULL;
  g_autoptr(GStrvBuilder) after = g_strv_builder_new ();
  g_auto(GStrv) uids = NULL;

  for (guint i = 0; before != NULL && before[i] != NULL; i++)
    if (!g_str_equal (before[i], uid))
      g_strv_builder_add (after, before[i]);
  if (shows_full_names (self))
    g_strv_builder_add (after, uid);
  uids = g_strv_builder_end (after);
  if (self->settings != NULL)
    g_settings_set_strv (self->settings, FULL_NAMES, (const char *const *) uids);
  pln_wall_window_rebuild (self);
}

static void
pln_wall_window_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  PlnWallWindow *self = PLN_WALL_WINDOW (widget);

  self->wanted = CLAMP (MIN (width / 1920.0, height / 1080.0), 0.2, 8);
  if (ABS (self->wanted - self->scale) >= 0.01)
    queue_rebuild (self);
  GTK_WIDGET_CLASS (pln_wall_window_parent_class)->size_allocate (widget, width, height, baseline);
}

/* The screen does not sleep while the wall is seen. */
static void
pln_wall_window_map (GtkWidget *widget)
{
  PlnWallWindow *self = PLN_WALL_WINDOW (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  GTK_WIDGET_CLASS (pln_wall_window_parent_class)->map (widget);
  if (application != NULL && self->inhibitor == 0)
    self->inhibitor = gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_IDLE,
                                               _("The wall is shown"));
  self->tick_source = g_timeout_add_seconds (1, tick_cb, self);
  self->page_source = g_timeout_add_seconds (PAGE_SECONDS, page_cb, self);
}

static void
pln_wall_window_unmap (GtkWidget *widget)
{
  PlnWallWindow *self = PLN_WALL_WINDOW (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  g_clear_handle_id (&self->tick_source, g_source_remove);
  g_clear_handle_id (&self->page_source, g_source_remove);
  if (application != NULL && self->inhibitor != 0)
    gtk_application_uninhibit (application, self->inhibitor);
  self->inhibitor = 0;
  GTK_WIDGET_CLASS (pln_wall_window_parent_class)->unmap (widget);
}

static void
pln_wall_window_dispose (GObject *object)
{
  PlnWallWindow *self = PLN_WALL_WINDOW (object);

  g_clear_handle_id (&self->clear_source, g_source_remove);
  g_clear_handle_id (&self->rebuild_source, g_source_remove);
  g_clear_handle_id (&self->controls_source, g_source_remove);
  if (self->sizes != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)), GTK_STYLE_PROVIDER (self->sizes));
  g_clear_object (&self->sizes);
  g_clear_object (&self->settings);
  if (self->round != NULL)
    watch_groups (self, self->round, FALSE);
  g_clear_object (&self->round);
  g_clear_object (&self->gathering);

  G_OBJECT_CLASS (pln_wall_window_parent_class)->dispose (object);
}

static void
pln_wall_window_class_init (PlnWallWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_wall_window_dispose;
  widget_class->size_allocate = pln_wall_window_size_allocate;
  widget_class->map = pln_wall_window_map;
  widget_class->unmap = pln_wall_window_unmap;
  pln_wall_window_add_actions (widget_class);
}

static void
pln_wall_window_init (PlnWallWindow *self)
{
  self->settings = pln_settings_new ();
  pln_wall_window_build (self);
  gtk_window_set_title (GTK_WINDOW (self), _("Wall"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 720);
}

/**
 * pln_wall_window_new:
 * @gathering: a gathering that is loaded
 *
 * Returns: (transfer none): the wall, with the round that is on or comes next
 */
PlnWallWindow *
pln_wall_window_new (PlnGathering *gathering)
{
  PlnWallWindow *self;
  g_auto(GStrv) full = NULL;

  g_return_val_if_fail (PLN_IS_GATHERING (gathering), NULL);

  self = g_object_new (PLN_TYPE_WALL_WINDOW, NULL);
  self->gathering = g_object_ref (gathering);
  full = self->settings != NULL ? g_settings_get_strv (self->settings, FULL_NAMES) : NULL;
  gtk_toggle_button_set_active (self->in_full,
                                full != NULL && g_strv_contains ((const char *const *) full, pln_gathering_get_uid (gathering)));
  g_signal_connect_swapped (self->in_full, "toggled", G_CALLBACK (full_names_cb), self);
  g_signal_connect_object (gathering, "notify::title", G_CALLBACK (queue_rebuild), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pln_gathering_get_rounds (gathering), "items-changed", G_CALLBACK (rounds_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pln_gathering_get_sessions (gathering), "items-changed", G_CALLBACK (queue_rebuild), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pln_gathering_get_attendees (gathering), "items-changed", G_CALLBACK (queue_rebuild), self,
                           G_CONNECT_SWAPPED);
  rounds_changed_cb (self);

  return self;
}

/**
 * pln_wall_window_fill:
 * @self: a wall
 * @beside: the window that it belongs to
 *
 * Fills a screen: another one than that of @beside, if there is one.
 */
void
pln_wall_window_fill (PlnWallWindow *self,
                      GtkWindow     *beside)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  GListModel *monitors = gdk_display_get_monitors (display);
  GdkSurface *surface = beside != NULL ? gtk_native_get_surface (GTK_NATIVE (beside)) : NULL;
  GdkMonitor *own = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr(GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != own && own != NULL)
        {
          gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
          return;
        }
    }
  gtk_window_fullscreen (GTK_WINDOW (self));
}
