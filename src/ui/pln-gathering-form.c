/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-gathering-form.h"

#include "pln-address.h"
#include "pln-calendar-row.h"
#include "pln-colour-chooser.h"
#include "pln-date-field.h"
#include "pln-id.h"
#include "pln-lines-group.h"
#include "pln-problem-row.h"
#include "pln-str.h"
#include "pln-text-row.h"
#include "pln-when-group.h"
#include "pln-when.h"

#include <glib/gi18n.h>

#define MAX_CAPACITY 1000000

/**
 * PlnGatheringForm:
 *
 * The form of a gathering, new or there already: first what a meet-up needs,
 * below it what a conference wants as well. What is wrong is said beside the
 * field. It works on copies and announces them when they are to be saved.
 */
struct _PlnGatheringForm
{
  PlnSheet          parent_instance;

  PlnWishes        *wishes;
  PlnGathering     *before; /* NULL: it is new */
  PlnGathering     *draft;  /* as the form found it */
  guint             n_told;
  gboolean          filling;
  gboolean          is_edited;
  gboolean          when_edited;

  GtkWidget        *scroller;
  GtkWidget        *told_fact;
  GtkLabel         *told_label;
  GtkEditable      *title_row;
  PlnProblemRow    *title_problem;
  PlnWhenGroup     *when_group;
  GtkEditable      *place_row;
  GtkEditable      *online_row;
  PlnProblemRow    *online_problem;
  GtkEditable      *capacity_row;
  PlnDateField     *answer_by_field;
  PlnProblemRow    *guests_problem;
  PlnTextRow       *description_row;
  GtkEditable      *organiser_name_row;
  GtkEditable      *organiser_email_row;
  PlnProblemRow    *organiser_problem;
  PlnColourChooser *colour_chooser;
  AdwActionRow     *published_row;
  GtkSwitch        *published_switch;
  GtkSwitch        *series_switch;
  PlnLinesGroup    *rooms_group;
  AdwComboRow      *calendar_row;
  AdwComboRow      *organisers_row;
};

G_DEFINE_FINAL_TYPE (PlnGatheringForm, pln_gathering_form, PLN_TYPE_SHEET)

static char *
line_of (GtkEditable *row)
{
  return pln_str_one_line (gtk_editable_get_text (row));
}

static void
show_state (PlnGatheringForm *self)
{
  adw_action_row_set_subtitle (self->published_row, gtk_switch_get_active (self->published_switch)
                                                      ? _("May be shown to everybody")
                                                      : _("A draft; only the organisers know of it"));
}

/* Guests who were told the old time or place are not told by saving. */
static void
show_told (PlnGatheringForm *self)
{
  g_autofree char *place = line_of (self->place_row);
  g_autofree char *online = line_of (self->online_row);
  gboolean differs = self->when_edited
                     || !g_str_equal (place, pln_gathering_get_location (self->draft))
                     || !g_str_equal (online, pln_gathering_get_online (self->draft));

  gtk_widget_set_visible (self->told_fact, self->n_told > 0 && differs);
}

static void
show_problem (PlnProblemRow *row,
              gpointer       field,
              const char    *problem)
{
  pln_problem_row_show (row, problem != NULL ? field : NULL, problem);
}

static void
check_title (PlnGatheringForm *self)
{
  g_autofree char *title = line_of (self->title_row);

  show_problem (self->title_problem, self->title_row, *title == '\0' ? _("The gathering needs a title.") : NULL);
}

static void
check_online (PlnGatheringForm *self)
{
  g_autofree char *online = line_of (self->online_row);
  g_autofree char *host = pln_address_web_host (online);

  show_problem (self->online_problem, self->online_row,
                *online != '\0' && host == NULL ? _("This is not a web address. It begins with https:// or http://.") : NULL);
}

static gboolean
read_capacity (PlnGatheringForm *self,
               guint            *capacity)
{
  g_autofree char *text = line_of (self->capacity_row);
  guint64 number = 0;

  *capacity = 0;
  if (*text != '\0' && !g_ascii_string_to_unsigned (text, 10, 0, MAX_CAPACITY, &number, NULL))
    return FALSE;

  *capacity = (guint) number;

  return TRUE;
}

static void
check_guests (PlnGatheringForm *self)
{
  guint capacity;

  if (!read_capacity (self, &capacity))
    show_problem (self->guests_problem, self->capacity_row, _("The capacity is not a number. Leave it empty if there is no limit."));
  else if (!pln_field_is_valid (PLN_FIELD (self->answer_by_field)))
    show_problem (self->guests_problem, self->answer_by_field, _("“Answer by” is not a date. Type it as 18 July 2011, or leave it empty."));
  else
    show_problem (self->guests_problem, NULL, NULL);
}

static void
check_organiser (PlnGatheringForm *self)
{
  g_autofree char *email = line_of (self->organiser_email_row);

  show_problem (self->organiser_problem, self->organiser_email_row,
                *email != '\0' && !pln_address_is_mail (email) ? _("This is not a mail address. It looks like name@example.org.") : NULL);
}

/* The first field that is wrong, from the top; all of them are marked. */
static GtkWidget *
check (PlnGatheringForm *self)
{
  PlnProblemRow *rest[] = { self->online_problem, self->guests_problem, self->organiser_problem };
  GtkWidget *faulty;

  check_title (self);
  pln_when_group_check (self->when_group);
  check_online (self);
  check_guests (self);
  check_organiser (self);

  faulty = pln_problem_row_get_field (self->title_problem);
  if (faulty == NULL)
    faulty = pln_when_group_get_faulty (self->when_group);
  for (guint i = 0; faulty == NULL && i < G_N_ELEMENTS (rest); i++)
    faulty = pln_problem_row_get_field (rest[i]);

  return faulty;
}

/* What was found wrong is looked at again as it is mended, not before. */
static void
edited_cb (PlnGatheringForm *self)
{
  if (self->filling)
    return;

  self->is_edited = TRUE;
  show_state (self);
  show_told (self);
  if (pln_problem_row_get_field (self->title_problem) != NULL)
    check_title (self);
  if (pln_problem_row_get_field (self->online_problem) != NULL)
    check_online (self);
  if (pln_problem_row_get_field (self->guests_problem) != NULL)
    check_guests (self);
  if (pln_problem_row_get_field (self->organiser_problem) != NULL)
    check_organiser (self);
}

static void
when_edited_cb (PlnGatheringForm *self)
{
  self->when_edited = TRUE;
  edited_cb (self);
}

/* The day by whose end answers are wanted. */
static GDateTime *
get_answer_by (PlnGatheringForm *self)
{
  GDateTime *old = pln_gathering_get_answer_by (self->draft);
  GDate day;
  GDate old_day;

  if (!pln_date_field_get_date (self->answer_by_field, &day))
    return NULL;

  if (old != NULL)
    {
      pln_when_split (old, &old_day, NULL);
      if (g_date_compare (&day, &old_day) == 0)
        return g_date_time_ref (old);
    }

  return pln_when_join (&day, PLN_MINUTES_A_DAY - 1, pln_when_group_get_zone (self->when_group));
}

static void
take_when (PlnGatheringForm *self,
           PlnGathering     *after)
{
  g_autoptr(GDateTime) start = pln_when_group_get_start (self->when_group);
  g_autoptr(GDateTime) end = pln_when_group_get_end (self->when_group);

  if (self->when_edited || pln_gathering_get_start (after) == NULL)
    pln_gathering_set_times (after, start, end, pln_when_group_get_zone (self->when_group),
                             pln_when_group_get_all_day (self->when_group));
}

static void
take_series (PlnGatheringForm *self,
             PlnGathering     *after)
{
  gboolean had_one = *pln_gathering_get_series (after) != '\0';
  gboolean wanted = gtk_switch_get_active (self->series_switch);
  g_autofree char *series = NULL;

  if (wanted == had_one)
    return;

  series = wanted ? pln_id_new () : g_strdup ("");
  pln_gathering_set_series (after, series, wanted ? pln_gathering_get_previous (after) : "");
}

/* A room that was renamed is the same room: its sessions go along. */
static GPtrArray *
read_rooms (PlnGatheringForm *self)
{
  GPtrArray *before = pln_gathering_get_room_list (self->draft);
  GPtrArray *rooms = pln_rooms_new ();
  g_auto(GStrv) lines = pln_lines_group_get_lines (self->rooms_group);
  g_autofree int *origins = pln_lines_group_get_origins (self->rooms_group);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const PlnRoom *old = origins[i] >= 0 ? g_ptr_array_index (before, (guint) origins[i]) : NULL;
      g_autoptr(PlnRoom) room = pln_room_parse (old != NULL ? old->id : NULL, lines[i]);

      if (pln_rooms_find_id (rooms, room->id) < 0)
        g_ptr_array_add (rooms, g_steal_pointer (&room));
    }

  return rooms;
}

static PlnGathering *
read_form (PlnGatheringForm *self)
{
  PlnGathering *after = pln_gathering_copy (self->draft);
  g_autofree char *title = line_of (self->title_row);
  g_autofree char *place = line_of (self->place_row);
  g_autofree char *online = line_of (self->online_row);
  g_autofree char *description = pln_text_row_get_text (self->description_row);
  g_autofree char *name = line_of (self->organiser_name_row);
  g_autofree char *email = line_of (self->organiser_email_row);
  g_autoptr(GDateTime) answer_by = get_answer_by (self);
  g_autoptr(GPtrArray) rooms = read_rooms (self);
  guint capacity;

  read_capacity (self, &capacity);
  take_when (self, after);
  take_series (self, after);
  pln_gathering_set_title (after, title);
  pln_gathering_set_location (after, place);
  pln_gathering_set_online (after, online);
  pln_gathering_set_capacity (after, capacity);
  pln_gathering_set_answer_by (after, answer_by);
  pln_gathering_set_description (after, description);
  pln_gathering_set_organiser (after, name, email);
  pln_gathering_set_colour (after, pln_colour_chooser_get_colour (self->colour_chooser));
  pln_gathering_set_state (after, gtk_switch_get_active (self->published_switch) ? PLN_STATE_PUBLISHED : PLN_STATE_DRAFT);
  pln_gathering_set_room_list (after, rooms);
  pln_gathering_set_places (after, pln_calendar_row_get (self->calendar_row),
                            pln_calendar_row_get (self->organisers_row));

  return after;
}

static void
fill_organiser (PlnGatheringForm *self)
{
  const char *name = pln_gathering_get_organiser_name (self->draft);
  const char *email = pln_gathering_get_organiser_email (self->draft);

  if (*email == '\0' && *name == '\0')
    name = PLN_WISHES_GET_IFACE (self->wishes)->get_identity (self->wishes, &email);

  gtk_editable_set_text (self->organiser_name_row, name);
  gtk_editable_set_text (self->organiser_email_row, email);
}

static void
fill_form (PlnGatheringForm  *self,
           const char *const *calendars)
{
  PlnGathering *draft = self->draft;
  guint capacity = pln_gathering_get_capacity (draft);
  g_autofree char *capacity_text = capacity != 0 ? g_strdup_printf ("%u", capacity) : g_strdup ("");
  GDateTime *answer_by = pln_gathering_get_answer_by (draft);
  GDate day;

  self->filling = TRUE;
  gtk_editable_set_text (self->title_row, pln_gathering_get_title (draft));
  pln_when_group_set_times (self->when_group, pln_gathering_get_start (draft), pln_gathering_get_end (draft),
                            pln_gathering_get_zone (draft), pln_gathering_get_all_day (draft));
  gtk_editable_set_text (self->place_row, pln_gathering_get_location (draft));
  gtk_editable_set_text (self->online_row, pln_gathering_get_online (draft));
  gtk_editable_set_text (self->capacity_row, capacity_text);
  if (answer_by != NULL)
    pln_when_split (answer_by, &day, NULL);
  pln_date_field_set_date (self->answer_by_field, answer_by != NULL ? &day : NULL);
  pln_text_row_set_text (self->description_row, pln_gathering_get_description (draft));
  fill_organiser (self);
  pln_colour_chooser_set_colour (self->colour_chooser, pln_gathering_get_colour (draft));
  gtk_switch_set_active (self->published_switch, pln_gathering_get_state (draft) == PLN_STATE_PUBLISHED);
  gtk_switch_set_active (self->series_switch, *pln_gathering_get_series (draft) != '\0');
  pln_lines_group_set_lines (self->rooms_group, pln_gathering_get_rooms (draft));
  pln_calendar_row_fill (self->calendar_row, calendars, pln_gathering_get_calendar (draft));
  pln_calendar_row_fill (self->organisers_row, calendars, pln_gathering_get_organisers_calendar (draft));
  show_state (self);
  self->filling = FALSE;
}

static void
pln_gathering_form_act (PlnSheet *sheet)
{
  PlnGatheringForm *self = PLN_GATHERING_FORM (sheet);
  GtkWidget *faulty = check (self);
  g_autoptr(PlnGathering) after = NULL;

  if (faulty != NULL)
    {
      gtk_widget_grab_focus (faulty);
      return;
    }

  after = read_form (self);
  PLN_WISHES_GET_IFACE (self->wishes)->save_gathering (self->wishes, self->before, after);
  pln_sheet_close (sheet);
}

static gboolean
pln_gathering_form_is_edited (PlnSheet *sheet)
{
  return PLN_GATHERING_FORM (sheet)->is_edited;
}

static void
pln_gathering_form_dispose (GObject *object)
{
  PlnGatheringForm *self = PLN_GATHERING_FORM (object);

  self->filling = TRUE; /* rows that go are not edited */
  g_clear_object (&self->wishes);
  g_clear_object (&self->before);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (pln_gathering_form_parent_class)->dispose (object);
}

static void
pln_gathering_form_class_init (PlnGatheringFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_gathering_form_dispose;
  PLN_SHEET_CLASS (klass)->act = pln_gathering_form_act;
  PLN_SHEET_CLASS (klass)->is_edited = pln_gathering_form_is_edited;

  g_type_ensure (PLN_TYPE_COLOUR_CHOOSER);
  g_type_ensure (PLN_TYPE_DATE_FIELD);
  g_type_ensure (PLN_TYPE_LINES_GROUP);
  g_type_ensure (PLN_TYPE_PROBLEM_ROW);
  g_type_ensure (PLN_TYPE_TEXT_ROW);
  g_type_ensure (PLN_TYPE_WHEN_GROUP);

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-gathering-form.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringForm, told_fact);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringForm, told_label);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringForm, title_row);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringForm, title_problem);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringForm, when_group);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringForm, place_row);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringForm, online_row);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringForm, online_problem);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringForm, capacity_row);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringForm, answer_by_field);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringForm, guests_problem);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringForm, description_row);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringForm, organiser_name_row);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringForm, organiser_email_row);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringForm, organiser_problem);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringForm, colour_chooser);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringForm, published_row);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringForm, published_switch);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringForm, series_switch);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringForm, rooms_group);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringForm, calendar_row);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringForm, organisers_row);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, when_edited_cb);
}

static void
pln_gathering_form_init (PlnGatheringForm *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pln_gathering_form_new:
 * @wishes: who saves it
 * @draft: the gathering as it is, or as a template made it; not changed
 * @is_new: whether it is to be made
 * @calendars: (array zero-terminated=1): the names of all calendars
 *
 * Returns: (transfer none): a form, to be shown with [method@Sheet.present]
 */
PlnSheet *
pln_gathering_form_new (PlnWishes         *wishes,
                        PlnGathering      *draft,
                        gboolean           is_new,
                        const char *const *calendars)
{
  PlnGatheringForm *self;
  g_autofree char *told = NULL;

  g_return_val_if_fail (PLN_IS_WISHES (wishes), NULL);
  g_return_val_if_fail (PLN_IS_GATHERING (draft), NULL);
  g_return_val_if_fail (calendars != NULL, NULL);

  self = g_object_new (PLN_TYPE_GATHERING_FORM, NULL);
  self->wishes = g_object_ref (wishes);
  self->draft = pln_gathering_copy (draft);
  self->before = is_new ? NULL : g_object_ref (self->draft);
  self->n_told = is_new ? 0 : pln_gathering_get_n_told (draft);

  told = g_strdup_printf (ngettext ("%u person has an invitation. They will not be told until you export an update.",
                                    "%u people have an invitation. They will not be told until you export an update.",
                                    self->n_told), self->n_told);
  gtk_label_set_label (self->told_label, told);
  gtk_window_set_title (GTK_WINDOW (self), is_new ? _("New gathering") : _("Edit gathering"));
  pln_sheet_set_action (PLN_SHEET (self), is_new ? _("Create") : _("Save"));
  fill_form (self, calendars);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->title_row));

  return PLN_SHEET (self);
}
