/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-note-sheet.h"

#include "pln-config.h"
#include "pln-group-words.h"
#include "pln-note-clock.h"
#include "pln-note-columns.h"
#include "pln-note-editor.h"
#include "pln-note-pane.h"
#include "pln-note-row.h"
#include "pln-note-words.h"
#include "pln-str.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>

#define ROOM_FOR_PANE 760 /* below this the pane gives its place to the lines */
#define NARROW 560
#define HYSTERESIS 8
#define LEAST_WIDTH 360

/**
 * PlnNoteSheet:
 *
 * The sheet of one group, or of one session: what is talked about, the lines,
 * who sits there, what is worth a look before it closes; and all groups of the
 * round side by side.
 */
struct _PlnNoteSheet
{
  AdwBin           parent_instance;

  PlnGathering    *gathering; /* (nullable) */
  char            *parent;    /* (nullable) */
  PlnRound        *round;     /* (nullable): of the group */
  gboolean         narrow;
  gboolean         no_pane;
  gboolean         showing_kind;

  GtkWidget       *toolbar;
  GtkLabel        *back_label;
  GtkWidget       *arrows;
  GtkLabel        *title;
  GtkImage        *saved_icon;
  GtkLabel        *saved;
  GtkWidget       *save_again;
  PlnNoteClock    *clock;
  GtkToggleButton *all;
  GtkWidget       *all_label;
  GtkWidget       *menu;
  GtkStack        *stack;
  GtkWidget       *one;
  GtkWidget       *where;
  GtkLabel        *where_label;
  GtkLabel        *question;
  PlnNoteEditor   *editor;
  GtkWidget       *bar_scroller;
  GtkWidget       *bar;
  PlnNotePane     *pane;
  PlnNoteColumns  *columns;
  GtkWidget       *kinds[PLN_N_NOTE_KINDS];
  GtkWidget       *keys[PLN_N_NOTE_KINDS];
};

G_DEFINE_FINAL_TYPE (PlnNoteSheet, pln_note_sheet, ADW_TYPE_BIN)

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static PlnRound *
round_of (PlnGathering *gathering,
          PlnGroup     *group)
{
  return group != NULL ? pln_gathering_find_round (gathering, pln_group_get_round (group)) : NULL;
}

/* “Room 2 · 14:00–14:45 · Networking and sustaining collaboration” */
static void
show_where (PlnNoteSheet *self,
            const char   *room,
            GDateTime    *start,
            GDateTime    *end,
            const char   *about)
{
  g_autofree char *times = start != NULL ? pln_when_words_times (start, end) : NULL;
  const char *parts[] = { room, times, about };
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *line = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", parts[i]);
  line = pln_str_one_line (words->str);
  gtk_label_set_label (self->where_label, line);
  gtk_widget_set_visible (self->where, *line != '\0');
  pln_note_clock_set_times (self->clock, start, end);
}

static void
show_head (PlnNoteSheet *self)
{
  PlnGroup *group = pln_gathering_find_group (self->gathering, self->parent);
  PlnSession *session = pln_gathering_find_session (self->gathering, self->parent);
  g_autofree char *place = pln_note_words_place (self->gathering, self->parent);
  g_autofree char *question = pln_note_words_question (self->gathering, self->parent);
  gboolean all = gtk_toggle_button_get_active (self->all);
  g_autofree char *about = pln_str_one_line (question);
  g_autofree char *back = self->round != NULL ? pln_round_name (self->round) : g_strdup (_("Programme"));

  gtk_label_set_label (self->title, all ? _("All groups") : group != NULL ? place : _("Notes"));
  gtk_label_set_label (self->back_label, all ? place : back);
  gtk_label_set_label (self->question, about);
  gtk_widget_set_visible (GTK_WIDGET (self->question), *about != '\0');
  gtk_widget_set_visible (self->arrows, self->round != NULL && !self->narrow && !all);
  gtk_widget_set_visible (GTK_WIDGET (self->all), self->round != NULL);
  if (self->round != NULL && group != NULL)
    show_where (self, pln_group_get_room (group), pln_round_get_start (self->round),
                pln_round_get_end (self->round), pln_round_get_title (self->round));
  else if (session != NULL)
    show_where (self, pln_session_get_room (session), pln_session_get_start (session), pln_session_get_end (session),
                pln_session_get_track (session));
  else
    show_where (self, "", NULL, NULL, "");
  pln_note_pane_show_people (self->pane, self->gathering, group);
}

static void
show_saved (PlnNoteSheet *self)
{
  PlnNote *model = pln_note_editor_get_model (self->editor);
  PlnNoteState state = model != NULL ? pln_note_get_state (model) : PLN_NOTE_SAVED;
  GDateTime *at = model != NULL ? pln_note_get_saved_at (model) : NULL;
  gboolean unsaved = state == PLN_NOTE_UNSAVED;
  gboolean known = at != NULL && state == PLN_NOTE_SAVED && !pln_note_editor_is_dirty (self->editor);
  g_autofree char *time = at != NULL ? pln_when_words_time (at) : NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->save_again, unsaved);
  gtk_widget_set_visible (GTK_WIDGET (self->saved_icon), unsaved || at != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->saved), unsaved || (at != NULL && !self->narrow));
  gtk_widget_remove_css_class (GTK_WIDGET (self->saved_icon), "pln-good");
  gtk_widget_remove_css_class (GTK_WIDGET (self->saved_icon), "pln-error");
  if (unsaved)
    {
      gtk_image_set_from_icon_name (self->saved_icon, "dialog-warning-symbolic");
      gtk_widget_add_css_class (GTK_WIDGET (self->saved_icon), "pln-error");
      gtk_label_set_label (self->saved, _("Not saved yet"));
      return;
    }
  if (at == NULL)
    return;

  /* While it is typed the last time stays: nothing flickers. */
  words = g_strdup_printf (_("Saved at %s"), time);
  gtk_image_set_from_icon_name (self->saved_icon, "emblem-ok-symbolic");
  if (known)
    gtk_widget_add_css_class (GTK_WIDGET (self->saved_icon), "pln-good");
  if (g_strcmp0 (gtk_label_get_label (self->saved), words) != 0)
    gtk_label_set_label (self->saved, words);
}

static void
show_kind (PlnNoteSheet *self)
{
  PlnNoteLine *line = pln_note_editor_get_line (self->editor);

  self->showing_kind = TRUE;
  for (guint i = 0; i < PLN_N_NOTE_KINDS; i++)
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->kinds[i]),
                                    line != NULL && pln_note_line_get_kind (line) == (PlnNoteKind) i);
      gtk_widget_set_sensitive (self->kinds[i], line != NULL);
    }
  self->showing_kind = FALSE;
}

static void
changed_cb (PlnNoteSheet *self)
{
  PlnNote *note = pln_note_editor_get_note (self->editor);

  show_kind (self);
  show_saved (self);
  pln_note_pane_show_checks (self->pane, note);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.start", note != NULL && pln_note_is_empty (note));
}

/* The groups of the round, in order. */
static GPtrArray *
groups_of (PlnNoteSheet *self)
{
  GPtrArray *uids = g_ptr_array_new_with_free_func (g_free);
  GListModel *groups = self->round != NULL ? pln_round_get_groups (self->round) : NULL;

  for (guint i = 0; groups != NULL && i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i);

      g_ptr_array_add (uids, g_strdup (pln_group_get_uid (group)));
    }

  return uids;
}

static void
all_toggled_cb (PlnNoteSheet *self)
{
  gboolean all = gtk_toggle_button_get_active (self->all);
  g_autoptr(GPtrArray) uids = all ? groups_of (self) : NULL;

  if (all)
    pln_note_editor_flush (self->editor);
  pln_note_columns_show (self->columns, all ? self->gathering : NULL, uids);
  gtk_stack_set_visible_child (self->stack, all ? GTK_WIDGET (self->columns) : self->one);
  if (self->gathering != NULL)
    show_head (self);
}

static void
kind_toggled_cb (PlnNoteSheet *self,
                 GtkWidget    *button)
{
  PlnNoteLine *line = pln_note_editor_get_line (self->editor);

  if (self->showing_kind || line == NULL)
    return;
  for (guint i = 0; i < PLN_N_NOTE_KINDS; i++)
    if (self->kinds[i] == button)
      pln_note_editor_set_kind (self->editor, (PlnNoteKind) i);
  show_kind (self);
  pln_note_editor_edit_line (self->editor, pln_note_line_get_id (line));
}

static void
add_kinds (PlnNoteSheet *self)
{
  for (guint i = 0; i < PLN_N_NOTE_KINDS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
      GtkWidget *icon = gtk_image_new_from_icon_name (pln_note_kind_icon ((PlnNoteKind) i));
      g_autofree char *key_name = g_strdup_printf ("F%u", i + 2);
      GtkWidget *key = gtk_label_new (key_name);
      g_autofree char *tip = g_strdup_printf (_("%s (%s or Alt+%u)"), pln_note_words_kind ((PlnNoteKind) i), key_name, i + 1);

      gtk_widget_add_css_class (icon, pln_note_kind_class ((PlnNoteKind) i));
      gtk_widget_add_css_class (key, "pln-dim");
      gtk_widget_add_css_class (key, "caption");
      gtk_box_append (GTK_BOX (box), icon);
      gtk_box_append (GTK_BOX (box), gtk_label_new (pln_note_words_kind ((PlnNoteKind) i)));
      gtk_box_append (GTK_BOX (box), key);
      gtk_button_set_child (GTK_BUTTON (button), box);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, tip);
      gtk_widget_set_focus_on_click (button, FALSE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      pln_note_words_kind ((PlnNoteKind) i), -1);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (kind_toggled_cb), self);
      gtk_box_append (GTK_BOX (self->bar), button);
      self->kinds[i] = button;
      self->keys[i] = key;
    }
}

/* The first line that a check is about. */
static void
look_cb (PlnNoteSheet *self,
         const char   *check)
{
  PlnNote *note = pln_note_editor_get_note (self->editor);

  for (guint i = 0; note != NULL && i < pln_note_get_n_lines (note); i++)
    {
      PlnNoteLine *line = pln_note_get_line (note, i);
      PlnNoteKind kind = pln_note_line_get_kind (line);

      if ((g_str_equal (check, "owner") && kind == PLN_NOTE_ACTION && *pln_note_line_get_owner (line) == '\0')
          || (g_str_equal (check, "quote") && kind == PLN_NOTE_QUOTE))
        {
          pln_note_editor_edit_line (self->editor, pln_note_line_get_id (line));
          return;
        }
    }
  pln_note_editor_edit_line (self->editor, NULL);
}

static void
close_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  PlnNoteSheet *self = PLN_NOTE_SHEET (widget);

  if (gtk_toggle_button_get_active (self->all))
    {
      gtk_toggle_button_set_active (self->all, FALSE);
      return;
    }
  pln_note_editor_flush (self->editor);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
go_cb (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  PlnNoteSheet *self = PLN_NOTE_SHEET (widget);
  g_autoptr(GPtrArray) uids = groups_of (self);
  g_autoptr(PlnGathering) gathering = NULL;
  guint at;

  if (self->parent == NULL || !g_ptr_array_find_with_equal_func (uids, self->parent, g_str_equal, &at))
    return;
  at = (at + uids->len + (guint) g_variant_get_int32 (parameter)) % uids->len;
  gathering = g_object_ref (self->gathering);
  pln_note_sheet_open (self, gathering, g_ptr_array_index (uids, at));
}

static void
start_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  pln_note_editor_start (PLN_NOTE_SHEET (widget)->editor, g_variant_get_string (parameter, NULL));
}

static void
save_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  pln_note_editor_flush (PLN_NOTE_SHEET (widget)->editor);
}

static gboolean
is_below (int      width,
          int      limit,
          gboolean was_below)
{
  return width < limit + (was_below ? HYSTERESIS : 0);
}

static void
choose_layout (PlnNoteSheet *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->pane), !self->no_pane);
  gtk_widget_set_visible (self->all_label, !self->no_pane);
  gtk_widget_set_visible (GTK_WIDGET (self->back_label), !self->narrow);
  for (guint i = 0; i < PLN_N_NOTE_KINDS; i++)
    gtk_widget_set_visible (self->keys[i], !self->no_pane); /* the tooltip says it too */
  if (self->narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "pln-narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "pln-narrow");
  if (self->gathering != NULL)
    show_head (self);
  show_saved (self);
}

/* The layout follows the width, so it must not hold the width. */
static void
pln_note_sheet_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = MAX (*natural, LEAST_WIDTH);
    }
}

static void
pln_note_sheet_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  PlnNoteSheet *self = PLN_NOTE_SHEET (widget);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  gboolean narrow = is_below (width, NARROW, self->narrow);
  gboolean no_pane = is_below (width, ROOM_FOR_PANE, self->no_pane);
  int least_width;
  int least_height;

  if (narrow != self->narrow || no_pane != self->no_pane)
    {
      self->narrow = narrow;
      self->no_pane = no_pane;
      choose_layout (self);
    }
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, least_width), &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (child, MAX (width, least_width), MAX (height, least_height), baseline, NULL);
}

static void
forget (PlnNoteSheet *self)
{
  if (self->gathering != NULL)
    {
      g_signal_handlers_disconnect_by_data (pln_gathering_get_rounds (self->gathering), self);
      g_signal_handlers_disconnect_by_data (pln_gathering_get_sessions (self->gathering), self);
    }
  g_clear_object (&self->gathering);
  g_clear_object (&self->round);
  g_clear_pointer (&self->parent, g_free);
}

static void
pln_note_sheet_dispose (GObject *object)
{
  PlnNoteSheet *self = PLN_NOTE_SHEET (object);

  forget (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLN_TYPE_NOTE_SHEET);

  G_OBJECT_CLASS (pln_note_sheet_parent_class)->dispose (object);
}

static gboolean
pln_note_sheet_grab_focus (GtkWidget *widget)
{
  pln_note_editor_edit_line (PLN_NOTE_SHEET (widget)->editor, NULL);

  return TRUE;
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PlnNoteSheet, toolbar);
  gtk_widget_class_bind_template_child (widget_class, PlnNoteSheet, back_label);
  gtk_widget_class_bind_template_child (widget_class, PlnNoteSheet, arrows);
  gtk_widget_class_bind_template_child (widget_class, PlnNoteSheet, title);
  gtk_widget_class_bind_template_child (widget_class, PlnNoteSheet, saved_icon);
  gtk_widget_class_bind_template_child (widget_class, PlnNoteSheet, saved);
  gtk_widget_class_bind_template_child (widget_class, PlnNoteSheet, save_again);
  gtk_widget_class_bind_template_child (widget_class, PlnNoteSheet, clock);
  gtk_widget_class_bind_template_child (widget_class, PlnNoteSheet, all);
  gtk_widget_class_bind_template_child (widget_class, PlnNoteSheet, all_label);
  gtk_widget_class_bind_template_child (widget_class, PlnNoteSheet, menu);
  gtk_widget_class_bind_template_child (widget_class, PlnNoteSheet, stack);
  gtk_widget_class_bind_template_child (widget_class, PlnNoteSheet, one);
  gtk_widget_class_bind_template_child (widget_class, PlnNoteSheet, where);
  gtk_widget_class_bind_template_child (widget_class, PlnNoteSheet, where_label);
  gtk_widget_class_bind_template_child (widget_class, PlnNoteSheet, question);
  gtk_widget_class_bind_template_child (widget_class, PlnNoteSheet, editor);
  gtk_widget_class_bind_template_child (widget_class, PlnNoteSheet, bar_scroller);
  gtk_widget_class_bind_template_child (widget_class, PlnNoteSheet, bar);
  gtk_widget_class_bind_template_child (widget_class, PlnNoteSheet, pane);
  gtk_widget_class_bind_template_child (widget_class, PlnNoteSheet, columns);
}

static void
pln_note_sheet_class_init (PlnNoteSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_note_sheet_dispose;
  widget_class->measure = pln_note_sheet_measure;
  widget_class->size_allocate = pln_note_sheet_size_allocate;
  widget_class->grab_focus = pln_note_sheet_grab_focus;

  /**
   * PlnNoteSheet::closed:
   *
   * Somebody goes back to where the sheet was opened.
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", PLN_TYPE_NOTE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  g_type_ensure (PLN_TYPE_NOTE_CLOCK);
  g_type_ensure (PLN_TYPE_NOTE_COLUMNS);
  g_type_ensure (PLN_TYPE_NOTE_EDITOR);
  g_type_ensure (PLN_TYPE_NOTE_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-note-sheet.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);

  gtk_widget_class_install_action (widget_class, "sheet.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "sheet.go", "i", go_cb);
  gtk_widget_class_install_action (widget_class, "sheet.start", "s", start_cb);
  gtk_widget_class_install_action (widget_class, "sheet.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "sheet.go", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "sheet.go", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "sheet.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "sheet.save", NULL);
}

static void
pln_note_sheet_init (PlnNoteSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL); /* it lays out itself, by its width */
  add_kinds (self);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "look", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
}

/* A group may go, or move to another room. */
static void
follow_cb (PlnNoteSheet *self)
{
  PlnGroup *group = pln_gathering_find_group (self->gathering, self->parent);

  g_set_object (&self->round, round_of (self->gathering, group));
  show_head (self);
}

/**
 * pln_note_sheet_open:
 * @self: a sheet
 * @gathering: (nullable): a gathering that is loaded; %NULL: what stands here is saved, and put away
 * @parent: (nullable): the UID of one of its groups or sessions
 *
 * Opens the sheet of a group or session.
 */
void
pln_note_sheet_open (PlnNoteSheet *self,
                     PlnGathering *gathering,
                     const char   *parent)
{
  g_autofree char *uid = g_strdup (parent);
  g_autoptr(PlnGathering) here = gathering != NULL ? g_object_ref (gathering) : NULL;

  g_return_if_fail (PLN_IS_NOTE_SHEET (self));

  pln_note_editor_open (self->editor, here, uid);
  forget (self);
  gtk_toggle_button_set_active (self->all, FALSE);
  if (here == NULL || uid == NULL)
    return;

  self->gathering = g_steal_pointer (&here);
  self->parent = g_steal_pointer (&uid);
  g_signal_connect_object (pln_gathering_get_rounds (self->gathering), "items-changed", G_CALLBACK (follow_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pln_gathering_get_sessions (self->gathering), "items-changed", G_CALLBACK (follow_cb), self,
                           G_CONNECT_SWAPPED);
  follow_cb (self);
  changed_cb (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * pln_note_sheet_add_text:
 * @self: a sheet that is open
 * @text: what was dropped on its group
 *
 * Puts each line of a text below what stands there.
 */
void
pln_note_sheet_add_text (PlnNoteSheet *self,
                         const char   *text)
{
  pln_note_editor_edit_line (self->editor, NULL);
  pln_note_editor_add_text (self->editor, text);
}
