/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-month-view-private.h"

#include "pln-config.h"
#include "pln-occurrence-face.h"
#include "pln-style.h"

#include <glib/gi18n.h>

#define NARROW      600 /* below this width there are dots instead of chips */
#define HYSTERESIS  8
#define WEEK_WIDTH  30  /* the column of the numbers of the weeks */
#define MARGIN      4   /* between a chip and the edge of its day */
#define GAP         3   /* between chips */
#define LEAST_ROW   24
#define ABOVE_TOAST 84  /* the hint, from the bottom */
#define ROW         46  /* a week of dots */

/* Where the days are. */
typedef struct
{
  PlnMonthView *view;
  int           width;
  gboolean      mirrored;
  int           weeks;  /* width of their numbers */
  int           head;   /* height of the names of the days */
  int           bottom; /* of the grid */
} Frame;

static int
head_height (PlnMonthView *self)
{
  int height;

  gtk_widget_measure (self->heads[0], GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);

  return height;
}

static Frame
frame_of (PlnMonthView *self,
          int           width,
          int           height)
{
  Frame frame = {
    .view = self,
    .width = width,
    .mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
    .weeks = self->narrow ? 0 : WEEK_WIDTH,
    .head = head_height (self),
  };

  frame.bottom = height;
  if (self->narrow)
    frame.bottom = frame.head + self->month.n_weeks * CLAMP ((height - frame.head) * 6 / 10 / self->month.n_weeks, LEAST_ROW, ROW);

  return frame;
}

/* The edge before a column, from the left or, mirrored, from the right. */
static int
column_edge (const Frame *frame,
             int          column)
{
  return frame->weeks + (frame->width - frame->weeks) * column / 7;
}

static int
row_edge (const Frame *frame,
          int          week)
{
  return frame->head + (frame->bottom - frame->head) * week / frame->view->month.n_weeks;
}

static void
allocate (const Frame *frame,
          GtkWidget   *widget,
          int          x,
          int          y,
          int          width,
          int          height)
{
  int least_width, least_height;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_size_allocate (widget,
                            &(GtkAllocation) { frame->mirrored ? frame->width - x - width : x, y, width, MAX (height, least_height) },
                            -1);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const PlnMonthEntry *x = a;
  const PlnMonthEntry *y = b;

  if (x->rank != y->rank)
    return x->rank - y->rank;

  return pln_occurrence_compare (x->occurrence, y->occurrence);
}

/* Reads the span anew, as far as the filter lets it. */
static void
read_entries (PlnMonthView *self)
{
  guint n = self->span != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->span)) : 0;
  int n_days = 7 * self->month.n_weeks;

  g_array_set_size (self->entries, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnOccurrence) occurrence = g_list_model_get_item (G_LIST_MODEL (self->span), i);
      PlnMonthEntry entry = { 0 };
      GDate first, last;

      if (self->filter != NULL && !gtk_filter_match (self->filter, occurrence))
        continue;
      pln_month_days_of (occurrence, &first, &last);
      entry.first = pln_month_index_of (&self->month, &first);
      entry.last = pln_month_index_of (&self->month, &last);
      if (entry.last < 0 || entry.first >= n_days)
        continue;

      entry.before = entry.first < 0;
      entry.after = entry.last >= n_days;
      entry.first = MAX (entry.first, 0);
      entry.last = MIN (entry.last, n_days - 1);
      entry.rank = pln_month_rank (occurrence);
      entry.occurrence = g_steal_pointer (&occurrence);
      g_array_append_val (self->entries, entry);
    }
  g_array_sort (self->entries, compare_entries);
}

/* (internal): What a day holds, in the order in which it is shown. */
GPtrArray *
pln_month_view_list_day (PlnMonthView *self,
                         int           day)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const PlnMonthEntry *entry = &g_array_index (self->entries, PlnMonthEntry, i);

      if (entry->first <= day && entry->last >= day)
        g_ptr_array_add (list, g_object_ref (entry->occurrence));
    }

  return list;
}

/* The first colours of each day, and how many things it holds. */
static void
describe_days (PlnMonthView *self)
{
  GDate today = pln_calendar_view_today ();
  guint counts[PLN_MONTH_MOST_DAYS] = { 0 };
  GPtrArray *dots[PLN_MONTH_MOST_DAYS] = { NULL };

  for (guint i = 0; i < self->entries->len; i++)
    {
      const PlnMonthEntry *entry = &g_array_index (self->entries, PlnMonthEntry, i);

      for (int day = entry->first; day <= entry->last; day++)
        {
          counts[day]++;
          if (!self->narrow || counts[day] > PLN_MONTH_DAY_MOST_DOTS)
            continue;
          if (dots[day] == NULL)
            dots[day] = g_ptr_array_new_null_terminated (PLN_MONTH_DAY_MOST_DOTS, g_free, TRUE);
          g_ptr_array_add (dots[day], pln_occurrence_own_colour (entry->occurrence));
        }
    }

  for (int day = 0; day < 7 * self->month.n_weeks; day++)
    {
      PlnMonthDay *widget = PLN_MONTH_DAY (self->days[day]);
      GDate date = pln_month_day (&self->month, day);

      pln_month_day_set_date (widget, &date,
                              (pln_month_is_inside (&self->month, &date) ? 0 : PLN_MONTH_DAY_OTHER)
                              | (g_date_compare (&date, &today) == 0 ? PLN_MONTH_DAY_TODAY : 0)
                              | (!self->narrow && (day == 0 || g_date_get_day (&date) == 1) ? PLN_MONTH_DAY_NAMED : 0)
                              | (self->narrow ? PLN_MONTH_DAY_NARROW : 0));
      pln_month_day_set_count (widget, counts[day]);
      pln_month_day_set_dots (widget, dots[day] != NULL ? (const char *const *) dots[day]->pdata : NULL);
      g_clear_pointer (&dots[day], g_ptr_array_unref);
    }
}

/* A thing keeps its chip, and so the focus, when it goes to another day; a bar
 * has one in each week. */
static char *
chip_key (const PlnMonthEntry *entry,
          int                  week)
{
  return g_strdup_printf ("%d %s\n%s", entry->first == entry->last ? -1 : week,
                          pln_occurrence_get_uid (entry->occurrence), pln_occurrence_get_instance (entry->occurrence));
}

static PlnChip *
take_chip (PlnMonthView        *self,
           GHashTable          *free_chips, /* by key */
           GPtrArray           *unused,
           const PlnMonthEntry *entry,
           int                  week)
{
  g_autofree char *key = chip_key (entry, week);
  PlnChip *chip = g_hash_table_lookup (free_chips, key);

  if (chip != NULL)
    g_hash_table_remove (free_chips, key);
  while (chip == NULL && unused->len > 0)
    chip = g_ptr_array_steal_index_fast (unused, unused->len - 1);
  if (chip == NULL)
    {
      chip = PLN_CHIP (pln_chip_new ());
      g_ptr_array_add (self->chips, chip);
      pln_month_view_add_chip (self, chip);
      gtk_widget_insert_before (GTK_WIDGET (chip), GTK_WIDGET (self), self->nothing);
    }
  g_object_set_data_full (G_OBJECT (chip), "key", g_steal_pointer (&key), g_free);

  return chip;
}

static void
add_more (PlnMonthView *self,
          int           day,
          int           lane,
          guint         n_hidden)
{
  PlnMonthPlace place = { .first = day, .last = day, .lane = lane };
  g_autofree char *label = g_strdup_printf (ngettext ("+%u more", "+%u more", n_hidden), n_hidden);
  g_autofree char *words = NULL;
  GDate date = pln_month_day (&self->month, day);
  char name[128];

  if (self->n_mores == self->mores->len)
    {
      GtkWidget *button = gtk_button_new ();

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "pln-month-more");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", day);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "month.show-day");
      g_ptr_array_add (self->mores, button);
      gtk_widget_insert_before (button, GTK_WIDGET (self), self->nothing);
    }
  place.widget = g_ptr_array_index (self->mores, self->n_mores++);

  g_date_strftime (name, sizeof name, _("%A %-d %B"), &date);
  /* Translators: “15 more on Tuesday 19 July” */
  words = g_strdup_printf (ngettext ("%u more on %s", "%u more on %s", n_hidden), n_hidden, name);
  gtk_button_set_label (GTK_BUTTON (place.widget), label);
  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (place.widget)), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (place.widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (place.widget), "i", day);
  gtk_widget_set_visible (place.widget, TRUE);
  g_array_append_val (self->places, place);
}

static void
add_chip (PlnMonthView        *self,
          PlnChip             *chip,
          const PlnMonthEntry *entry,
          int                  week,
          int                  lane)
{
  PlnMonthPlace place = {
    .widget = GTK_WIDGET (chip),
    .first = MAX (entry->first, 7 * week),
    .last = MIN (entry->last, 7 * week + 6),
    .lane = lane,
  };

  pln_chip_show_occurrence (chip, entry->occurrence,
                            PLN_CHIP_LINE
                            | (entry->first < place.first || (entry->before && entry->first == place.first) ? PLN_CHIP_FROM_BEFORE : 0)
                            | (entry->last > place.last || (entry->after && entry->last == place.last) ? PLN_CHIP_GOES_ON : 0));
  pln_chip_set_selected (chip, self->selected != NULL && pln_occurrence_is_same (self->selected, entry->occurrence));
  gtk_widget_set_visible (place.widget, TRUE);
  g_array_append_val (self->places, place);
}

/* The things of a week, in the order of their rank. */
static void
place_week (PlnMonthView *self,
            int           week,
            int           n_lanes,
            GHashTable   *free_chips,
            GPtrArray    *unused)
{
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (PlnMonthBar));
  g_autoptr(GPtrArray) entries = g_ptr_array_new ();
  guint n_hidden[7];

  for (guint i = 0; i < self->entries->len; i++)
    {
      PlnMonthEntry *entry = &g_array_index (self->entries, PlnMonthEntry, i);
      PlnMonthBar bar = { MAX (entry->first - 7 * week, 0), MIN (entry->last - 7 * week, 6), 0 };

      if (bar.first > 6 || bar.last < 0)
        continue;
      g_array_append_val (bars, bar);
      g_ptr_array_add (entries, entry);
    }

  pln_month_pack ((PlnMonthBar *) bars->data, bars->len, n_lanes, n_hidden);
  for (guint i = 0; i < bars->len; i++)
    {
      const PlnMonthEntry *entry = g_ptr_array_index (entries, i);
      int lane = g_array_index (bars, PlnMonthBar, i).lane;

      if (lane >= 0)
        add_chip (self, take_chip (self, free_chips, unused, entry, week), entry, week, lane);
    }
  for (int day = 0; day < 7; day++)
    if (n_hidden[day] > 0)
      add_more (self, 7 * week + day, MAX (n_lanes - 1, 0), n_hidden[day]);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const PlnMonthPlace *x = a;
  const PlnMonthPlace *y = b;

  return x->first != y->first ? x->first - y->first : x->lane - y->lane;
}

/* The focus does not stay on what is not seen any more. */
static void
hide (PlnMonthView *self,
      GtkWidget    *widget)
{
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == widget)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_visible (widget, FALSE);
}

static void
hide_unused (PlnMonthView *self)
{
  g_autoptr(GHashTable) used = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->places->len; i++)
    g_hash_table_add (used, g_array_index (self->places, PlnMonthPlace, i).widget);

  for (guint i = 0; i < self->chips->len; i++)
    {
      PlnChip *chip = g_ptr_array_index (self->chips, i);

      if (g_hash_table_contains (used, chip))
        continue;
      hide (self, GTK_WIDGET (chip));
      pln_chip_set_item (chip, NULL);
      pln_chip_set_selected (chip, FALSE);
    }
  for (guint i = self->n_mores; i < self->mores->len; i++)
    hide (self, g_ptr_array_index (self->mores, i));
}

/* Gives what is seen its widgets. Those of before keep theirs. */
static void
place_all (PlnMonthView *self,
           int           n_lanes)
{
  g_autoptr(GHashTable) free_chips = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) unused = g_ptr_array_new ();
  g_autoptr(GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  /* A chip whose thing is gone may be used for another one. */
  for (guint i = 0; i < self->entries->len; i++)
    {
      const PlnMonthEntry *entry = &g_array_index (self->entries, PlnMonthEntry, i);

      for (int week = entry->first / 7; week <= entry->last / 7; week++)
        g_hash_table_add (wanted, chip_key (entry, week));
    }
  for (guint i = 0; i < self->chips->len; i++)
    {
      PlnChip *chip = g_ptr_array_index (self->chips, i);
      char *key = g_object_get_data (G_OBJECT (chip), "key");

      if (key != NULL && g_hash_table_contains (wanted, key))
        g_hash_table_insert (free_chips, key, chip);
      else
        g_ptr_array_add (unused, chip);
    }
  self->n_mores = 0;
  g_array_set_size (self->places, 0);

  for (int week = 0; !self->narrow && week < self->month.n_weeks; week++)
    place_week (self, week, n_lanes, free_chips, unused);
  g_array_sort (self->places, compare_places);
  hide_unused (self);
}

static void
fill_list (PlnMonthView *self)
{
  int day = CLAMP (pln_month_index_of (&self->month, &self->date), 0, 7 * self->month.n_weeks - 1);
  g_autoptr(GPtrArray) things = pln_month_view_list_day (self, day);
  GDate date = pln_month_day (&self->month, day);

  pln_day_list_show (self->list, &date, things);
}

/* The list is made when it is first needed. */
static void
show_list (PlnMonthView *self)
{
  if (self->list == NULL)
    {
      self->list = PLN_DAY_LIST (pln_day_list_new ());
      gtk_widget_insert_before (GTK_WIDGET (self->list), GTK_WIDGET (self), GTK_WIDGET (self->hint));
      pln_month_view_add_list (self, self->list, 0);
    }
  fill_list (self);
}

static void
show_nothing (PlnMonthView *self)
{
  gboolean nothing = self->span != NULL && !pln_span_get_loading (self->span)
                     && g_list_model_get_n_items (G_LIST_MODEL (self->span)) == 0;
  g_autofree char *month = NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->nothing, nothing);
  if (!nothing)
    return;

  month = pln_calendar_view_get_title (PLN_CALENDAR_VIEW (self), NULL);
  /* Translators: “Nothing in July 2011” */
  words = g_strdup_printf (_("Nothing in %s"), month);
  gtk_label_set_label (self->nothing_label, words);
}

static void
allocate_days (const Frame *frame)
{
  PlnMonthView *self = frame->view;

  for (int column = 0; column < 7; column++)
    allocate (frame, self->heads[column], column_edge (frame, column), 0,
              column_edge (frame, column + 1) - column_edge (frame, column), frame->head);

  for (int day = 0; day < PLN_MONTH_MOST_DAYS; day++)
    {
      int week = day / 7;
      int column = day % 7;

      gtk_widget_set_child_visible (self->days[day], week < self->month.n_weeks);
      if (week < self->month.n_weeks)
        allocate (frame, self->days[day], column_edge (frame, column), row_edge (frame, week),
                  column_edge (frame, column + 1) - column_edge (frame, column),
                  row_edge (frame, week + 1) - row_edge (frame, week));
    }
}

static void
allocate_places (const Frame *frame)
{
  PlnMonthView *self = frame->view;
  int chip = pln_chip_get_height (GTK_WIDGET (self), 1);
  int head = pln_month_day_get_head (GTK_WIDGET (self));

  for (guint i = 0; i < self->places->len; i++)
    {
      const PlnMonthPlace *place = &g_array_index (self->places, PlnMonthPlace, i);
      int week = place->first / 7;
      int start = column_edge (frame, place->first % 7) + MARGIN;
      int end = column_edge (frame, place->last % 7 + 1) - MARGIN;

      allocate (frame, place->widget, start, row_edge (frame, week) + head + place->lane * (chip + GAP), end - start, chip);
    }
}

static void
allocate_rest (const Frame *frame,
               int          height)
{
  PlnMonthView *self = frame->view;
  int width, line;

  if (self->list != NULL && gtk_widget_get_visible (GTK_WIDGET (self->list)))
    allocate (frame, GTK_WIDGET (self->list), 0, frame->bottom, frame->width, height - frame->bottom);

  if (gtk_widget_get_visible (self->nothing))
    {
      gtk_widget_measure (self->nothing, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
      gtk_widget_measure (self->nothing, GTK_ORIENTATION_VERTICAL, -1, NULL, &line, NULL, NULL);
      width = MIN (width, frame->width);
      allocate (frame, self->nothing, (frame->width - width) / 2,
                self->narrow ? (height + frame->bottom - line) / 2
                             : (row_edge (frame, 2) + row_edge (frame, 3) - line) / 2, width, line);
    }

  if (gtk_widget_get_visible (GTK_WIDGET (self->hint)))
    {
      gtk_widget_measure (GTK_WIDGET (self->hint), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
      gtk_widget_measure (GTK_WIDGET (self->hint), GTK_ORIENTATION_VERTICAL, -1, NULL, &line, NULL, NULL);
      width = MIN (width, frame->width - 36);
      allocate (frame, GTK_WIDGET (self->hint), frame->width - width - 18, height - line - ABOVE_TOAST, width, line);
    }
}

/* For how many lines a week has room; none: there are dots. */
static int
count_lanes (PlnMonthView *self,
             int           width,
             int           height)
{
  Frame frame;
  int row;

  if (width < NARROW + (self->narrow ? HYSTERESIS : 0))
    return 0;

  frame = frame_of (self, width, height);
  row = (height - frame.head) / self->month.n_weeks;

  return MAX (1, (row - pln_month_day_get_head (GTK_WIDGET (self))) / (pln_chip_get_height (GTK_WIDGET (self), 1) + GAP));
}

static gboolean
update_cb (gpointer user_data)
{
  PlnMonthView *self = user_data;
  int n_lanes = count_lanes (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));

  self->update_id = 0;
  self->narrow = n_lanes == 0;
  self->placed_for = n_lanes;
  if (self->is_old)
    read_entries (self);
  self->is_old = FALSE;

  describe_days (self);
  show_nothing (self);
  if (self->narrow)
    show_list (self);
  if (self->list != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->list), self->narrow);
  place_all (self, n_lanes);
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* (internal): Gives what is to be seen its widgets before the next frame. While
 * places are given to widgets none may be made. */
void
pln_month_view_queue_update (PlnMonthView *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, update_cb, self, NULL);
}

/* (internal): Places all that is seen. */
void
pln_month_view_lay_out (PlnMonthView *self,
                        int           width,
                        int           height)
{
  Frame frame = frame_of (self, width, height);

  if (count_lanes (self, width, height) != self->placed_for)
    pln_month_view_queue_update (self);

  allocate_days (&frame);
  allocate_places (&frame);
  allocate_rest (&frame, height);
}

/* (internal): The ground of the names of the days, and the numbers of the weeks. */
void
pln_month_view_draw_weeks (PlnMonthView *self,
                           GtkSnapshot  *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  Frame frame = frame_of (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  g_autoptr(PangoLayout) layout = NULL;
  g_autoptr(PangoAttrList) attributes = NULL;
  GdkRGBA colour;

  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "window_bg_color", &colour))
    gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (0, 0, (float) frame.width, (float) frame.head));
  if (self->narrow)
    return;

  layout = gtk_widget_create_pango_layout (widget, NULL);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (9.0 / 11));
  pango_layout_set_attributes (layout, attributes);
  pln_style_colour (widget, "dim", &colour);
  for (int week = 0; week < self->month.n_weeks; week++)
    {
      g_autofree char *number = g_strdup_printf ("%u", pln_month_week_number (&self->month, week));
      int text_width, text_height;
      int x;

      pango_layout_set_text (layout, number, -1);
      pango_layout_get_pixel_size (layout, &text_width, &text_height);
      x = (frame.weeks - text_width) / 2;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT (frame.mirrored ? frame.width - x - text_width : x,
                                                    row_edge (&frame, week) + (pln_month_day_get_head (widget) - text_height) / 2 + 2));
      gtk_snapshot_append_layout (snapshot, layout, &colour);
      gtk_snapshot_restore (snapshot);
    }
}

/* (internal): The height without which not all weeks have room. */
int
pln_month_view_least_height (PlnMonthView *self)
{
  return head_height (self) + PLN_MONTH_MOST_WEEKS * LEAST_ROW;
}

static int
week_at (const Frame *frame,
         double       y)
{
  for (int week = 0; week < frame->view->month.n_weeks; week++)
    if (y >= row_edge (frame, week) && y < row_edge (frame, week + 1))
      return week;

  return -1;
}

/* (internal): The number of the day at a place; -1: none. */
int
pln_month_view_day_at (PlnMonthView *self,
                       double        x,
                       double        y)
{
  Frame frame = frame_of (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  int week = week_at (&frame, y);

  if (frame.mirrored)
    x = frame.width - x;
  for (int column = 0; week >= 0 && column < 7; column++)
    if (x >= column_edge (&frame, column) && x < column_edge (&frame, column + 1))
      return 7 * week + column;

  return -1;
}

/* (internal): Which week has its number at a place; -1: none. */
int
pln_month_view_week_at (PlnMonthView *self,
                        double        x,
                        double        y)
{
  Frame frame = frame_of (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));

  if (frame.mirrored)
    x = frame.width - x;

  return x < frame.weeks ? week_at (&frame, y) : -1;
}

/* (internal): The chip that stands for something; NULL if it is not seen. */
PlnChip *
pln_month_view_find_chip (PlnMonthView  *self,
                          PlnOccurrence *occurrence)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      GtkWidget *widget = g_array_index (self->places, PlnMonthPlace, i).widget;

      if (PLN_IS_CHIP (widget) && pln_occurrence_is_same (pln_chip_get_item (PLN_CHIP (widget)), occurrence))
        return PLN_CHIP (widget);
    }

  return NULL;
}

static GtkWidget *
make_head (int column)
{
  GDate day;
  char name[64];
  GtkWidget *label;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 3, G_DATE_JANUARY, 2011); /* a Monday */
  g_date_add_days (&day, (guint) ((int) pln_month_first_weekday () - 1 + column));
  g_date_strftime (name, sizeof name, "%a", &day);
  label = gtk_label_new (name);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "pln-dim");
  gtk_widget_add_css_class (label, "pln-weekday");

  return label;
}

/* (internal): Makes all that is always there. */
void
pln_month_view_init_layout (PlnMonthView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *button = gtk_button_new_with_label (_("New gathering"));

  for (int column = 0; column < 7; column++)
    {
      self->heads[column] = make_head (column);
      gtk_widget_set_parent (self->heads[column], widget);
    }
  for (int day = 0; day < PLN_MONTH_MOST_DAYS; day++)
    {
      self->days[day] = pln_month_day_new ();
      gtk_widget_set_parent (self->days[day], widget);
    }

  self->nothing = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->nothing_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->nothing_label), "pln-dim");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.new");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "pln-link");
  gtk_box_append (GTK_BOX (self->nothing), GTK_WIDGET (self->nothing_label));
  gtk_box_append (GTK_BOX (self->nothing), gtk_label_new ("·"));
  gtk_box_append (GTK_BOX (self->nothing), button);
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_widget_set_parent (self->nothing, widget);

  self->hint = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                             "ellipsize", PANGO_ELLIPSIZE_END, "visible", FALSE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "pln-hint");
  gtk_widget_set_parent (GTK_WIDGET (self->hint), widget);
}
