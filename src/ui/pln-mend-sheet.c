/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mend-sheet.h"

#include "pln-config.h"
#include "pln-group-words.h"
#include "pln-quality-words.h"
#include "pln-str.h"

#include <glib/gi18n.h>

#define SORT_KEY "pln-sort-key"

/**
 * PlnMendSheet:
 *
 * As few changes as possible after somebody came late or left, or a room is
 * gone; and who must be told of another place.
 */
struct _PlnMendSheet
{
  PlnSheet        parent_instance;

  PlnWishes      *wishes;
  PlnGathering   *gathering;
  PlnMixing      *mixing;
  guint           show_source;

  GtkLabel       *title;
  GtkLabel       *words;
  GtkLabel       *gone;
  GtkProgressBar *progress;
  GtkWidget      *frame;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (PlnMendSheet, pln_mend_sheet, PLN_TYPE_SHEET)

/* "group 7, Room 2", or that there is none. */
static char *
place_words (PlnMendSheet *self,
             const char   *uid)
{
  PlnGroup *group = NULL;
  GPtrArray *rounds = pln_mixing_get_rounds (self->mixing);
  g_autofree char *name = NULL;

  for (guint i = 0; *uid != '\0' && rounds != NULL && group == NULL && i < rounds->len; i++)
    group = pln_round_find_group (rounds->pdata[i], uid);
  if (group == NULL && *uid != '\0')
    group = pln_gathering_find_group (self->gathering, uid);
  if (group == NULL)
    return g_strdup (_("no place"));

  name = pln_group_name (group);

  return *pln_group_get_room (group) != '\0' ? g_strdup_printf ("%s, %s", name, pln_group_get_room (group))
                                             : g_steal_pointer (&name);
}

/* "Round 2: from Group 3, Room 1 to Group 7, Room 2; facilitator" */
static char *
tell_words (PlnMendSheet  *self,
            const PlnTell *tell)
{
  PlnRound *round = pln_gathering_find_round (self->gathering, tell->round);
  g_autofree char *number = round != NULL ? pln_round_name (round) : g_strdup (_("Round"));
  g_autofree char *from = place_words (self, tell->from);
  g_autofree char *to = place_words (self, tell->to);
  const char *role = pln_group_role_word (tell->role);
  g_autofree char *words = NULL;

  if (tell->stays)
    /* Translators: a round, a role, and where: "Round 2: Facilitator, Group 3, Room 1" */
    return g_strdup_printf (_("%s: %s, %s"), number, role, to);

  /* Translators: "Round 2: from Group 3, Room 1 to Group 7, Room 2" */
  words = *tell->from != '\0' ? g_strdup_printf (_("%s: from %s to %s"), number, from, to)
                              : g_strdup_printf (_("%s: to %s"), number, to);

  return tell->role == PLN_GROUP_ROLE_NONE ? g_steal_pointer (&words) : g_strdup_printf ("%s; %s", words, role);
}

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  return g_strcmp0 (g_object_get_data (G_OBJECT (a), SORT_KEY), g_object_get_data (G_OBJECT (b), SORT_KEY));
}

static GtkWidget *
make_row (PlnMendSheet *self,
          const char   *person)
{
  GtkWidget *row = adw_action_row_new ();
  PlnAttendee *attendee = pln_gathering_find_attendee (self->gathering, person);
  g_autofree char *name = attendee != NULL ? pln_str_one_line (pln_attendee_get_display_name (attendee)) : g_strdup (person);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  g_object_set_data_full (G_OBJECT (row), SORT_KEY, g_strdup (attendee != NULL ? pln_attendee_get_sort_key (attendee) : person),
                          g_free);

  return row;
}

/* A row for each person, with a line for each round. */
static void
show_list (PlnMendSheet *self,
           GPtrArray    *tell)
{
  g_autoptr(GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);
  GtkListBoxRow *old;

  while ((old = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (old));
  for (guint i = 0; i < tell->len; i++)
    {
      const PlnTell *one = g_ptr_array_index (tell, i);
      GtkWidget *row = g_hash_table_lookup (rows, one->person);
      g_autofree char *words = tell_words (self, one);
      g_autofree char *all = NULL;

      if (row == NULL)
        {
          row = make_row (self, one->person);
          adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
          g_hash_table_insert (rows, one->person, row);
          gtk_list_box_append (self->list, row);
          continue;
        }

      all = g_strdup_printf ("%s\n%s", adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), words);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), all);
    }
  gtk_widget_set_visible (self->frame, tell->len > 0);
}

/* Who is not here any more, by name. */
static void
show_gone (PlnMendSheet *self)
{
  g_autoptr(GPtrArray) gone = pln_mixing_list_gone (self->mixing);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;
  g_autofree char *list = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < gone->len; i++)
    {
      PlnAttendee *attendee = pln_gathering_find_attendee (self->gathering, gone->pdata[i]);
      g_autofree char *name = pln_str_one_line (attendee != NULL ? pln_attendee_get_display_name (attendee) : gone->pdata[i]);

      g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);
  list = g_strjoinv (_(", "), names);
  /* Translators: the names of those whose places in the groups become free. */
  words = g_strdup_printf (_("Not here, so their places become free: %s"), list);
  gtk_label_set_text (self->gone, words);
  gtk_widget_set_visible (GTK_WIDGET (self->gone), gone->len > 0);
}

static gboolean
show_cb (gpointer data)
{
  PlnMendSheet *self = data;
  gboolean is_found = pln_mixing_get_rounds (self->mixing) != NULL;
  guint n = is_found ? pln_mixing_count_people (self->mixing) : 0;
  PlnMixingState state = pln_mixing_get_state (self->mixing);
  PlnQuality *quality = pln_mixing_get_quality (self->mixing);
  g_auto(GStrv) sentences = quality != NULL ? pln_quality_words (quality) : NULL;
  g_autofree char *words = sentences != NULL ? g_strjoinv (" ", sentences) : g_strdup ("");

  self->show_source = 0;
  gtk_progress_bar_set_fraction (self->progress, pln_mixing_get_progress (self->mixing));
  gtk_widget_set_visible (GTK_WIDGET (self->progress), state == PLN_MIXING_LOOKING);
  if (n > 0)
    {
      g_autofree char *title = g_strdup_printf (ngettext ("%u place changes", "%u places change", n), n);

      gtk_label_set_text (self->title, title);
      gtk_label_set_text (self->words, words);
    }
  else
    {
      gtk_label_set_text (self->title, state == PLN_MIXING_LOOKING ? _("Looking for the fewest changes…")
                                       : state == PLN_MIXING_FAILED ? _("The groups cannot be mended")
                                                                    : _("Nothing needs mending"));
      gtk_label_set_text (self->words, state == PLN_MIXING_FAILED ? pln_mixing_get_message (self->mixing)
                                       : state == PLN_MIXING_DONE ? _("Everybody who is here has a place, and every group a room.")
                                                                  : "");
    }
  if (is_found)
    {
      show_gone (self);
      show_list (self, pln_mixing_get_tell (self->mixing));
    }
  pln_sheet_set_can_act (PLN_SHEET (self), n > 0);

  return G_SOURCE_REMOVE;
}

static void
queue_show (PlnMendSheet *self)
{
  if (self->show_source == 0)
    self->show_source = g_idle_add (show_cb, self);
}

static void
pln_mend_sheet_act (PlnSheet *sheet)
{
  PlnMendSheet *self = PLN_MEND_SHEET (sheet);

  PLN_WISHES_GET_IFACE (self->wishes)->use_mix (self->wishes, self->mixing);
  pln_sheet_close (sheet);
}

static void
pln_mend_sheet_dispose (GObject *object)
{
  PlnMendSheet *self = PLN_MEND_SHEET (object);

  g_clear_handle_id (&self->show_source, g_source_remove);
  if (self->mixing != NULL)
    g_signal_handlers_disconnect_by_data (self->mixing, self);
  g_clear_object (&self->mixing);
  g_clear_object (&self->gathering);
  g_clear_object (&self->wishes);

  G_OBJECT_CLASS (pln_mend_sheet_parent_class)->dispose (object);
}

static void
pln_mend_sheet_class_init (PlnMendSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_mend_sheet_dispose;
  PLN_SHEET_CLASS (klass)->act = pln_mend_sheet_act;

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-mend-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnMendSheet, title);
  gtk_widget_class_bind_template_child (widget_class, PlnMendSheet, words);
  gtk_widget_class_bind_template_child (widget_class, PlnMendSheet, gone);
  gtk_widget_class_bind_template_child (widget_class, PlnMendSheet, progress);
  gtk_widget_class_bind_template_child (widget_class, PlnMendSheet, frame);
  gtk_widget_class_bind_template_child (widget_class, PlnMendSheet, list);
}

static void
pln_mend_sheet_init (PlnMendSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->list, (GtkListBoxSortFunc) compare_rows, NULL, NULL);
}

/**
 * pln_mend_sheet_new:
 * @wishes: who mends
 * @gathering: whose groups are mended
 *
 * Returns: (transfer none): a sheet that looks for the fewest changes, to be
 *   shown with [method@Sheet.present]
 */
PlnSheet *
pln_mend_sheet_new (PlnWishes    *wishes,
                    PlnGathering *gathering)
{
  PlnMendSheet *self = g_object_new (PLN_TYPE_MEND_SHEET, NULL);

  self->wishes = g_object_ref (wishes);
  self->gathering = g_object_ref (gathering);
  self->mixing = PLN_WISHES_GET_IFACE (wishes)->mend (wishes, gathering);
  g_signal_connect_swapped (self->mixing, "notify", G_CALLBACK (queue_show), self);
  show_cb (self);

  return PLN_SHEET (self);
}
