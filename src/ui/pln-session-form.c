/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-session-form.h"

#include "pln-choice-row.h"
#include "pln-id.h"
#include "pln-lines-group.h"
#include "pln-problem-row.h"
#include "pln-str.h"
#include "pln-text-row.h"
#include "pln-when-group.h"

#include <glib/gi18n.h>
#include <string.h>

#define USUAL_LENGTH 45

/**
 * PlnSessionForm:
 *
 * The form of an item of the programme, new or there already. It works on
 * copies and announces them when they are to be saved.
 */
struct _PlnSessionForm
{
  PlnSheet        parent_instance;

  PlnWishes      *wishes;
  PlnGathering   *gathering;
  PlnSession     *before; /* NULL: it is new */
  PlnSession     *draft;  /* as the form found it */
  gboolean        filling;
  gboolean        is_edited;
  gboolean        when_edited;

  GtkEditable    *title_row;
  PlnProblemRow  *title_problem;
  PlnWhenGroup   *when_group;
  PlnChoiceRow   *room_row;
  PlnChoiceRow   *track_row;
  GtkSwitch      *break_switch;
  AdwComboRow    *status_row;
  GtkEditable    *url_row;
  PlnLinesGroup  *speakers_group;
  PlnTextRow     *description_row;
};

G_DEFINE_FINAL_TYPE (PlnSessionForm, pln_session_form, PLN_TYPE_SHEET)

static void
check_title (PlnSessionForm *self)
{
  pln_problem_row_check_filled (self->title_problem, self->title_row, _("The session needs a title."));
}

static void
edited_cb (PlnSessionForm *self)
{
  if (self->filling)
    return;

  self->is_edited = TRUE;
  if (pln_problem_row_get_field (self->title_problem) != NULL)
    check_title (self);
}

static void
when_edited_cb (PlnSessionForm *self)
{
  self->when_edited = TRUE;
  edited_cb (self);
}

/* The rooms without their capacities. */
static char **
room_names (PlnGathering *gathering)
{
  GPtrArray *rooms = pln_gathering_get_room_list (gathering);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < rooms->len; i++)
    g_strv_builder_add (names, ((const PlnRoom *) g_ptr_array_index (rooms, i))->name);

  return g_strv_builder_end (names);
}

/* The tracks that the sessions have already. */
static char **
track_names (PlnGathering *gathering)
{
  GListModel *sessions = pln_gathering_get_sessions (gathering);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GStrvBuilder) tracks = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (sessions); i++)
    {
      g_autoptr(PlnSession) session = g_list_model_get_item (sessions, i);
      const char *track = g_intern_string (pln_session_get_track (session));

      if (*track != '\0' && g_hash_table_add (seen, (char *) track))
        g_strv_builder_add (tracks, track);
    }

  return g_strv_builder_end (tracks);
}

static void
fill_form (PlnSessionForm *self)
{
  g_auto(GStrv) rooms = room_names (self->gathering);
  g_auto(GStrv) tracks = track_names (self->gathering);

  self->filling = TRUE;
  pln_choice_row_set_choices (self->room_row, (const char *const *) rooms);
  pln_choice_row_set_choices (self->track_row, (const char *const *) tracks);
  gtk_editable_set_text (self->title_row, pln_session_get_title (self->draft));
  pln_when_group_set_times (self->when_group, pln_session_get_start (self->draft), pln_session_get_end (self->draft),
                            pln_session_get_zone (self->draft), pln_session_get_all_day (self->draft));
  gtk_editable_set_text (GTK_EDITABLE (self->room_row), pln_session_get_room (self->draft));
  gtk_editable_set_text (GTK_EDITABLE (self->track_row), pln_session_get_track (self->draft));
  gtk_switch_set_active (self->break_switch, pln_session_get_is_break (self->draft));
  adw_combo_row_set_selected (self->status_row, pln_session_get_status (self->draft));
  gtk_editable_set_text (self->url_row, pln_session_get_url (self->draft));
  pln_lines_group_set_lines (self->speakers_group, pln_session_get_speakers (self->draft));
  pln_text_row_set_text (self->description_row, pln_session_get_description (self->draft));
  self->filling = FALSE;
}

static PlnSession *
read_form (PlnSessionForm *self)
{
  PlnSession *after = pln_session_copy (self->draft);
  g_autofree char *title = pln_str_one_line (gtk_editable_get_text (self->title_row));
  g_autofree char *room = pln_str_one_line (gtk_editable_get_text (GTK_EDITABLE (self->room_row)));
  g_autofree char *track = pln_str_one_line (gtk_editable_get_text (GTK_EDITABLE (self->track_row)));
  g_autofree char *description = pln_text_row_get_text (self->description_row);
  g_autofree char *url = pln_str_one_line (gtk_editable_get_text (self->url_row));
  g_auto(GStrv) speakers = pln_lines_group_get_lines (self->speakers_group);

  if (self->when_edited)
    {
      g_autoptr(GDateTime) start = pln_when_group_get_start (self->when_group);
      g_autoptr(GDateTime) end = pln_when_group_get_end (self->when_group);

      pln_session_set_times (after, start, end, pln_when_group_get_zone (self->when_group),
                             pln_when_group_get_all_day (self->when_group));
    }
  pln_session_set_title (after, title);
  pln_session_set_room (after, room);
  pln_session_set_track (after, track);
  pln_session_set_is_break (after, gtk_switch_get_active (self->break_switch));
  pln_session_set_status (after, (PlnSessionStatus) adw_combo_row_get_selected (self->status_row));
  pln_session_set_url (after, url);
  pln_session_set_speakers (after, (const char *const *) speakers);
  pln_session_set_description (after, description);

  return after;
}

static void
pln_session_form_act (PlnSheet *sheet)
{
  PlnSessionForm *self = PLN_SESSION_FORM (sheet);
  g_autoptr(PlnSession) after = NULL;

  check_title (self);
  if (!pln_when_group_check_below (self->when_group, self->title_problem))
    return;

  after = read_form (self);
  PLN_WISHES_GET_IFACE (self->wishes)->save_session (self->wishes, self->gathering, self->before, after);
  pln_sheet_close (sheet);
}

static gboolean
pln_session_form_is_edited (PlnSheet *sheet)
{
  return PLN_SESSION_FORM (sheet)->is_edited;
}

static void
pln_session_form_dispose (GObject *object)
{
  PlnSessionForm *self = PLN_SESSION_FORM (object);

  self->filling = TRUE; /* rows that go are not edited */
  g_clear_object (&self->wishes);
  g_clear_object (&self->gathering);
  g_clear_object (&self->before);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (pln_session_form_parent_class)->dispose (object);
}

static void
pln_session_form_class_init (PlnSessionFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_session_form_dispose;
  PLN_SHEET_CLASS (klass)->act = pln_session_form_act;
  PLN_SHEET_CLASS (klass)->is_edited = pln_session_form_is_edited;

  g_type_ensure (PLN_TYPE_CHOICE_ROW);
  g_type_ensure (PLN_TYPE_LINES_GROUP);
  g_type_ensure (PLN_TYPE_PROBLEM_ROW);
  g_type_ensure (PLN_TYPE_TEXT_ROW);
  g_type_ensure (PLN_TYPE_WHEN_GROUP);

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-session-form.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnSessionForm, title_row);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionForm, title_problem);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionForm, when_group);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionForm, room_row);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionForm, track_row);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionForm, break_switch);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionForm, status_row);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionForm, url_row);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionForm, speakers_group);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionForm, description_row);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, when_edited_cb);
}

static void
pln_session_form_init (PlnSessionForm *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A session without a time lies in the zone of its gathering. */
static PlnSession *
make_draft (PlnGathering *gathering,
            PlnSession   *session,
            GDateTime    *start)
{
  g_autofree char *uid = session == NULL ? pln_uid_new () : NULL;
  PlnSession *draft = session != NULL ? pln_session_copy (session) : pln_session_new (uid);
  const char *zone = pln_gathering_get_zone (gathering);
  g_autoptr(GDateTime) end = NULL;

  if (session == NULL && start != NULL)
    {
      end = g_date_time_add_minutes (start, USUAL_LENGTH);
      pln_session_set_times (draft, start, end, zone, FALSE);
    }
  else if (pln_session_get_start (draft) == NULL)
    {
      pln_session_set_times (draft, NULL, NULL, zone, FALSE);
    }

  return draft;
}

/* @draft: (transfer full): what the form begins with */
static PlnSheet *
new_form (PlnWishes    *wishes,
          PlnGathering *gathering,
          PlnSession   *session,
          PlnSession   *draft)
{
  PlnSessionForm *self = g_object_new (PLN_TYPE_SESSION_FORM, NULL);

  self->wishes = g_object_ref (wishes);
  self->gathering = g_object_ref (gathering);
  self->draft = draft;
  self->before = session != NULL ? pln_session_copy (session) : NULL;

  gtk_window_set_title (GTK_WINDOW (self), session == NULL ? _("New session") : _("Edit session"));
  pln_sheet_set_subtitle (PLN_SHEET (self), pln_gathering_get_title (gathering));
  pln_sheet_set_action (PLN_SHEET (self), session == NULL ? _("Add") : _("Save"));
  fill_form (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->title_row));

  return PLN_SHEET (self);
}

/**
 * pln_session_form_new:
 * @wishes: who saves it
 * @gathering: the gathering that it is an item of
 * @session: (nullable): the session as it is, not changed; %NULL for a new one
 * @start: (nullable): when a new one begins, in the zone of @gathering
 *
 * Returns: (transfer none): a form, to be shown with [method@Sheet.present]
 */
PlnSheet *
pln_session_form_new (PlnWishes    *wishes,
                      PlnGathering *gathering,
                      PlnSession   *session,
                      GDateTime    *start)
{
  g_return_val_if_fail (PLN_IS_WISHES (wishes), NULL);
  g_return_val_if_fail (PLN_IS_GATHERING (gathering), NULL);
  g_return_val_if_fail (session == NULL || PLN_IS_SESSION (session), NULL);

  return new_form (wishes, gathering, session, make_draft (gathering, session, start));
}

/**
 * pln_session_form_new_from:
 * @wishes: who saves it
 * @gathering: the gathering that it is an item of
 * @draft: a session that is not there yet, with what is known of it
 *
 * Returns: (transfer none): a form for a new session
 */
PlnSheet *
pln_session_form_new_from (PlnWishes    *wishes,
                           PlnGathering *gathering,
                           PlnSession   *draft)
{
  g_return_val_if_fail (PLN_IS_WISHES (wishes), NULL);
  g_return_val_if_fail (PLN_IS_GATHERING (gathering), NULL);
  g_return_val_if_fail (PLN_IS_SESSION (draft), NULL);

  return new_form (wishes, gathering, NULL, pln_session_copy (draft));
}
