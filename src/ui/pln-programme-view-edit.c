/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-programme-view-private.h"

#include "pln-id.h"
#include "pln-session-form.h"
#include "pln-wishes.h"

#include <glib/gi18n.h>

#define USUAL_SECONDS (45 * 60)

static void
save (PlnProgrammeView *self,
      PlnSession       *before,
      PlnSession       *after)
{
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));

  if (wishes != NULL && pln_programme_view_may_edit (self))
    PLN_WISHES_GET_IFACE (wishes)->save_session (wishes, self->gathering, before, after);
}

/* @draft: (transfer none): what the form begins with; NULL: @session as it is */
static void
open_form (PlnProgrammeView *self,
           PlnSession       *session,
           PlnSession       *draft)
{
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));
  PlnSheet *form;

  if (wishes == NULL || !pln_programme_view_may_edit (self))
    return;

  form = draft != NULL ? pln_session_form_new_from (wishes, self->gathering, draft)
                       : pln_session_form_new (wishes, self->gathering, session, NULL);
  pln_sheet_present (form, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static gboolean
is_typing (PlnProgrammeView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return GTK_IS_TEXT (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->grid));
}

/* What was drawn by the pointer is given its title where it is to stand; Enter
 * without one leads to the form. */
static void
create_cb (PlnProgrammeView *self,
           guint             column,
           gint64            start,
           gint64            end,
           const char       *title)
{
  gboolean asked = is_typing (self);
  g_autoptr(PlnSession) session = NULL;

  if (!pln_programme_view_may_edit (self))
    {
      pln_time_grid_clear_ghost (self->grid);
      return;
    }
  if (*title == '\0' && !asked)
    {
      pln_time_grid_start_ghost (self->grid, column, start, end);
      return;
    }

  session = pln_programme_columns_created (self->timetable, self->columns, column, start, end);
  pln_session_set_title (session, title);
  pln_time_grid_clear_ghost (self->grid);
  if (*title == '\0')
    {
      open_form (self, NULL, session);
      return;
    }

  g_free (self->pending);
  self->pending = g_strdup (pln_session_get_uid (session));
  save (self, NULL, session);
}

static void
put (PlnProgrammeView *self,
     PlnSession       *session,
     guint             column,
     gint64            start,
     gboolean          copy)
{
  g_autoptr(PlnSession) before = pln_session_copy (session);
  g_autoptr(PlnSession) after = NULL;

  after = pln_programme_columns_moved (self->timetable, self->columns, session, column, start);
  if (copy)
    {
      g_autofree char *uid = pln_uid_new ();
      g_autoptr(PlnSession) twin = pln_session_new (uid);

      pln_session_take_from (twin, after);
      save (self, NULL, twin);
    }
  else
    {
      save (self, before, after);
    }
}

static void
move_cb (PlnProgrammeView *self,
         PlnTimeItem      *item,
         guint             column,
         gint64            start,
         gboolean          copy)
{
  put (self, pln_time_item_get_object (item), column, start, copy);
}

static void
resize_cb (PlnProgrammeView *self,
           PlnTimeItem      *item,
           gint64            start,
           gint64            end)
{
  PlnSession *session = pln_time_item_get_object (item);
  g_autoptr(PlnSession) before = pln_session_copy (session);
  g_autoptr(PlnSession) after = pln_programme_columns_resized (self->timetable, session, start, end);

  save (self, before, after);
}

/* A click opens the pane; what was selected by keyboard is in it when F4 is pressed. */
static void
select_session (PlnProgrammeView *self,
                PlnSession       *session)
{
  pln_programme_view_select (self, session);
  if (session != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "calendar.pane", NULL);
}

static void
select_cb (PlnProgrammeView *self,
           PlnTimeItem      *item)
{
  select_session (self, item != NULL ? pln_time_item_get_object (item) : NULL);
}

static void
activate_cb (PlnProgrammeView *self,
             GPtrArray        *items)
{
  PlnSession *session = pln_time_item_get_object (g_ptr_array_index (items, 0));

  pln_programme_view_select (self, session);
  if (!pln_session_get_read_only (session))
    open_form (self, session, NULL);
}

static void
remove_session (PlnProgrammeView *self,
                PlnSession       *session)
{
  g_autoptr(PlnSession) before = pln_session_copy (session);

  if (!pln_session_get_read_only (session))
    save (self, before, NULL);
}

static void
remove_cb (PlnProgrammeView *self,
           PlnTimeItem      *item)
{
  remove_session (self, pln_time_item_get_object (item));
}

static void
rename_cb (PlnProgrammeView *self,
           PlnTimeItem      *item,
           const char       *title)
{
  PlnSession *session = pln_time_item_get_object (item);
  g_autoptr(PlnSession) before = pln_session_copy (session);
  g_autoptr(PlnSession) after = pln_session_copy (session);

  pln_session_set_title (after, title);
  save (self, before, after);
}

static char *
words_of_first (GPtrArray  *clashes,
                PlnSession *session)
{
  return clashes->len > 0 ? pln_clash_words (g_ptr_array_index (clashes, 0), session) : NULL;
}

/* What would clash, while something is in the air; nothing is refused. */
static char *
warn_cb (PlnProgrammeView *self,
         PlnTimeItem      *item,
         guint             column,
         gint64            start,
         gint64            end)
{
  g_autoptr(PlnSession) would = NULL;
  g_autoptr(PlnSession) placed = NULL;
  g_autoptr(GPtrArray) clashes = NULL;

  if (item == NULL)
    {
      would = pln_programme_columns_created (self->timetable, self->columns, column, start, end);
    }
  else
    {
      placed = pln_programme_columns_moved (self->timetable, self->columns, pln_time_item_get_object (item), column, start);
      would = pln_programme_columns_resized (self->timetable, placed, start, end);
    }
  clashes = pln_clashes_of (self->gathering, would);

  return words_of_first (clashes, would);
}

static void
session_selected_cb (PlnProgrammeView *self,
                     PlnSession       *session)
{
  select_session (self, session);
}

static void
session_activated_cb (PlnProgrammeView *self,
                      PlnSession       *session)
{
  pln_programme_view_select (self, session);
  if (!pln_session_get_read_only (session))
    open_form (self, session, NULL);
}

static void
session_removed_cb (PlnProgrammeView *self,
                    PlnSession       *session)
{
  remove_session (self, session);
}

/* Out of the tray, to the slot that the arrows were at last. */
static void
tray_put_cb (PlnProgrammeView *self,
             PlnSession       *session)
{
  guint column;
  gint64 at;

  pln_time_grid_get_slot (self->grid, &column, &at);
  g_free (self->pending);
  self->pending = g_strdup (pln_session_get_uid (session));
  put (self, session, column, at, FALSE);
}

/* Rooms are the gathering's: their names and their order. */
static void
save_rooms (PlnProgrammeView *self,
            GPtrArray        *rooms)
{
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));
  g_autoptr(PlnGathering) before = pln_gathering_copy (self->gathering);
  g_autoptr(PlnGathering) after = pln_gathering_copy (self->gathering);

  pln_gathering_set_room_list (after, rooms);
  if (wishes != NULL && pln_programme_view_may_edit (self))
    PLN_WISHES_GET_IFACE (wishes)->save_gathering (wishes, before, after);
}

static guint
room_of (PlnProgrammeView *self,
         guint             column)
{
  return g_array_index (self->columns, PlnProgrammeColumn, column).room;
}

static void
room_renamed_cb (PlnProgrammeView *self,
                 guint             column,
                 const char       *name)
{
  g_autoptr(GPtrArray) rooms = pln_rooms_copy (pln_gathering_get_room_list (self->gathering));
  PlnRoom *room;

  if (room_of (self, column) >= rooms->len)
    return;

  room = g_ptr_array_index (rooms, room_of (self, column));
  g_free (room->name);
  room->name = g_strdup (name);
  save_rooms (self, rooms);
}

static void
room_moved_cb (PlnProgrammeView *self,
               guint             from,
               guint             to)
{
  g_autoptr(GPtrArray) rooms = pln_rooms_copy (pln_gathering_get_room_list (self->gathering));

  if (room_of (self, from) >= rooms->len || room_of (self, to) >= rooms->len)
    return;

  g_ptr_array_insert (rooms, (int) room_of (self, to), g_ptr_array_steal_index (rooms, room_of (self, from)));
  save_rooms (self, rooms);
}

static void
next_clash_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  PlnProgrammeView *self = PLN_PROGRAMME_VIEW (widget);
  guint n = self->clashes != NULL ? pln_programme_clashes_count (self->clashes) : 0;
  PlnClash *clash;

  if (n == 0)
    return;

  if (self->has_walked)
    self->clash = (self->clash + 1) % n;
  self->has_walked = TRUE;
  clash = pln_programme_clashes_get (self->clashes, self->clash);
  gtk_label_set_label (self->clash_label, clash->sentence);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->clash_label), clash->sentence);
  pln_programme_view_select (self, clash->one);
  pln_programme_view_reveal (self, clash->one);
}

static void
now_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  pln_programme_view_show_now (PLN_PROGRAMME_VIEW (widget));
}

/* A new session at the slot that the arrows were at last. */
static void
add_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  PlnProgrammeView *self = PLN_PROGRAMME_VIEW (widget);
  g_autoptr(PlnSession) session = NULL;
  guint column;
  gint64 at;

  if (!pln_programme_view_may_edit (self))
    return;

  pln_time_grid_get_slot (self->grid, &column, &at);
  session = pln_programme_columns_created (self->timetable, self->columns, column, at, at + USUAL_SECONDS);
  open_form (self, NULL, session);
}

static void
room_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnProgrammeView *self = PLN_PROGRAMME_VIEW (widget);
  int n = (int) pln_time_grid_get_n_columns (self->grid);
  int by = g_variant_get_int32 (parameter);
  guint column;
  gint64 at;
  int x, width;

  if (n == 0)
    return;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    by = -by;
  pln_time_grid_get_slot (self->grid, &column, &at);
  column = (guint) CLAMP ((int) column + by, 0, n - 1);
  pln_time_grid_set_slot (self->grid, column, at);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  pln_time_grid_get_column_area (self->grid, column, &x, &width);
  gtk_adjustment_clamp_page (pln_time_scroller_get_hadjustment (self->scroller), x, x + width);
}

/* From the last room the arrows lead to the next day. */
static void
leave_cb (PlnProgrammeView *self,
          int               columns)
{
  GDate before = self->date;

  if (self->all_days || self->timetable->days->len < 2)
    return;

  pln_calendar_view_step (PLN_CALENDAR_VIEW (self), columns);
  if (g_date_compare (&before, &self->date) == 0)
    return;

  pln_calendar_view_changed (PLN_CALENDAR_VIEW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static gboolean
letter_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;

  return gtk_widget_activate_action (widget, g_variant_get_string (arguments, NULL), NULL);
}

/* A letter works wherever the focus is, but in a text, which takes it first. */
static void
add_letters (PlnProgrammeView *self)
{
  static const struct { guint key; const char *action; } letters[] = {
    { GDK_KEY_n, "programme.now" }, { GDK_KEY_c, "programme.next-clash" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (letters[i].key, 0),
                                       gtk_callback_action_new (letter_cb, NULL, NULL), "s", letters[i].action));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static gboolean
drop_place (PlnProgrammeView *self,
            GtkDropTarget    *target,
            double            x,
            double            y,
            guint            *column,
            gint64           *start)
{
  const GValue *value = gtk_drop_target_get_value (target);
  PlnSession *session = value != NULL && G_VALUE_HOLDS (value, PLN_TYPE_SESSION) ? g_value_get_object (value) : NULL;

  if (session == NULL || !pln_programme_view_may_edit (self))
    return FALSE;

  return pln_time_grid_hover (self->grid, pln_session_get_uid (session), session, pln_session_get_title (session),
                              USUAL_SECONDS, x, y, column, start);
}

static GdkDragAction
drop_motion_cb (PlnProgrammeView *self,
                double            x,
                double            y,
                GtkDropTarget    *target)
{
  guint column;
  gint64 start;

  return drop_place (self, target, x, y, &column, &start) ? GDK_ACTION_MOVE : 0;
}

static void
drop_leave_cb (PlnProgrammeView *self)
{
  pln_time_grid_clear_ghost (self->grid);
}

static gboolean
drop_cb (PlnProgrammeView *self,
         const GValue     *value,
         double            x,
         double            y,
         GtkDropTarget    *target)
{
  guint column;
  gint64 start;
  gboolean good = drop_place (self, target, x, y, &column, &start);

  pln_time_grid_clear_ghost (self->grid);
  if (good)
    put (self, g_value_get_object (value), column, start, FALSE);

  return good;
}

static void
add_drop (PlnProgrammeView *self)
{
  GtkDropTarget *target = gtk_drop_target_new (PLN_TYPE_SESSION, GDK_ACTION_MOVE);

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "enter", G_CALLBACK (drop_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "motion", G_CALLBACK (drop_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (drop_leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->grid), GTK_EVENT_CONTROLLER (target));
}

void
pln_programme_view_init_edit (PlnProgrammeView *self)
{
  static const struct { const char *signal; GCallback callback; } signals[] = {
    { "create", G_CALLBACK (create_cb) }, { "move", G_CALLBACK (move_cb) }, { "resize", G_CALLBACK (resize_cb) },
    { "select", G_CALLBACK (select_cb) }, { "activate", G_CALLBACK (activate_cb) }, { "remove", G_CALLBACK (remove_cb) },
    { "rename", G_CALLBACK (rename_cb) }, { "warn", G_CALLBACK (warn_cb) }, { "leave", G_CALLBACK (leave_cb) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->grid, signals[i].signal, signals[i].callback, self, G_CONNECT_SWAPPED);
  add_letters (self);
  add_drop (self);
}

void
pln_programme_view_class_init_edit (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, session_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, session_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, session_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, tray_put_cb);
  gtk_widget_class_bind_template_callback (widget_class, room_renamed_cb);
  gtk_widget_class_bind_template_callback (widget_class, room_moved_cb);

  gtk_widget_class_install_action (widget_class, "programme.next-clash", NULL, next_clash_cb);
  gtk_widget_class_install_action (widget_class, "programme.now", NULL, now_cb);
  gtk_widget_class_install_action (widget_class, "programme.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "programme.room", "i", room_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK, "programme.room", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK, "programme.room", "i", 1);
}
