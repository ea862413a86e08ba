/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-when-group.h"

#include "pln-date-field.h"
#include "pln-time-field.h"
#include "pln-when.h"
#include "pln-when-words.h"
#include "pln-zone-row.h"

#include <glib/gi18n.h>

#define USUAL_LENGTH 60

/**
 * PlnWhenGroup:
 *
 * When something is: the day, start, and end or length, whichever was entered
 * last; the other follows. All day, several days, and the zone for gatherings.
 * What is wrong stands below the fields.
 */
struct _PlnWhenGroup
{
  AdwPreferencesGroup  parent_instance;

  PlnDateField        *date_field;
  PlnDateField        *last_field;
  PlnTimeField        *start_field;
  PlnTimeField        *end_field;
  PlnTimeField        *length_field;
  GtkWidget           *times_row;
  PlnProblemRow       *problem_row;
  GtkWidget           *clock_row;
  GtkLabel            *clock_label;
  GtkWidget           *all_day_row;
  GtkSwitch           *all_day_switch;
  GtkWidget           *several_row;
  GtkSwitch           *several_switch;
  PlnZoneRow          *zone_row;

  GDate                day;       /* the last one that made sense */
  gboolean             is_session;
  gboolean             by_end;    /* the end was edited last, not the length */
  gboolean             showing;
};

G_DEFINE_FINAL_TYPE (PlnWhenGroup, pln_when_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROP_0,
  PROP_IS_SESSION,
  N_PROPS
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* The last day that is entered; the first one if there are not several. */
static gboolean
get_last_day (PlnWhenGroup *self,
              GDate        *last)
{
  return gtk_switch_get_active (self->several_switch) ? pln_date_field_get_date (self->last_field, last)
                                                      : pln_date_field_get_date (self->date_field, last);
}

/* Minutes from the first midnight to the end; negative if that is before it. */
static int
end_minutes (PlnWhenGroup *self,
             const GDate  *first,
             const GDate  *last)
{
  return g_date_days_between (first, last) * PLN_MINUTES_A_DAY + (int) pln_time_field_get_minutes (self->end_field);
}

static void
show_end (PlnWhenGroup *self,
          guint         length)
{
  guint end = pln_time_field_get_minutes (self->start_field) + length;
  GDate last;

  pln_time_field_set_minutes (self->end_field, end % PLN_MINUTES_A_DAY);
  if (!g_date_valid (&self->day))
    return;

  last = self->day;
  g_date_add_days (&last, end / PLN_MINUTES_A_DAY);
  pln_date_field_set_date (self->last_field, &last);
  if (end >= PLN_MINUTES_A_DAY)
    gtk_switch_set_active (self->several_switch, TRUE);
}

static void
show_length (PlnWhenGroup *self)
{
  GDate first = self->day;
  GDate last;
  int length;

  if (!g_date_valid (&first) || !get_last_day (self, &last))
    return;

  length = end_minutes (self, &first, &last) - (int) pln_time_field_get_minutes (self->start_field);
  if (length > 0)
    pln_time_field_set_minutes (self->length_field, (guint) length);
}

/* What is special about the start or the end, in the nights in which the clock
 * is changed. */
static char *
odd_clock (PlnWhenGroup *self)
{
  const char *zone = pln_zone_row_get_zone (self->zone_row);
  char *words = NULL;
  GDate day;

  if (gtk_switch_get_active (self->all_day_switch))
    return NULL;
  if (pln_date_field_get_date (self->date_field, &day))
    words = pln_when_words_odd_clock (&day, pln_time_field_get_minutes (self->start_field), zone);
  if (words == NULL && get_last_day (self, &day))
    words = pln_when_words_odd_clock (&day, pln_time_field_get_minutes (self->end_field), zone);

  return words;
}

static void
update_zone (PlnWhenGroup *self)
{
  g_autoptr(GDateTime) start = pln_when_group_get_start (self);
  g_autofree char *odd = odd_clock (self);

  pln_zone_row_set_at (self->zone_row, start);
  gtk_label_set_label (self->clock_label, odd != NULL ? odd : "");
  gtk_widget_set_visible (self->clock_row, odd != NULL);
}

static void
edited (PlnWhenGroup *self)
{
  if (self->showing)
    return;

  update_zone (self);
  if (pln_problem_row_get_field (self->problem_row) != NULL)
    pln_when_group_check (self); /* what was wrong may be right now */
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
date_edited_cb (PlnWhenGroup *self)
{
  GDate day;
  GDate last;

  if (pln_date_field_get_date (self->date_field, &day))
    {
      /* It is moved, not made longer. */
      if (g_date_valid (&self->day) && pln_date_field_get_date (self->last_field, &last))
        {
          int days = g_date_days_between (&self->day, &day);

          if (days > 0)
            g_date_add_days (&last, (guint) days);
          else
            g_date_subtract_days (&last, (guint) -days);
          pln_date_field_set_date (self->last_field, &last);
        }
      else
        {
          pln_date_field_set_date (self->last_field, &day);
        }
      self->day = day;
    }
  if (self->is_session)
    gtk_widget_set_sensitive (self->times_row, pln_date_field_get_date (self->date_field, &day));
  edited (self);
}

static void
start_edited_cb (PlnWhenGroup *self)
{
  if (self->by_end)
    show_length (self);
  else
    show_end (self, pln_time_field_get_minutes (self->length_field));
  edited (self);
}

static void
end_edited_cb (PlnWhenGroup *self)
{
  self->by_end = TRUE;
  show_length (self);
  edited (self);
}

static void
length_edited_cb (PlnWhenGroup *self)
{
  self->by_end = FALSE;
  if (pln_field_is_valid (PLN_FIELD (self->length_field)))
    show_end (self, pln_time_field_get_minutes (self->length_field));
  edited (self);
}

static void
switched_cb (PlnWhenGroup *self)
{
  edited (self);
}

static void
several_switched_cb (PlnWhenGroup *self)
{
  GDate last;

  if (!self->showing && g_date_valid (&self->day)
      && (!gtk_switch_get_active (self->several_switch) || !pln_date_field_get_date (self->last_field, &last)))
    pln_date_field_set_date (self->last_field, &self->day);
  show_length (self);
  edited (self);
}

/* What is wrong, and with which field. */
static const char *
find_problem (PlnWhenGroup  *self,
              GtkWidget    **field)
{
  gboolean several = gtk_switch_get_active (self->several_switch);
  gboolean all_day = gtk_switch_get_active (self->all_day_switch);
  GDate first;
  GDate last;

  *field = GTK_WIDGET (self->date_field);
  if (!pln_field_is_valid (PLN_FIELD (self->date_field)))
    return _("This is not a date. Type it as 20 July 2011, or as tomorrow.");
  if (!pln_date_field_get_date (self->date_field, &first))
    return self->is_session ? NULL : _("There is no date yet.");

  *field = GTK_WIDGET (self->last_field);
  if (several && !pln_date_field_get_date (self->last_field, &last))
    return _("The last day is not a date. Type it as 22 July 2011.");
  if (several && g_date_compare (&last, &first) < 0)
    return _("The last day is before the first.");

  *field = GTK_WIDGET (self->start_field);
  if (!all_day && !pln_field_is_valid (PLN_FIELD (self->start_field)))
    return _("The start is not a time. Type it as 18:30 or 6.30 pm.");

  *field = GTK_WIDGET (self->end_field);
  if (!all_day && !pln_field_is_valid (PLN_FIELD (self->end_field)))
    return _("The end is not a time. Type it as 20:30 or 8.30 pm.");

  *field = GTK_WIDGET (self->length_field);
  if (!all_day && !pln_field_is_valid (PLN_FIELD (self->length_field)))
    return _("This is not a length. Type it as 2 hours, 1:30 or 45 min.");

  *field = GTK_WIDGET (self->end_field);
  get_last_day (self, &last);
  if (!all_day && end_minutes (self, &first, &last) <= (int) pln_time_field_get_minutes (self->start_field))
    return several ? _("It ends before it starts.")
                   : _("It ends before it starts. If it goes on after midnight, turn on Several days.");

  return NULL;
}

static void
pln_when_group_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PlnWhenGroup *self = PLN_WHEN_GROUP (object);

  switch (prop_id)
    {
    case PROP_IS_SESSION:
      g_value_set_boolean (value, self->is_session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_when_group_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  PlnWhenGroup *self = PLN_WHEN_GROUP (object);

  switch (prop_id)
    {
    case PROP_IS_SESSION:
      self->is_session = g_value_get_boolean (value);
      gtk_widget_set_visible (self->all_day_row, !self->is_session);
      gtk_widget_set_visible (self->several_row, !self->is_session);
      gtk_widget_set_visible (GTK_WIDGET (self->zone_row), !self->is_session);
      if (self->is_session)
        g_object_set (self->date_field, "title", _("Date (empty: without a time yet)"), NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_when_group_class_init (PlnWhenGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pln_when_group_get_property;
  object_class->set_property = pln_when_group_set_property;

  /**
   * PlnWhenGroup:is-session:
   *
   * Whether this is about a session: it may be without a time, and has the
   * zone of its gathering.
   */
  props[PROP_IS_SESSION] =
    g_param_spec_boolean ("is-session", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * PlnWhenGroup::edited:
   * @self: the group
   *
   * The user changed something.
   */
  signals[SIGNAL_EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (PLN_TYPE_DATE_FIELD);
  g_type_ensure (PLN_TYPE_PROBLEM_ROW);
  g_type_ensure (PLN_TYPE_TIME_FIELD);
  g_type_ensure (PLN_TYPE_ZONE_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-when-group.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnWhenGroup, date_field);
  gtk_widget_class_bind_template_child (widget_class, PlnWhenGroup, last_field);
  gtk_widget_class_bind_template_child (widget_class, PlnWhenGroup, start_field);
  gtk_widget_class_bind_template_child (widget_class, PlnWhenGroup, end_field);
  gtk_widget_class_bind_template_child (widget_class, PlnWhenGroup, length_field);
  gtk_widget_class_bind_template_child (widget_class, PlnWhenGroup, times_row);
  gtk_widget_class_bind_template_child (widget_class, PlnWhenGroup, problem_row);
  gtk_widget_class_bind_template_child (widget_class, PlnWhenGroup, clock_row);
  gtk_widget_class_bind_template_child (widget_class, PlnWhenGroup, clock_label);
  gtk_widget_class_bind_template_child (widget_class, PlnWhenGroup, all_day_row);
  gtk_widget_class_bind_template_child (widget_class, PlnWhenGroup, all_day_switch);
  gtk_widget_class_bind_template_child (widget_class, PlnWhenGroup, several_row);
  gtk_widget_class_bind_template_child (widget_class, PlnWhenGroup, several_switch);
  gtk_widget_class_bind_template_child (widget_class, PlnWhenGroup, zone_row);
  gtk_widget_class_bind_template_callback (widget_class, date_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, length_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, several_switched_cb);
}

static void
pln_when_group_init (PlnWhenGroup *self)
{
  g_date_clear (&self->day, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pln_when_group_set_times:
 * @self: a group
 * @start: (nullable): when it begins
 * @end: (nullable): when it ends, not part of it
 * @zone: an IANA name, “UTC”, or "" for floating times
 * @all_day: whether these are days, not moments
 */
void
pln_when_group_set_times (PlnWhenGroup *self,
                          GDateTime    *start,
                          GDateTime    *end,
                          const char   *zone,
                          gboolean      all_day)
{
  gboolean has_end = start != NULL && end != NULL && g_date_time_compare (end, start) > 0;
  guint length = USUAL_LENGTH;
  guint minutes = 18 * 60;
  GDate last;

  g_return_if_fail (PLN_IS_WHEN_GROUP (self));

  self->showing = TRUE;
  g_date_clear (&self->day, 1);
  g_date_clear (&last, 1);
  if (start != NULL)
    {
      g_autoptr(GDateTime) end_of_last = has_end ? g_date_time_add_days (end, all_day ? -1 : 0) : g_date_time_ref (start);

      pln_when_split (start, &self->day, &minutes);
      pln_when_split (end_of_last, &last, NULL);
      if (has_end && !all_day) /* by the clock on the wall, whatever it does in that night */
        {
          guint end_minute;

          pln_when_split (end, NULL, &end_minute);
          length = (guint) MAX (g_date_days_between (&self->day, &last) * PLN_MINUTES_A_DAY + (int) end_minute - (int) minutes, 1);
        }
    }

  pln_date_field_set_date (self->date_field, start != NULL ? &self->day : NULL);
  pln_date_field_set_date (self->last_field, start != NULL ? &last : NULL);
  gtk_switch_set_active (self->all_day_switch, all_day);
  gtk_switch_set_active (self->several_switch, start != NULL && g_date_compare (&last, &self->day) > 0);
  pln_time_field_set_minutes (self->start_field, all_day ? 9 * 60 : minutes);
  pln_time_field_set_minutes (self->length_field, length);
  if (!all_day)
    show_end (self, length);
  else
    pln_time_field_set_minutes (self->end_field, 17 * 60);
  gtk_widget_set_sensitive (self->times_row, !self->is_session || start != NULL);
  pln_zone_row_set_zone (self->zone_row, zone);
  self->by_end = FALSE;
  self->showing = FALSE;
  update_zone (self);
}

/**
 * pln_when_group_check:
 * @self: a group
 *
 * Looks whether everything makes sense, and says below the fields what does
 * not.
 *
 * Returns: %TRUE if all is well
 */
gboolean
pln_when_group_check (PlnWhenGroup *self)
{
  GtkWidget *field = NULL;
  const char *problem;

  g_return_val_if_fail (PLN_IS_WHEN_GROUP (self), FALSE);

  problem = find_problem (self, &field);
  pln_problem_row_show (self->problem_row, problem != NULL ? field : NULL, problem);

  return problem == NULL;
}

/**
 * pln_when_group_check_below:
 * @self: a group
 * @above: what was found wrong above it, if anything
 *
 * The same, for a form that is to be saved: the first field that is wrong gets
 * the focus.
 *
 * Returns: %TRUE if all is well, @above as well
 */
gboolean
pln_when_group_check_below (PlnWhenGroup  *self,
                            PlnProblemRow *above)
{
  GtkWidget *faulty;

  g_return_val_if_fail (PLN_IS_WHEN_GROUP (self), FALSE);

  pln_when_group_check (self);
  faulty = pln_problem_row_get_field (above);
  if (faulty == NULL)
    faulty = pln_problem_row_get_field (self->problem_row);
  if (faulty != NULL)
    gtk_widget_grab_focus (faulty);

  return faulty == NULL;
}

/**
 * pln_when_group_get_start:
 * @self: a group
 *
 * Returns: (transfer full) (nullable): when it begins, if that is known
 */
GDateTime *
pln_when_group_get_start (PlnWhenGroup *self)
{
  gboolean all_day;
  GDate day;

  g_return_val_if_fail (PLN_IS_WHEN_GROUP (self), NULL);

  if (!pln_date_field_get_date (self->date_field, &day))
    return NULL;

  all_day = gtk_switch_get_active (self->all_day_switch);

  return pln_when_join (&day, all_day ? 0 : pln_time_field_get_minutes (self->start_field), pln_zone_row_get_zone (self->zone_row));
}

/**
 * pln_when_group_get_end:
 * @self: a group
 *
 * Returns: (transfer full) (nullable): when it ends, not part of it; %NULL if
 *   there is no start
 */
GDateTime *
pln_when_group_get_end (PlnWhenGroup *self)
{
  gboolean all_day;
  GDate first;
  GDate last;

  g_return_val_if_fail (PLN_IS_WHEN_GROUP (self), NULL);

  if (!pln_date_field_get_date (self->date_field, &first) || !get_last_day (self, &last))
    return NULL;

  all_day = gtk_switch_get_active (self->all_day_switch);
  if (all_day)
    g_date_add_days (&last, 1);

  return pln_when_join (&last, all_day ? 0 : pln_time_field_get_minutes (self->end_field), pln_zone_row_get_zone (self->zone_row));
}

/**
 * pln_when_group_get_zone:
 * @self: a group
 *
 * Returns: (transfer none): an IANA name, “UTC”, or "" for floating times
 */
const char *
pln_when_group_get_zone (PlnWhenGroup *self)
{
  g_return_val_if_fail (PLN_IS_WHEN_GROUP (self), NULL);

  return pln_zone_row_get_zone (self->zone_row);
}

/**
 * pln_when_group_get_all_day:
 * @self: a group
 *
 * Returns: %TRUE if these are days, not moments
 */
gboolean
pln_when_group_get_all_day (PlnWhenGroup *self)
{
  g_return_val_if_fail (PLN_IS_WHEN_GROUP (self), FALSE);

  return gtk_switch_get_active (self->all_day_switch);
}

/**
 * pln_when_group_get_faulty:
 * @self: a group
 *
 * Returns: (transfer none) (nullable): the field that the last check found
 *   wrong, if any
 */
GtkWidget *
pln_when_group_get_faulty (PlnWhenGroup *self)
{
  g_return_val_if_fail (PLN_IS_WHEN_GROUP (self), NULL);

  return pln_problem_row_get_field (self->problem_row);
}
