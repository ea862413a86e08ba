/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-date-field.h"

#include "pln-clock.h"
#include "pln-when-words.h"
#include "pln-when.h"

#include <glib/gi18n.h>

/**
 * PlnDateField:
 *
 * A field for a day: typed as people write days, stepped by the arrow keys, or
 * chosen from a calendar. Empty is a valid value, no day.
 */
struct _PlnDateField
{
  PlnField     parent_instance;

  GDate        date; /* not valid: none */
  GtkWidget   *button;
  GtkCalendar *calendar;
  gboolean     showing;
};

G_DEFINE_FINAL_TYPE (PlnDateField, pln_date_field, PLN_TYPE_FIELD)

static void
read_today (GDate *today)
{
  g_autoptr(GDateTime) now = pln_clock_now_here ();

  pln_when_split (now, today, NULL);
}

static gboolean
pln_date_field_read (PlnField   *field,
                     const char *text)
{
  PlnDateField *self = PLN_DATE_FIELD (field);
  GDate today;

  if (*text == '\0')
    {
      g_date_clear (&self->date, 1);
      return TRUE;
    }

  read_today (&today);

  return pln_when_parse_date (text, &today, pln_when_date_order (), &self->date);
}

static char *
pln_date_field_write (PlnField *field)
{
  PlnDateField *self = PLN_DATE_FIELD (field);
  g_autoptr(GDateTime) at = NULL;

  if (!g_date_valid (&self->date))
    return g_strdup ("");

  at = pln_when_join (&self->date, 0, "UTC");

  return pln_when_words_day (at);
}

static void
pln_date_field_step (PlnField *field,
                     int       n)
{
  PlnDateField *self = PLN_DATE_FIELD (field);

  if (!g_date_valid (&self->date))
    read_today (&self->date);
  else if (n > 0)
    g_date_add_days (&self->date, (guint) n);
  else
    g_date_subtract_days (&self->date, (guint) -n);

  pln_field_take_value (field);
}

static void
calendar_shown_cb (PlnDateField *self)
{
  GDate date = self->date;
  g_autoptr(GDateTime) at = NULL;

  if (!g_date_valid (&date))
    read_today (&date);
  at = pln_when_join (&date, 0, "UTC");

  self->showing = TRUE;
  gtk_calendar_select_day (self->calendar, at);
  self->showing = FALSE;
}

static void
day_selected_cb (PlnDateField *self)
{
  g_autoptr(GDateTime) at = NULL;

  if (self->showing)
    return;

  at = gtk_calendar_get_date (self->calendar);
  pln_when_split (at, &self->date, NULL);
  pln_field_take_value (PLN_FIELD (self));
}

static void
day_clicked_cb (PlnDateField *self,
                int           n_press,
                double        x,
                double        y)
{
  GtkWidget *under = gtk_widget_pick (GTK_WIDGET (self->calendar), x, y, GTK_PICK_DEFAULT);

  /* The arrows of the header turn pages; only a day is a choice. */
  if (under != NULL && gtk_widget_has_css_class (under, "day-number"))
    gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

static gboolean
calendar_key_cb (PlnDateField *self,
                 guint         keyval)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));

  return GDK_EVENT_STOP;
}

static void
pln_date_field_class_init (PlnDateFieldClass *klass)
{
  PlnFieldClass *field_class = PLN_FIELD_CLASS (klass);

  field_class->read = pln_date_field_read;
  field_class->write = pln_date_field_write;
  field_class->step = pln_date_field_step;
}

static void
pln_date_field_init (PlnDateField *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_date_clear (&self->date, 1);
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (calendar_shown_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (day_clicked_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (calendar_key_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), keys);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "pln-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_set_tooltip_text (self->button, _("Choose from a calendar"));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose from a calendar"), -1);
  pln_field_add_suffix (PLN_FIELD (self), self->button);
}

/**
 * pln_date_field_get_date:
 * @self: a field
 * @date: (out): the day
 *
 * Returns: %TRUE if there is a day, and what is typed is one
 */
gboolean
pln_date_field_get_date (PlnDateField *self,
                         GDate        *date)
{
  g_return_val_if_fail (PLN_IS_DATE_FIELD (self), FALSE);

  if (!pln_field_is_valid (PLN_FIELD (self)) || !g_date_valid (&self->date))
    return FALSE;

  *date = self->date;

  return TRUE;
}

/**
 * pln_date_field_set_date:
 * @self: a field
 * @date: (nullable): the day
 */
void
pln_date_field_set_date (PlnDateField *self,
                         const GDate  *date)
{
  g_return_if_fail (PLN_IS_DATE_FIELD (self));

  if (date != NULL)
    self->date = *date;
  else
    g_date_clear (&self->date, 1);

  pln_field_show_value (PLN_FIELD (self));
}
