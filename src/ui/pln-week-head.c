/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-week-head.h"

#include "pln-chip.h"
#include "pln-month.h"
#include "pln-occurrence-face.h"
#include "pln-style.h"

#include <glib/gi18n.h>

#define MOST_DAYS 7
#define MOST_ROWS 3
#define ROW_GAP   4
#define PAD       3 /* of a chip in its columns */

/**
 * PlnWeekHead:
 *
 * What stands above the hours of a week: the days, and what lasts all day, in
 * rows that grow to three; then it says how many more there are.
 */
struct _PlnWeekHead
{
  GtkWidget        parent_instance;

  PlnTimeScroller *scroller;
  GDate            first;
  GDate            today;
  guint            n_days;

  GtkWidget       *days[MOST_DAYS];  /* buttons */
  GtkWidget       *names[MOST_DAYS]; /* their labels */
  GtkWidget       *numbers[MOST_DAYS];
  GtkWidget       *mores[MOST_DAYS]; /* how many more there are */
  GtkWidget       *word;             /* “all day” */

  GPtrArray       *occurrences;
  GArray          *bars;             /* of PlnMonthBar, one for each of them */
  GPtrArray       *chips;            /* (nullable) elements: one for each of them */
  PlnOccurrence   *selected;
  int              n_rows;
  double           press_x;
  PlnChip         *pressed;
};

G_DEFINE_FINAL_TYPE (PlnWeekHead, pln_week_head, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SHOW_DAY,
  SIGNAL_SHOW_MORE,
  SIGNAL_SELECT,
  SIGNAL_ACTIVATE,
  SIGNAL_RENAME,
  SIGNAL_REMOVE,
  SIGNAL_TICK,
  SIGNAL_SHIFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GDate
day_of (PlnWeekHead *self,
        guint        i)
{
  GDate date = self->first;

  g_date_add_days (&date, i);

  return date;
}

static int
row_height (PlnWeekHead *self)
{
  return pln_chip_get_height (GTK_WIDGET (self), 1) - 1;
}

static int
days_height (PlnWeekHead *self)
{
  int height;

  gtk_widget_measure (self->days[0], GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);

  return height;
}

static void
show_day_cb (PlnWeekHead *self,
             GtkWidget   *button)
{
  for (guint i = 0; i < self->n_days; i++)
    if (self->days[i] == button)
      {
        GDate date = day_of (self, i);

        g_signal_emit (self, signals[SIGNAL_SHOW_DAY], 0, &date);
        return;
      }
}

static void
show_more_cb (PlnWeekHead *self,
              GtkWidget   *button)
{
  for (guint i = 0; i < self->n_days; i++)
    if (self->mores[i] == button)
      {
        GDate date = day_of (self, i);
        g_autoptr(GPtrArray) all = g_ptr_array_new ();

        for (guint k = 0; k < self->bars->len; k++)
          {
            const PlnMonthBar *bar = &g_array_index (self->bars, PlnMonthBar, k);

            if (bar->first <= (int) i && bar->last >= (int) i)
              g_ptr_array_add (all, self->occurrences->pdata[k]);
          }
        g_signal_emit (self, signals[SIGNAL_SHOW_MORE], 0, &date, all, button);
        return;
      }
}

static void
chip_activate_cb (PlnWeekHead *self,
                  PlnChip     *chip)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0, pln_chip_get_item (chip));
}

static void
chip_renamed_cb (PlnWeekHead *self,
                 const char  *title,
                 PlnChip     *chip)
{
  g_signal_emit (self, signals[SIGNAL_RENAME], 0, pln_chip_get_item (chip), title);
}

static GtkWidget *
make_chip (PlnWeekHead *self)
{
  GtkWidget *chip = pln_chip_new ();

  g_signal_connect_object (chip, "activate", G_CALLBACK (chip_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chip, "renamed", G_CALLBACK (chip_renamed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (chip, GTK_WIDGET (self), self->mores[0]);

  return chip;
}

static void
make_bars (PlnWeekHead *self,
           guint        n_hidden[MOST_DAYS])
{
  g_array_set_size (self->bars, 0);
  for (guint i = 0; i < self->occurrences->len; i++)
    {
      PlnMonthBar bar = { 0 };
      GDate first, last;

      pln_month_days_of (self->occurrences->pdata[i], &first, &last);
      bar.first = CLAMP (g_date_days_between (&self->first, &first), 0, (int) self->n_days - 1);
      bar.last = CLAMP (g_date_days_between (&self->first, &last), bar.first, (int) self->n_days - 1);
      g_array_append_val (self->bars, bar);
    }
  pln_month_pack ((PlnMonthBar *) (gpointer) self->bars->data, self->bars->len, MOST_ROWS, n_hidden);
}

static void
show_mores (PlnWeekHead *self,
            const guint  n_hidden[MOST_DAYS])
{
  for (guint i = 0; i < MOST_DAYS; i++)
    {
      g_autofree char *label = g_strdup_printf ("+%u", n_hidden[i]);
      g_autofree char *words = NULL;
      GDate date = day_of (self, i);
      char day[128];

      gtk_widget_set_visible (self->mores[i], i < self->n_days && n_hidden[i] > 0);
      gtk_button_set_label (GTK_BUTTON (self->mores[i]), label);
      g_date_strftime (day, sizeof day, _("%A %-d %B"), &date);
      /* Translators: so many things, on a day: “15 more on Tuesday 19 July” */
      words = g_strdup_printf (ngettext ("%u more on %s", "%u more on %s", n_hidden[i]), n_hidden[i], day);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->mores[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
    }
}

static PlnChipFlags
flags_of (PlnWeekHead   *self,
          PlnOccurrence *occurrence)
{
  GDate first, last;
  GDate end = day_of (self, self->n_days);

  pln_month_days_of (occurrence, &first, &last);

  return PLN_CHIP_LINE
         | (g_date_compare (&first, &self->first) < 0 ? PLN_CHIP_FROM_BEFORE : 0)
         | (g_date_compare (&last, &end) >= 0 ? PLN_CHIP_GOES_ON : 0);
}

/* The chip that something had before, so that it keeps the focus. */
static GtkWidget *
take_chip (GPtrArray     *chips,
           PlnOccurrence *occurrence)
{
  for (guint i = 0; i < chips->len; i++)
    {
      GtkWidget *chip = chips->pdata[i];

      if (chip != NULL && pln_occurrence_is_same (pln_chip_get_item (PLN_CHIP (chip)), occurrence))
        {
          chips->pdata[i] = NULL;
          return chip;
        }
    }

  return NULL;
}

static void
update (PlnWeekHead *self)
{
  g_autoptr(GPtrArray) before = self->chips;
  guint n_hidden[MOST_DAYS] = { 0 };

  make_bars (self, n_hidden);
  show_mores (self, n_hidden);
  self->chips = g_ptr_array_new ();
  self->n_rows = 0;
  for (guint i = 0; i < self->occurrences->len; i++)
    {
      PlnOccurrence *occurrence = self->occurrences->pdata[i];
      const PlnMonthBar *bar = &g_array_index (self->bars, PlnMonthBar, i);
      GtkWidget *chip = bar->lane >= 0 ? take_chip (before, occurrence) : NULL;

      if (bar->lane >= 0)
        {
          if (chip == NULL)
            chip = make_chip (self);
          pln_chip_show_occurrence (PLN_CHIP (chip), occurrence, flags_of (self, occurrence));
          pln_chip_set_selected (PLN_CHIP (chip), self->selected != NULL && pln_occurrence_is_same (self->selected, occurrence));
          gtk_widget_insert_before (chip, GTK_WIDGET (self), self->mores[0]); /* in their order for Tab */
          self->n_rows = MAX (self->n_rows, bar->lane + 1);
        }
      g_ptr_array_add (self->chips, chip);
    }
  for (guint i = 0; i < MOST_DAYS; i++)
    if (n_hidden[i] > 0)
      self->n_rows = MOST_ROWS;

  self->pressed = NULL;
  for (guint i = 0; i < before->len; i++)
    if (before->pdata[i] != NULL)
      gtk_widget_unparent (before->pdata[i]);
  gtk_widget_set_visible (self->word, self->n_rows > 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
pln_week_head_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  PlnWeekHead *self = PLN_WEEK_HEAD (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL
                        ? days_height (self) + self->n_rows * (row_height (self) + ROW_GAP) + (self->n_rows > 0 ? ROW_GAP : 1) : 0;
}

static void
allocate_at (GtkWidget *child,
             int        x,
             int        y,
             int        width,
             int        height)
{
  int least_width, least_height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (child, MAX (width, least_width), MAX (height, least_height), -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, y)));
}

/* Where the columns of the grid are in the head, which is as wide as the grid
 * and the hours beside it. */
static void
column_area (PlnWeekHead *self,
             int          column,
             int         *x,
             int         *width)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int hours = pln_time_scroller_get_hours_width (self->scroller);
  int all = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - hours, 0);
  int left = all * column / (int) self->n_days;
  int right = all * (column + 1) / (int) self->n_days;

  *width = right - left;
  *x = mirrored ? all - right : hours + left;
}

static void
pln_week_head_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  PlnWeekHead *self = PLN_WEEK_HEAD (widget);
  int top = days_height (self);
  int row = row_height (self);
  int hours = pln_time_scroller_get_hours_width (self->scroller);

  for (guint i = 0; i < self->n_days; i++)
    {
      int x, column_width;

      column_area (self, (int) i, &x, &column_width);
      allocate_at (self->days[i], x, 0, column_width, top);
      if (gtk_widget_get_visible (self->mores[i]))
        allocate_at (self->mores[i], x + PAD, top + (MOST_ROWS - 1) * (row + ROW_GAP), column_width - 2 * PAD, row);
    }
  if (gtk_widget_get_visible (self->word))
    allocate_at (self->word, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? width - hours : 0, top, hours, row);

  for (guint i = 0; i < self->chips->len; i++)
    {
      const PlnMonthBar *bar = &g_array_index (self->bars, PlnMonthBar, i);
      int x, first_width, last_x, last_width;

      if (self->chips->pdata[i] == NULL)
        continue;

      column_area (self, bar->first, &x, &first_width);
      column_area (self, bar->last, &last_x, &last_width);
      allocate_at (self->chips->pdata[i], MIN (x, last_x) + PAD - 1, top + bar->lane * (row + ROW_GAP),
                   MAX (x + first_width, last_x + last_width) - MIN (x, last_x) - 2 * PAD, row);
    }
}

static void
pln_week_head_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  PlnWeekHead *self = PLN_WEEK_HEAD (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA line;

  pln_style_colour (widget, "line_faint", &line);
  for (int i = 0; i < (int) self->n_days; i++)
    {
      int x, width;

      column_area (self, i, &x, &width);
      gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (mirrored ? x + width : x - 1, 0, 1, gtk_widget_get_height (widget)));
    }
  GTK_WIDGET_CLASS (pln_week_head_parent_class)->snapshot (widget, snapshot);
}

static int
column_at (PlnWeekHead *self,
           double       at)
{
  for (int i = 0; i < (int) self->n_days; i++)
    {
      int x, width;

      column_area (self, i, &x, &width);
      if (at >= x && at < x + width)
        return i;
    }

  return -1;
}

static PlnChip *
chip_at (PlnWeekHead *self,
         double       x,
         double       y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return picked != NULL && PLN_IS_CHIP (picked) ? PLN_CHIP (picked) : NULL;
}

static void
released_cb (PlnWeekHead *self,
             int          n_press,
             double       x,
             double       y)
{
  PlnChip *chip = chip_at (self, x, y);
  graphene_rect_t area;

  if (chip == NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (chip));
  if (gtk_widget_compute_bounds (GTK_WIDGET (chip), GTK_WIDGET (self), &area)
      && pln_chip_is_check_at (chip, x - area.origin.x, y - area.origin.y))
    g_signal_emit (self, signals[SIGNAL_TICK], 0, pln_chip_get_item (chip));
  else if (n_press == 2)
    g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0, pln_chip_get_item (chip));
  else if (n_press == 1)
    g_signal_emit (self, signals[SIGNAL_SELECT], 0, pln_chip_get_item (chip));
}

static void
drag_begin_cb (PlnWeekHead    *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  self->press_x = x;
  self->pressed = chip_at (self, x, y);
  if (self->pressed == NULL)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

/* While it is in the air the chip follows by whole days. */
static void
drag_update_cb (PlnWeekHead    *self,
                double          dx,
                double          dy,
                GtkGestureDrag *gesture)
{
  if (self->pressed == NULL || !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_set_opacity (GTK_WIDGET (self->pressed), 0.4);
}

static void
drag_end_cb (PlnWeekHead    *self,
             double          dx,
             double          dy,
             GtkGestureDrag *gesture)
{
  PlnChip *chip = g_steal_pointer (&self->pressed);
  int from = column_at (self, self->press_x);
  int to = column_at (self, self->press_x + dx);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (chip == NULL)
    return;

  gtk_widget_set_opacity (GTK_WIDGET (chip), 1);
  if (from >= 0 && to >= 0 && from != to)
    g_signal_emit (self, signals[SIGNAL_SHIFT], 0, pln_chip_get_item (chip), to - from, (state & GDK_CONTROL_MASK) != 0);
}

static void
drag_cancel_cb (PlnWeekHead *self)
{
  if (self->pressed != NULL)
    gtk_widget_set_opacity (GTK_WIDGET (self->pressed), 1);
  self->pressed = NULL;
}

static gboolean
key_cb (PlnWeekHead     *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  PlnOccurrence *occurrence;

  if (focus == NULL || !PLN_IS_CHIP (focus) || GTK_IS_TEXT (gtk_root_get_focus (gtk_widget_get_root (focus))))
    return GDK_EVENT_PROPAGATE;

  occurrence = pln_chip_get_item (PLN_CHIP (focus));
  state &= gtk_accelerator_get_default_mod_mask ();
  if (state == GDK_ALT_MASK && (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right))
    g_signal_emit (self, signals[SIGNAL_SHIFT], 0, occurrence, (keyval == GDK_KEY_Left) == mirrored ? 1 : -1, FALSE);
  else if (state != 0)
    return GDK_EVENT_PROPAGATE;
  else if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
    g_signal_emit (self, signals[SIGNAL_REMOVE], 0, occurrence);
  else if (keyval == GDK_KEY_F2 && !pln_occurrence_get_read_only (occurrence))
    pln_chip_edit_title (PLN_CHIP (focus));
  else if (keyval == GDK_KEY_space)
    g_signal_emit (self, signals[SIGNAL_SELECT], 0, occurrence);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
pln_week_head_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (pln_week_head_parent_class)->css_changed (widget, change);

  gtk_widget_queue_resize (widget);
}

static void
pln_week_head_dispose (GObject *object)
{
  PlnWeekHead *self = PLN_WEEK_HEAD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->chips, 0);
  g_clear_object (&self->selected);

  G_OBJECT_CLASS (pln_week_head_parent_class)->dispose (object);
}

static void
pln_week_head_finalize (GObject *object)
{
  PlnWeekHead *self = PLN_WEEK_HEAD (object);

  g_ptr_array_unref (self->occurrences);
  g_ptr_array_unref (self->chips);
  g_array_unref (self->bars);

  G_OBJECT_CLASS (pln_week_head_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  /**
   * PlnWeekHead::show-day:
   * @self: the head
   * @date: the day that was clicked
   */
  signals[SIGNAL_SHOW_DAY] =
    g_signal_new ("show-day", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DATE);

  /**
   * PlnWeekHead::show-more:
   * @self: the head
   * @date: a day for all of which there is no room
   * @occurrences: (element-type PlnOccurrence): all that last all of it
   * @button: where to show them
   */
  signals[SIGNAL_SHOW_MORE] =
    g_signal_new ("show-more", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_DATE, G_TYPE_PTR_ARRAY, GTK_TYPE_WIDGET);

  /* What happens to a chip: each with what it stands for. */
  signals[SIGNAL_SELECT] =
    g_signal_new ("select", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, PLN_TYPE_OCCURRENCE);
  signals[SIGNAL_ACTIVATE] =
    g_signal_new ("activate", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, PLN_TYPE_OCCURRENCE);
  signals[SIGNAL_RENAME] =
    g_signal_new ("rename", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, PLN_TYPE_OCCURRENCE, G_TYPE_STRING);
  signals[SIGNAL_REMOVE] =
    g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, PLN_TYPE_OCCURRENCE);
  signals[SIGNAL_TICK] =
    g_signal_new ("tick", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, PLN_TYPE_OCCURRENCE);

  /**
   * PlnWeekHead::shift:
   * @self: the head
   * @occurrence: what
   * @days: by how many days
   * @copy: whether it stays where it is, too
   */
  signals[SIGNAL_SHIFT] =
    g_signal_new ("shift", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, PLN_TYPE_OCCURRENCE, G_TYPE_INT, G_TYPE_BOOLEAN);
}

static void
pln_week_head_class_init (PlnWeekHeadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pln_week_head_dispose;
  object_class->finalize = pln_week_head_finalize;
  widget_class->measure = pln_week_head_measure;
  widget_class->size_allocate = pln_week_head_size_allocate;
  widget_class->snapshot = pln_week_head_snapshot;
  widget_class->css_changed = pln_week_head_css_changed;

  install_signals (G_TYPE_FROM_CLASS (klass));
  gtk_widget_class_set_css_name (widget_class, "weekhead");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_day (PlnWeekHead *self,
          guint        i)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->names[i] = gtk_label_new (NULL);
  self->numbers[i] = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->names[i], "caption");
  gtk_widget_add_css_class (self->numbers[i], "pln-day-number");
  gtk_widget_set_halign (self->names[i], GTK_ALIGN_START);
  gtk_widget_set_halign (self->numbers[i], GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), self->names[i]);
  gtk_box_append (GTK_BOX (box), self->numbers[i]);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "pln-day-head");
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_day_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
init_controllers (PlnWeekHead *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
pln_week_head_init (PlnWeekHead *self)
{
  self->occurrences = g_ptr_array_new_with_free_func (g_object_unref);
  self->chips = g_ptr_array_new ();
  self->bars = g_array_new (FALSE, FALSE, sizeof (PlnMonthBar));

  for (guint i = 0; i < MOST_DAYS; i++)
    {
      self->days[i] = make_day (self, i);
      gtk_widget_set_parent (self->days[i], GTK_WIDGET (self));
    }
  /* Translators: beside the rows of what lasts all day */
  self->word = gtk_label_new (_("all day"));
  gtk_widget_add_css_class (self->word, "caption");
  gtk_widget_add_css_class (self->word, "pln-dim");
  gtk_label_set_xalign (GTK_LABEL (self->word), 1);
  gtk_label_set_ellipsize (GTK_LABEL (self->word), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_end (self->word, 6);
  gtk_widget_set_parent (self->word, GTK_WIDGET (self));
  for (guint i = 0; i < MOST_DAYS; i++)
    {
      self->mores[i] = gtk_button_new ();
      gtk_widget_add_css_class (self->mores[i], "flat");
      gtk_widget_add_css_class (self->mores[i], "pln-more");
      g_signal_connect_object (self->mores[i], "clicked", G_CALLBACK (show_more_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->mores[i], GTK_WIDGET (self));
    }
  init_controllers (self);
}

/**
 * pln_week_head_new:
 * @scroller: the hours over which the days stand, as wide as the head
 *
 * Returns: a head without days
 */
GtkWidget *
pln_week_head_new (PlnTimeScroller *scroller)
{
  PlnWeekHead *self = g_object_new (PLN_TYPE_WEEK_HEAD, NULL);

  self->scroller = scroller;

  return GTK_WIDGET (self);
}

/**
 * pln_week_head_set_days:
 * @self: a head
 * @first: the first day
 * @n_days: how many follow each other, 1 to 7
 * @today: the day that is marked
 */
void
pln_week_head_set_days (PlnWeekHead *self,
                        const GDate *first,
                        guint        n_days,
                        const GDate *today)
{
  g_return_if_fail (PLN_IS_WEEK_HEAD (self));
  g_return_if_fail (n_days >= 1 && n_days <= MOST_DAYS);

  self->first = *first;
  self->n_days = n_days;
  self->today = *today;
  for (guint i = 0; i < MOST_DAYS; i++)
    {
      GDate date = day_of (self, i);
      gboolean is_today = g_date_compare (&date, today) == 0;
      g_autofree char *label = NULL;
      char name[64], number[16], words[128];

      gtk_widget_set_visible (self->days[i], i < n_days);
      g_date_strftime (name, sizeof name, "%a", &date);
      g_date_strftime (number, sizeof number, "%-d", &date);
      g_date_strftime (words, sizeof words, _("%A %-d %B"), &date);
      gtk_label_set_text (GTK_LABEL (self->names[i]), name);
      gtk_label_set_text (GTK_LABEL (self->numbers[i]), number);
      if (is_today)
        gtk_widget_add_css_class (self->numbers[i], "pln-today");
      else
        gtk_widget_remove_css_class (self->numbers[i], "pln-today");
      /* Translators: a day: “Tuesday 19 July, today” */
      label = g_strdup_printf (is_today ? _("%s, today") : "%s", words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->days[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  update (self);
}

/**
 * pln_week_head_set_all_day:
 * @self: a head with days
 * @occurrences: (element-type PlnOccurrence): what lasts all of some of these
 *   days, or is due on them, most important first
 */
void
pln_week_head_set_all_day (PlnWeekHead *self,
                           GPtrArray   *occurrences)
{
  g_return_if_fail (PLN_IS_WEEK_HEAD (self));

  g_ptr_array_set_size (self->occurrences, 0);
  for (guint i = 0; i < occurrences->len; i++)
    g_ptr_array_add (self->occurrences, g_object_ref (occurrences->pdata[i]));
  update (self);
}

/**
 * pln_week_head_select:
 * @self: a head
 * @occurrence: (nullable): what is shown as selected, if it is here
 */
void
pln_week_head_select (PlnWeekHead   *self,
                      PlnOccurrence *occurrence)
{
  g_return_if_fail (PLN_IS_WEEK_HEAD (self));

  g_set_object (&self->selected, occurrence);
  for (guint i = 0; i < self->chips->len; i++)
    if (self->chips->pdata[i] != NULL)
      pln_chip_set_selected (self->chips->pdata[i],
                             occurrence != NULL && pln_occurrence_is_same (occurrence, self->occurrences->pdata[i]));
}
