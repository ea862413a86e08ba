/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-gathering-list.h"

#include "pln-clock.h"
#include "pln-config.h"
#include "pln-gathering-row.h"
#include "pln-str.h"

#include <glib/gi18n.h>

#define TYPING_PAUSE 1500 /* ms after which a key begins a new search */

/**
 * PlnGatheringList:
 *
 * The gatherings of the sidebar in three sections: now, upcoming, past.
 *
 * One of them is chosen; the choice survives whatever happens to the list, and
 * when the chosen one goes, its neighbour takes its place. Letters typed on
 * the list find a title.
 */
struct _PlnGatheringList
{
  AdwBin            parent_instance;

  GListModel       *gatherings; /* as set */
  GtkSortListModel *sorted;
  PlnGathering     *gathering;
  guint             position;   /* of the chosen one in sorted, when last seen */
  char             *lost;       /* UID of a chosen one that went, while its neighbour stands in for it */
  gboolean          had_focus;
  gboolean          settling;   /* the rows are being replaced */
  GString          *typed;
  gint64            typed_at;   /* ms */
  guint             midnight_id;

  GtkListBox       *list;
  GtkWidget        *placeholder;
  GMenuModel       *row_menu;
  GtkWidget        *menu;
};

G_DEFINE_FINAL_TYPE (PlnGatheringList, pln_gathering_list, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_GATHERING,
  N_PROPS
};

enum
{
  SIGNAL_OPEN,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static int
day_number (GDateTime *time)
{
  int year;
  int month;
  int day;

  g_date_time_get_ymd (time, &year, &month, &day);

  return year * 10000 + month * 100 + day;
}

/**
 * pln_gathering_list_section:
 * @gathering: a gathering
 *
 * Decides by days, as seen where the gathering takes place: one that ended
 * this afternoon is still today's, and its notes and actions are wanted now.
 *
 * Returns: the section
 */
PlnSection
pln_gathering_list_section (PlnGathering *gathering)
{
  GDateTime *start = pln_gathering_get_start (gathering);
  GDateTime *end = pln_gathering_get_end (gathering);
  g_autoptr(GDateTime) here = pln_clock_now_here ();
  g_autoptr(GDateTime) now = NULL;
  g_autoptr(GDateTime) last = NULL;

  if (start == NULL)
    return PLN_SECTION_UPCOMING;

  now = pln_gathering_get_zone (gathering)[0] != '\0'
        ? g_date_time_to_timezone (here, g_date_time_get_timezone (start))
        : g_date_time_ref (here);
  /* The end is not part of it: an end at midnight is the day before. */
  last = end != NULL && g_date_time_compare (end, start) > 0
         ? g_date_time_add (end, -1)
         : g_date_time_ref (start);

  if (day_number (now) < day_number (start))
    return PLN_SECTION_UPCOMING;

  return day_number (now) <= day_number (last) ? PLN_SECTION_NOW : PLN_SECTION_PAST;
}

/* By section, then by time; what is past begins with the latest. */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  PlnGathering *one = (PlnGathering *) a;
  PlnGathering *other = (PlnGathering *) b;
  PlnSection section = pln_gathering_list_section (one);
  GDateTime *start = pln_gathering_get_start (one);
  GDateTime *other_start = pln_gathering_get_start (other);
  int order = (int) section - (int) pln_gathering_list_section (other);

  if (order != 0)
    return order;
  if (start != NULL && other_start != NULL)
    order = g_date_time_compare (start, other_start);
  else
    order = (start == NULL) - (other_start == NULL);
  if (order != 0)
    return section == PLN_SECTION_PAST ? -order : order;

  return g_utf8_collate (pln_gathering_get_title (one), pln_gathering_get_title (other));
}

static void
sort_again (PlnGatheringList *self)
{
  if (self->sorted != NULL)
    gtk_sorter_changed (gtk_sort_list_model_get_sorter (self->sorted), GTK_SORTER_CHANGE_DIFFERENT);
}

static gboolean
midnight_cb (gpointer user_data);

/* At midnight what was now is past. */
static void
wait_for_midnight (PlnGatheringList *self)
{
  g_autoptr(GDateTime) now = pln_clock_now_here ();
  guint seconds = 24 * 3600 - g_date_time_get_hour (now) * 3600
                  - g_date_time_get_minute (now) * 60 - g_date_time_get_second (now);

  g_clear_handle_id (&self->midnight_id, g_source_remove);
  self->midnight_id = g_timeout_add_seconds (seconds + 1, midnight_cb, self);
}

static gboolean
midnight_cb (gpointer user_data)
{
  PlnGatheringList *self = user_data;

  self->midnight_id = 0;
  sort_again (self);
  wait_for_midnight (self);

  return G_SOURCE_REMOVE;
}

static GtkListBoxRow *
find_row (PlnGatheringList *self,
          PlnGathering     *gathering)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (pln_gathering_row_get_gathering (PLN_GATHERING_ROW (row)) == gathering)
      return row;

  return NULL;
}

static GtkListBoxRow *
find_row_by_uid (PlnGatheringList *self,
                 const char       *uid)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_str_equal (pln_gathering_get_uid (pln_gathering_row_get_gathering (PLN_GATHERING_ROW (row))), uid))
      return row;

  return NULL;
}

static void
choose (PlnGatheringList *self,
        PlnGathering     *gathering)
{
  if (g_set_object (&self->gathering, gathering))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GATHERING]);
}

/* The row of what is chosen. If that has gone, its neighbour stands in for it
 * until it comes back or the user chooses; if nothing was chosen, the first. */
static GtkListBoxRow *
find_chosen_row (PlnGatheringList *self)
{
  guint n_rows = self->sorted != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->sorted)) : 0;
  GtkListBoxRow *row = self->lost != NULL ? find_row_by_uid (self, self->lost) : NULL;

  if (row != NULL)
    g_clear_pointer (&self->lost, g_free);
  else if (self->gathering != NULL)
    row = find_row (self, self->gathering);

  if (row != NULL || n_rows == 0)
    return row;

  if (self->gathering != NULL && self->lost == NULL)
    self->lost = g_strdup (pln_gathering_get_uid (self->gathering));

  return gtk_list_box_get_row_at_index (self->list, self->gathering != NULL ? MIN (self->position, n_rows - 1) : 0);
}

static void
select_chosen (PlnGatheringList *self)
{
  GtkListBoxRow *row = find_chosen_row (self);

  if (row == NULL)
    {
      choose (self, NULL);
      return;
    }

  self->position = gtk_list_box_row_get_index (row);
  self->settling = TRUE;
  gtk_list_box_select_row (self->list, row);
  self->settling = FALSE;
  choose (self, pln_gathering_row_get_gathering (PLN_GATHERING_ROW (row)));
}

static void
start_changed_cb (PlnGatheringList *self)
{
  sort_again (self);
}

static GtkWidget *
make_row_cb (gpointer item,
             gpointer user_data)
{
  g_signal_connect_object (item, "notify::start", G_CALLBACK (start_changed_cb), user_data, G_CONNECT_SWAPPED);

  return pln_gathering_row_new (item);
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  PlnSection section = pln_gathering_list_section (pln_gathering_row_get_gathering (PLN_GATHERING_ROW (row)));
  GtkWidget *label;

  if (before != NULL
      && pln_gathering_list_section (pln_gathering_row_get_gathering (PLN_GATHERING_ROW (before))) == section)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (section == PLN_SECTION_NOW ? _("Now") : section == PLN_SECTION_UPCOMING ? _("Upcoming") : _("Past"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "pln-section");
  gtk_list_box_row_set_header (row, label);
}

/* Before the list box hears of it. */
static void
items_change_cb (PlnGatheringList *self)
{
  self->had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  self->settling = TRUE;
}

/* After the list box has new rows. */
static void
items_changed_cb (PlnGatheringList *self)
{
  GtkListBoxRow *row;

  select_chosen (self);
  self->settling = FALSE;
  row = gtk_list_box_get_selected_row (self->list);
  if (self->had_focus && row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
row_selected_cb (PlnGatheringList *self,
                 GtkListBoxRow    *row)
{
  if (self->settling || row == NULL)
    return;

  g_clear_pointer (&self->lost, g_free);
  self->position = gtk_list_box_row_get_index (row);
  choose (self, pln_gathering_row_get_gathering (PLN_GATHERING_ROW (row)));
}

static void
row_activated_cb (PlnGatheringList *self,
                  GtkListBoxRow    *row)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0);
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_OPEN], 0);
}

/* Opens the menu of a row, which becomes the chosen one. */
static void
show_menu (PlnGatheringList *self,
           GtkListBoxRow    *row,
           double            x,
           double            y)
{
  double window_x;
  double window_y;

  gtk_list_box_select_row (self->list, row);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->list), GTK_WIDGET (self), x, y, &window_x, &window_y);

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (self->row_menu);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Gathering"), -1);
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { window_x, window_y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_pressed_cb (PlnGatheringList *self,
                 int               n_press,
                 double            x,
                 double            y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, y);

  if (row != NULL)
    show_menu (self, row, x, y);
}

static void
long_pressed_cb (PlnGatheringList *self,
                 double            x,
                 double            y)
{
  menu_pressed_cb (self, 1, x, y);
}

static void
menu_key_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  PlnGatheringList *self = PLN_GATHERING_LIST (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  graphene_rect_t place;

  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &place))
    show_menu (self, row, place.origin.x + 24, place.origin.y + place.size.height / 2);
}

/* Whether the words that were typed begin a word of the title. */
static gboolean
title_fits (PlnGathering *gathering,
            const char   *typed)
{
  g_autofree char *title = pln_str_fold (pln_gathering_get_title (gathering));

  for (const char *at = strstr (title, typed); at != NULL; at = strstr (at + 1, typed))
    if (at == title || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
      return TRUE;

  return FALSE;
}

/* Goes to the next gathering whose title fits, the chosen one included while
 * its search goes on. */
static void
find_typed (PlnGatheringList *self)
{
  g_autofree char *typed = pln_str_fold (self->typed->str);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
  gboolean first_letter = g_utf8_strlen (self->typed->str, -1) == 1;

  for (guint i = first_letter ? 1 : 0; i <= n_rows; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (self->position + i) % n_rows);

      if (!title_fits (pln_gathering_row_get_gathering (PLN_GATHERING_ROW (row)), typed))
        continue;

      gtk_list_box_select_row (self->list, row);
      gtk_widget_grab_focus (GTK_WIDGET (row));
      return;
    }
}

static gboolean
key_pressed_cb (PlnGatheringList *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   modifiers)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  gint64 now = g_get_monotonic_time () / 1000;

  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)
      || self->gathering == NULL || !g_unichar_isprint (letter))
    return GDK_EVENT_PROPAGATE;

  if (now - self->typed_at > TYPING_PAUSE)
    g_string_truncate (self->typed, 0);
  if (letter == ' ' && self->typed->len == 0)
    return GDK_EVENT_PROPAGATE; /* space activates a row */

  self->typed_at = now;
  g_string_append_unichar (self->typed, letter);
  find_typed (self);

  return GDK_EVENT_STOP;
}

static gboolean
pln_gathering_list_grab_focus (GtkWidget *widget)
{
  PlnGatheringList *self = PLN_GATHERING_LIST (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? gtk_widget_grab_focus (GTK_WIDGET (row))
                     : gtk_widget_child_focus (adw_bin_get_child (ADW_BIN (widget)), GTK_DIR_TAB_FORWARD);
}

/* Not what GTK does by default: on Shift+Tab from the first row it would give
 * the focus to the list itself, and so to the row again. */
static gboolean
pln_gathering_list_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  /* Arrows go from row to row; Tab only comes and goes, or it would choose each on its way. */
  if (is_tab && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  if (is_tab && pln_gathering_list_grab_focus (widget))
    return TRUE;

  return gtk_widget_child_focus (adw_bin_get_child (ADW_BIN (widget)), direction);
}

static void
pln_gathering_list_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  PlnGatheringList *self = PLN_GATHERING_LIST (object);

  switch (prop_id)
    {
    case PROP_GATHERING:
      g_value_set_object (value, self->gathering);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_gathering_list_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  PlnGatheringList *self = PLN_GATHERING_LIST (object);

  switch (prop_id)
    {
    case PROP_GATHERING:
      pln_gathering_list_set_gathering (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_gathering_list_dispose (GObject *object)
{
  PlnGatheringList *self = PLN_GATHERING_LIST (object);

  g_clear_handle_id (&self->midnight_id, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->sorted != NULL)
    g_signal_handlers_disconnect_by_data (self->sorted, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLN_TYPE_GATHERING_LIST);
  g_clear_object (&self->sorted);
  g_clear_object (&self->gatherings);
  g_clear_object (&self->gathering);

  G_OBJECT_CLASS (pln_gathering_list_parent_class)->dispose (object);
}

static void
pln_gathering_list_finalize (GObject *object)
{
  PlnGatheringList *self = PLN_GATHERING_LIST (object);

  g_string_free (self->typed, TRUE);
  g_free (self->lost);

  G_OBJECT_CLASS (pln_gathering_list_parent_class)->finalize (object);
}

static void
pln_gathering_list_class_init (PlnGatheringListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pln_gathering_list_get_property;
  object_class->set_property = pln_gathering_list_set_property;
  object_class->dispose = pln_gathering_list_dispose;
  object_class->finalize = pln_gathering_list_finalize;
  widget_class->focus = pln_gathering_list_focus;
  widget_class->grab_focus = pln_gathering_list_grab_focus;

  /**
   * PlnGatheringList:gathering:
   *
   * The chosen one, or %NULL if there is none.
   */
  props[PROP_GATHERING] =
    g_param_spec_object ("gathering", NULL, NULL, PLN_TYPE_GATHERING,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * PlnGatheringList::open:
   * @self: the list
   *
   * The user wants to see the chosen gathering itself, not the list.
   */
  signals[SIGNAL_OPEN] =
    g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-gathering-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringList, list);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringList, placeholder);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringList, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);

  gtk_widget_class_install_action (widget_class, "gatherings.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "gatherings.menu", NULL, menu_key_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "gatherings.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "gatherings.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "win.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "win.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "win.edit", NULL);
}

static void
pln_gathering_list_init (PlnGatheringList *self)
{
  self->typed = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  wait_for_midnight (self);
}

/**
 * pln_gathering_list_set_gatherings:
 * @self: a list
 * @gatherings: (nullable): the [class@Gathering]s, in any order
 *
 * The first of what is now or upcoming gets chosen.
 */
void
pln_gathering_list_set_gatherings (PlnGatheringList *self,
                                   GListModel       *gatherings)
{
  g_return_if_fail (PLN_IS_GATHERING_LIST (self));
  g_return_if_fail (gatherings == NULL || G_IS_LIST_MODEL (gatherings));

  if (self->gatherings == gatherings)
    return;

  items_change_cb (self);
  if (self->sorted != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->sorted, self);
      gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
      g_clear_object (&self->sorted);
    }
  g_set_object (&self->gatherings, gatherings);
  if (gatherings != NULL)
    {
      self->sorted = gtk_sort_list_model_new (g_object_ref (gatherings),
                                              GTK_SORTER (gtk_custom_sorter_new (compare, NULL, NULL)));
      g_signal_connect_swapped (self->sorted, "items-changed", G_CALLBACK (items_change_cb), self);
      gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->sorted), make_row_cb, self, NULL);
      g_signal_connect_swapped (self->sorted, "items-changed", G_CALLBACK (items_changed_cb), self);
    }
  items_changed_cb (self);
}

/**
 * pln_gathering_list_set_gathering:
 * @self: a list
 * @gathering: (nullable): one of the list; %NULL for the usual choice
 *
 * Chooses a gathering.
 */
void
pln_gathering_list_set_gathering (PlnGatheringList *self,
                                  PlnGathering     *gathering)
{
  g_return_if_fail (PLN_IS_GATHERING_LIST (self));
  g_return_if_fail (gathering == NULL || PLN_IS_GATHERING (gathering));

  if (gathering != NULL && find_row (self, gathering) == NULL)
    return;

  g_clear_pointer (&self->lost, g_free);
  choose (self, gathering);
  select_chosen (self);
}

/**
 * pln_gathering_list_set_ready:
 * @self: a list
 *
 * Tells the list that it has been read: if it is empty, it says what will
 * stand there.
 */
void
pln_gathering_list_set_ready (PlnGatheringList *self)
{
  g_return_if_fail (PLN_IS_GATHERING_LIST (self));

  gtk_widget_set_visible (self->placeholder, TRUE);
}
