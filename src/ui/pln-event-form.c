/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-event-form.h"

#include "pln-ask.h"
#include "pln-calendar-row.h"
#include "pln-problem-row.h"
#include "pln-str.h"
#include "pln-text-row.h"
#include "pln-when-group.h"

#include <glib/gi18n.h>

/**
 * PlnEventForm:
 *
 * The form of an entry that is no gathering, new or there already. Of one that
 * repeats it asks whether this one or all are meant. One whose series is not
 * fully understood can be read only.
 */
struct _PlnEventForm
{
  PlnSheet        parent_instance;

  PlnWishes      *wishes;
  PlnEvent       *before; /* NULL: it is new */
  PlnEvent       *draft;  /* as the form found it */
  gboolean        filling;
  gboolean        is_edited;
  gboolean        when_edited;

  GtkLabel       *doubt_label;
  GtkEditable    *title_row;
  PlnProblemRow  *title_problem;
  PlnWhenGroup   *when_group;
  GtkEditable    *place_row;
  PlnTextRow     *description_row;
  AdwComboRow    *calendar_row;
  GtkWidget      *rows;
  GtkWidget      *gathering_row;
  GtkWidget      *delete_row;
};

G_DEFINE_FINAL_TYPE (PlnEventForm, pln_event_form, PLN_TYPE_SHEET)

static void
check_title (PlnEventForm *self)
{
  pln_problem_row_check_filled (self->title_problem, self->title_row, _("The event needs a title."));
}

static void
edited_cb (PlnEventForm *self)
{
  if (self->filling)
    return;

  self->is_edited = TRUE;
  gtk_widget_set_visible (self->gathering_row, FALSE); /* what was typed would be lost */
  if (pln_problem_row_get_field (self->title_problem) != NULL)
    check_title (self);
}

static void
when_edited_cb (PlnEventForm *self)
{
  self->when_edited = TRUE;
  edited_cb (self);
}

static void
fill_form (PlnEventForm      *self,
           const char *const *calendars)
{
  const char *doubt = pln_event_get_doubt (self->draft);

  self->filling = TRUE;
  gtk_editable_set_text (self->title_row, pln_event_get_title (self->draft));
  pln_when_group_set_times (self->when_group, pln_event_get_start (self->draft), pln_event_get_end (self->draft),
                            pln_event_get_zone (self->draft), pln_event_get_all_day (self->draft));
  gtk_editable_set_text (self->place_row, pln_event_get_place (self->draft));
  pln_text_row_set_text (self->description_row, pln_event_get_description (self->draft));
  pln_calendar_row_fill (self->calendar_row, calendars, pln_event_get_calendar (self->draft));
  self->filling = FALSE;

  gtk_label_set_label (self->doubt_label, doubt);
  gtk_widget_set_visible (GTK_WIDGET (self->doubt_label), *doubt != '\0');
  gtk_widget_set_sensitive (self->rows, *doubt == '\0');
  gtk_widget_set_visible (self->gathering_row, self->before != NULL && !pln_event_get_is_recurring (self->draft));
  gtk_widget_set_visible (self->delete_row, self->before != NULL);
  pln_sheet_set_can_act (PLN_SHEET (self), *doubt == '\0');
}

static PlnEvent *
read_form (PlnEventForm *self)
{
  PlnEvent *after = pln_event_copy (self->draft);
  g_autofree char *title = pln_str_one_line (gtk_editable_get_text (self->title_row));
  g_autofree char *place = pln_str_one_line (gtk_editable_get_text (self->place_row));
  g_autofree char *description = pln_text_row_get_text (self->description_row);

  if (self->when_edited)
    {
      g_autoptr(GDateTime) start = pln_when_group_get_start (self->when_group);
      g_autoptr(GDateTime) end = pln_when_group_get_end (self->when_group);

      pln_event_set_times (after, start, end, pln_when_group_get_zone (self->when_group),
                           pln_when_group_get_all_day (self->when_group));
    }
  pln_event_set_title (after, title);
  pln_event_set_place (after, place);
  pln_event_set_description (after, description);
  pln_event_set_calendar (after, pln_calendar_row_get (self->calendar_row));

  return after;
}

/* What is to become of the event, while it is asked how far that reaches. */
typedef struct
{
  PlnEventForm *self;
  PlnEvent     *after; /* NULL: it goes */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->self);
  g_clear_object (&saving->after);
  g_free (saving);
}

static void
save_cb (PlnReach reach,
         gpointer data)
{
  Saving *saving = data;
  PlnEventForm *self = saving->self;

  PLN_WISHES_GET_IFACE (self->wishes)->save_event (self->wishes, self->before, saving->after, reach);
  pln_sheet_close (PLN_SHEET (self));
}

static void
save (PlnEventForm *self,
      PlnEvent     *after)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->self = g_object_ref (self);
  g_set_object (&saving->after, after);
  if (self->before != NULL && pln_event_get_is_recurring (self->before))
    pln_ask_reach (GTK_WINDOW (self), pln_event_get_title (self->before), after == NULL, save_cb, saving, saving_free);
  else
    {
      save_cb (PLN_REACH_THIS, saving);
      saving_free (saving);
    }
}

static void
pln_event_form_act (PlnSheet *sheet)
{
  PlnEventForm *self = PLN_EVENT_FORM (sheet);
  g_autoptr(PlnEvent) after = NULL;

  check_title (self);
  if (!pln_when_group_check_below (self->when_group, self->title_problem))
    return;

  after = read_form (self);
  save (self, after);
}

static void
delete_cb (PlnEventForm *self)
{
  save (self, NULL);
}

static void
make_gathering_cb (PlnEventForm *self)
{
  PlnOccurrenceData data = {
    .kind = PLN_OCCURRENCE_KIND_EVENT,
    .uid = pln_event_get_uid (self->before),
    .title = pln_event_get_title (self->before),
    .start = pln_event_get_start (self->before),
    .end = pln_event_get_end (self->before),
  };
  g_autoptr(PlnOccurrence) event = pln_occurrence_new (&data);

  PLN_WISHES_GET_IFACE (self->wishes)->make_gathering (self->wishes, event);
  pln_sheet_close (PLN_SHEET (self));
}

static gboolean
pln_event_form_is_edited (PlnSheet *sheet)
{
  return PLN_EVENT_FORM (sheet)->is_edited;
}

static void
pln_event_form_dispose (GObject *object)
{
  PlnEventForm *self = PLN_EVENT_FORM (object);

  self->filling = TRUE; /* rows that go are not edited */
  g_clear_object (&self->wishes);
  g_clear_object (&self->before);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (pln_event_form_parent_class)->dispose (object);
}

static void
pln_event_form_class_init (PlnEventFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_event_form_dispose;
  PLN_SHEET_CLASS (klass)->act = pln_event_form_act;
  PLN_SHEET_CLASS (klass)->is_edited = pln_event_form_is_edited;

  g_type_ensure (PLN_TYPE_PROBLEM_ROW);
  g_type_ensure (PLN_TYPE_TEXT_ROW);
  g_type_ensure (PLN_TYPE_WHEN_GROUP);

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-event-form.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnEventForm, doubt_label);
  gtk_widget_class_bind_template_child (widget_class, PlnEventForm, title_row);
  gtk_widget_class_bind_template_child (widget_class, PlnEventForm, title_problem);
  gtk_widget_class_bind_template_child (widget_class, PlnEventForm, when_group);
  gtk_widget_class_bind_template_child (widget_class, PlnEventForm, place_row);
  gtk_widget_class_bind_template_child (widget_class, PlnEventForm, description_row);
  gtk_widget_class_bind_template_child (widget_class, PlnEventForm, calendar_row);
  gtk_widget_class_bind_template_child (widget_class, PlnEventForm, rows);
  gtk_widget_class_bind_template_child (widget_class, PlnEventForm, gathering_row);
  gtk_widget_class_bind_template_child (widget_class, PlnEventForm, delete_row);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, when_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_gathering_cb);
}

static void
pln_event_form_init (PlnEventForm *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pln_event_form_new:
 * @wishes: who saves it
 * @event: the event, not changed; for a new one what the form begins with
 * @is_new: whether it is not in the library yet
 * @calendars: the names of the calendars
 *
 * Returns: (transfer none): a form, to be shown with [method@Sheet.present]
 */
PlnSheet *
pln_event_form_new (PlnWishes         *wishes,
                    PlnEvent          *event,
                    gboolean           is_new,
                    const char *const *calendars)
{
  PlnEventForm *self;

  g_return_val_if_fail (PLN_IS_WISHES (wishes), NULL);
  g_return_val_if_fail (PLN_IS_EVENT (event), NULL);

  self = g_object_new (PLN_TYPE_EVENT_FORM, NULL);
  self->wishes = g_object_ref (wishes);
  self->draft = pln_event_copy (event);
  self->before = !is_new ? pln_event_copy (event) : NULL;

  gtk_window_set_title (GTK_WINDOW (self), is_new ? _("New event") : _("Edit event"));
  if (*pln_event_get_repeats (event) != '\0')
    {
      /* Translators: %s is how, such as “every second Tuesday until 5 July 2027”. */
      g_autofree char *repeats = g_strdup_printf (_("Repeats %s"), pln_event_get_repeats (event));

      pln_sheet_set_subtitle (PLN_SHEET (self), repeats);
    }
  else if (pln_event_get_is_recurring (event))
    pln_sheet_set_subtitle (PLN_SHEET (self), _("Repeats"));
  pln_sheet_set_action (PLN_SHEET (self), is_new ? _("Add") : _("Save"));
  fill_form (self, calendars);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->title_row));

  return PLN_SHEET (self);
}
