/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-templates.h"

#include "pln-clock.h"
#include "pln-config.h"
#include "pln-core-open.h"
#include "pln-core-servers-private.h"
#include "pln-id.h"
#include "pln-when.h"
#include "pln-zone.h"

#include <glib/gi18n.h>

#define USUAL_WEEKS 4

/* Where something of a template is. */
typedef enum
{
  BREAK, /* nowhere in particular, as it is for all */
  HALL,  /* the first room */
  ROOMS, /* all the others at once */
} Where;

typedef struct
{
  guint       after; /* minutes after the start of the gathering */
  guint       length;
  const char *title;
  Where       where;
} Item;

typedef struct
{
  const char *name;
  guint       days;   /* from today, at least */
  guint       start;  /* minutes after midnight */
  guint       length; /* in minutes */
  const char *colour;
  guint       n_rooms; /* besides the hall */
  const Item *items;
} Template;

static const Item conference_items[] = {
  { 0, 30, N_("Registration and coffee"), BREAK },
  { 30, 15, N_("Welcome"), HALL },
  { 45, 45, N_("Keynote"), HALL },
  { 90, 30, N_("Coffee break"), BREAK },
  { 120, 60, N_("Breakouts, first round"), ROOMS },
  { 180, 60, N_("Lunch"), BREAK },
  { 240, 45, N_("One-minute madness"), HALL },
  { 285, 60, N_("Breakouts, second round"), ROOMS },
  { 345, 20, N_("Tea break"), BREAK },
  { 365, 40, N_("Reports from the breakouts"), HALL },
  { 405, 15, N_("Closing"), HALL },
  { 0 }
};

static const Item unconference_items[] = {
  { 0, 30, N_("Arrival and coffee"), BREAK },
  { 30, 45, N_("Opening: pitch your topic"), HALL },
  { 75, 45, N_("Slot 1"), ROOMS },
  { 120, 45, N_("Slot 2"), ROOMS },
  { 165, 60, N_("Lunch"), BREAK },
  { 225, 45, N_("Slot 3"), ROOMS },
  { 270, 20, N_("Tea break"), BREAK },
  { 290, 45, N_("Slot 4"), ROOMS },
  { 335, 40, N_("Closing: what we take home"), HALL },
  { 0 }
};

static const Template templates[] = {
  { "", 7, 10 * 60, 2 * 60, "", 0, NULL },
  { "meetup", 7, 18 * 60 + 30, 2 * 60, "purple", 0, NULL },
  { "conference", 56, 9 * 60 + 30, 7 * 60, "blue", 3, conference_items },
  { "unconference", 42, 9 * 60 + 30, 6 * 60 + 15, "teal", 3, unconference_items },
};

static GDateTime *
plus (GDateTime  *from,
      guint       minutes,
      const char *zone)
{
  GDate day;
  guint at;

  pln_when_split (from, &day, &at);
  g_date_add_days (&day, (at + minutes) / PLN_MINUTES_A_DAY);

  return pln_when_join (&day, (at + minutes) % PLN_MINUTES_A_DAY, zone);
}

/* In the middle of the week people can come, and travel on a working day. */
static void
first_good_day (guint  days_from_now,
                GDate *day)
{
  g_autoptr(GDateTime) now = pln_clock_now_here ();

  pln_when_split (now, day, NULL);
  g_date_add_days (day, days_from_now);
  while (g_date_get_weekday (day) < G_DATE_TUESDAY || g_date_get_weekday (day) > G_DATE_THURSDAY)
    g_date_add_days (day, 1);
}

static PlnGathering *
new_draft (PlnCore *self)
{
  g_autofree char *uid = pln_uid_new ();
  PlnGathering *draft = pln_gathering_new (uid);

  pln_gathering_set_places (draft, pln_core_usual_calendar (self), pln_core_usual_organisers (self));
  pln_gathering_set_organiser (draft, pln_core_get_identity_name (self), pln_core_get_identity_email (self));
  pln_gathering_set_loaded (draft, TRUE);

  return draft;
}

static void
add_rooms (PlnGathering *draft,
           guint         n)
{
  g_autoptr(GPtrArray) rooms = pln_rooms_new ();

  for (guint i = 0; n > 0 && i <= n; i++)
    {
      g_autofree char *id = pln_id_new ();
      g_autofree char *name = i == 0 ? g_strdup (_("Hall")) : g_strdup_printf (_("Room %u"), i);

      g_ptr_array_add (rooms, pln_room_new (id, name, 0));
    }
  pln_gathering_set_room_list (draft, rooms);
}

static char *
place_of (PlnGathering *draft,
          Where         where)
{
  GPtrArray *rooms = pln_gathering_get_room_list (draft);
  GString *names = g_string_new (NULL);

  for (guint i = where == HALL ? 0 : 1; where != BREAK && i < (where == HALL ? 1 : rooms->len); i++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", ((PlnRoom *) g_ptr_array_index (rooms, i))->name);

  return g_string_free (names, FALSE);
}

static void
add_items (PlnGathering *draft,
           const Item   *items)
{
  GDateTime *start = pln_gathering_get_start (draft);
  const char *zone = pln_gathering_get_zone (draft);
  g_autoptr(GPtrArray) sessions = g_ptr_array_new_with_free_func (g_object_unref);

  for (; items != NULL && items->title != NULL; items++)
    {
      g_autofree char *uid = pln_uid_new ();
      PlnSession *session = pln_session_new (uid);
      g_autoptr(GDateTime) from = plus (start, items->after, zone);
      g_autoptr(GDateTime) to = plus (start, items->after + items->length, zone);
      g_autofree char *place = place_of (draft, items->where);

      pln_session_set_title (session, _(items->title));
      pln_session_set_is_break (session, items->where == BREAK);
      pln_session_set_room (session, place);
      pln_session_set_times (session, from, to, zone, FALSE);
      g_ptr_array_add (sessions, session);
    }

  pln_gathering_set_sessions (draft, sessions);
}

/* A form makes a copy, without lists, of a draft: the draft with its sessions
 * and rounds stays here until one of its UID is saved. */
static void
keep_lists (PlnCore      *self,
            PlnGathering *draft)
{
  GListModel *rounds = pln_gathering_get_rounds (draft);
  PlnGathering *kept;

  if (g_list_model_get_n_items (pln_gathering_get_sessions (draft)) == 0 && g_list_model_get_n_items (rounds) == 0)
    return;

  kept = pln_gathering_copy (draft);
  for (guint i = 0; i < g_list_model_get_n_items (pln_gathering_get_sessions (draft)); i++)
    {
      g_autoptr(PlnSession) session = g_list_model_get_item (pln_gathering_get_sessions (draft), i);

      pln_gathering_put_session (kept, session);
    }
  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);

      pln_gathering_put_round (kept, round);
    }
  g_hash_table_replace (self->drafts, (char *) pln_gathering_get_uid (kept), kept);
}

static const Template *
find_template (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (templates); i++)
    if (g_str_equal (templates[i].name, name))
      return &templates[i];

  return NULL;
}

/**
 * pln_core_draft_template:
 * @self: a core
 * @template_name: "meetup" (an evening), "conference" (a day with breakouts),
 *   "unconference", or "" for nothing but a time
 * @error: return location for a [error@CoreError]
 *
 * Makes a draft from a template. It is neither in the list nor saved;
 * [method@Core.save_gathering_async] saves it, or a copy of it.
 *
 * Returns: (transfer full): a draft without title; or %NULL
 */
PlnGathering *
pln_core_draft_template (PlnCore     *self,
                         const char  *template_name,
                         GError     **error)
{
  const Template *template;
  const char *zone = pln_zone_here ();
  PlnGathering *draft;
  g_autoptr(GDateTime) start = NULL;
  g_autoptr(GDateTime) end = NULL;
  GDate day;

  g_return_val_if_fail (PLN_IS_CORE (self), NULL);
  g_return_val_if_fail (template_name != NULL, NULL);

  template = find_template (template_name);
  if (template == NULL)
    {
      g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_BAD_NAME,
                   _("There is no template “%s”. Choose meetup, conference or unconference."), template_name);
      return NULL;
    }

  first_good_day (template->days, &day);
  start = pln_when_join (&day, template->start, zone);
  end = plus (start, template->length, zone);

  draft = new_draft (self);
  pln_gathering_set_times (draft, start, end, zone, FALSE);
  pln_gathering_set_colour (draft, template->colour);
  add_rooms (draft, template->n_rooms);
  add_items (draft, template->items);
  keep_lists (self, draft);

  return draft;
}

/* How many weeks lie between the gatherings of a series: as many as between
 * the last two, unless those were days of one week. */
static guint
usual_weeks (PlnCore      *self,
             PlnGathering *gathering)
{
  const char *uid = pln_gathering_get_previous (gathering);
  PlnGathering *previous = *uid != '\0' ? pln_core_find_gathering (self, uid) : NULL;
  GDate day, day_before;
  int days;

  if (previous == NULL || pln_gathering_get_start (previous) == NULL)
    return USUAL_WEEKS;

  pln_when_split (pln_gathering_get_start (gathering), &day, NULL);
  pln_when_split (pln_gathering_get_start (previous), &day_before, NULL);
  days = g_date_days_between (&day_before, &day);

  return days >= 6 ? (guint) (days + 3) / 7 : USUAL_WEEKS;
}

/* The first day at the usual distance that is still to come. */
static GDateTime *
next_start (PlnCore      *self,
            PlnGathering *gathering)
{
  guint weeks = usual_weeks (self, gathering);
  g_autoptr(GDateTime) now = pln_clock_now_here ();
  GDate today, day;
  guint minutes;

  pln_when_split (now, &today, NULL);
  pln_when_split (pln_gathering_get_start (gathering), &day, &minutes);
  do
    g_date_add_days (&day, weeks * 7);
  while (g_date_compare (&day, &today) <= 0);

  return pln_when_join (&day, minutes, pln_gathering_get_zone (gathering));
}

static void
copy_sessions (PlnGathering *draft,
               PlnGathering *gathering)
{
  GListModel *sessions = pln_gathering_get_sessions (gathering);
  GDateTime *from = pln_gathering_get_start (gathering);
  GDateTime *to = pln_gathering_get_start (draft);
  const char *zone = pln_gathering_get_zone (draft);
  g_autoptr(GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (sessions); i++)
    {
      g_autoptr(PlnSession) session = g_list_model_get_item (sessions, i);
      g_autofree char *uid = pln_uid_new ();
      PlnSession *copy = pln_session_new (uid);
      g_autoptr(GDateTime) start = pln_core_move_time (pln_session_get_start (session), from, to, zone);
      g_autoptr(GDateTime) end = pln_core_move_time (pln_session_get_end (session), from, to, zone);

      pln_session_take_from (copy, session);
      pln_session_set_times (copy, start, end, zone, pln_session_get_all_day (session));
      pln_session_set_read_only (copy, FALSE);
      g_ptr_array_add (copies, copy);
    }

  pln_gathering_set_sessions (draft, copies);
}

static void
copy_rounds (PlnGathering *draft,
             PlnGathering *gathering)
{
  GListModel *rounds = pln_gathering_get_rounds (gathering);
  GDateTime *from = pln_gathering_get_start (gathering);
  GDateTime *to = pln_gathering_get_start (draft);
  const char *zone = pln_gathering_get_zone (draft);

  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);
      g_autoptr(PlnRound) copy = pln_core_round_again (round);
      g_autoptr(GDateTime) start = pln_core_move_time (pln_round_get_start (round), from, to, zone);
      g_autoptr(GDateTime) end = pln_core_move_time (pln_round_get_end (round), from, to, zone);

      pln_round_set_times (copy, start, end, zone);
      pln_gathering_put_round (draft, copy);
    }
}

static void
copy_frame (PlnGathering *draft,
            PlnGathering *gathering)
{
  pln_gathering_set_title (draft, pln_gathering_get_title (gathering));
  pln_gathering_set_location (draft, pln_gathering_get_location (gathering));
  pln_gathering_set_online (draft, pln_gathering_get_online (gathering));
  pln_gathering_set_url (draft, pln_gathering_get_url (gathering));
  pln_gathering_set_description (draft, pln_gathering_get_description (gathering));
  pln_gathering_set_colour (draft, pln_gathering_get_colour (gathering));
  pln_gathering_set_capacity (draft, pln_gathering_get_capacity (gathering));
  pln_gathering_set_room_list (draft, pln_gathering_get_room_list (gathering));
  if (*pln_gathering_get_organiser_email (draft) == '\0')
    pln_gathering_set_organiser (draft, pln_gathering_get_organiser_name (gathering),
                                 pln_gathering_get_organiser_email (gathering));
  if (!pln_gathering_get_is_example (gathering))
    pln_gathering_set_places (draft, pln_gathering_get_calendar (gathering),
                              pln_gathering_get_organisers_calendar (gathering));
}

static void
copy_times (PlnGathering *draft,
            PlnGathering *gathering,
            GDateTime    *start)
{
  GDateTime *from = pln_gathering_get_start (gathering);
  const char *zone = pln_gathering_get_zone (gathering);
  g_autoptr(GDateTime) end = pln_core_move_time (pln_gathering_get_end (gathering), from, start, zone);
  g_autoptr(GDateTime) answer_by = pln_core_move_time (pln_gathering_get_answer_by (gathering), from, start, zone);

  pln_gathering_set_times (draft, start, end, zone, pln_gathering_get_all_day (gathering));
  pln_gathering_set_answer_by (draft, answer_by);
}

/* What comes after a gathering that is loaded.
 *
 * @start: (nullable): when; NULL for the usual distance */
PlnGathering *
pln_core_draft_follower (PlnCore      *self,
                         PlnGathering *gathering,
                         gboolean      as_next,
                         GDateTime    *start)
{
  PlnGathering *draft = new_draft (self);
  g_autoptr(GDateTime) usual = start == NULL ? next_start (self, gathering) : NULL;

  copy_frame (draft, gathering);
  copy_times (draft, gathering, start != NULL ? start : usual);
  if (as_next)
    {
      g_autofree char *series = *pln_gathering_get_series (gathering) != '\0'
                                ? g_strdup (pln_gathering_get_series (gathering)) : pln_id_new ();

      pln_gathering_set_series (draft, series, pln_gathering_get_uid (gathering));
    }
  else
    {
      copy_sessions (draft, gathering);
      copy_rounds (draft, gathering);
      keep_lists (self, draft);
    }

  return draft;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  PlnCore *self = PLN_CORE (source);
  gboolean as_next = GPOINTER_TO_INT (g_task_get_task_data (task));
  g_autoptr(PlnGathering) gathering = NULL;
  GError *error = NULL;

  gathering = pln_core_open_gathering_finish (self, result, &error);
  if (gathering == NULL)
    pln_core_wish_fail (task, error);
  else
    pln_core_wish_done (task, pln_core_draft_follower (self, gathering, as_next, NULL), g_object_unref, NULL);
}

/**
 * pln_core_draft_follower_async:
 * @self: a core
 * @gathering: a gathering of the list
 * @as_next: whether it is the next of its series, else the same again
 * @cancellable: (nullable): stops the reading
 * @callback: (scope async): called when the draft is there
 * @user_data: data for @callback
 *
 * Makes a draft of what comes after a gathering, at the usual distance: with
 * its place, rooms, length, description and capacity. The next of a series
 * carries its series and names the one before; the same again has the sessions,
 * rounds and groups too. Nobody is on the list of either.
 */
void
pln_core_draft_follower_async (PlnCore             *self,
                               PlnGathering        *gathering,
                               gboolean             as_next,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (PLN_IS_GATHERING (gathering));

  task = pln_core_wish_new (self, pln_core_draft_follower_async, cancellable, callback, user_data);
  g_task_set_task_data (task, GINT_TO_POINTER (as_next), NULL);
  pln_core_open_gathering_async (self, pln_gathering_get_uid (gathering), cancellable, loaded_cb, task);
}

/**
 * pln_core_draft_follower_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for a [error@CoreError] or an error of the library
 *
 * Returns: (transfer full): a draft, neither in the list nor saved; or %NULL
 */
PlnGathering *
pln_core_draft_follower_finish (PlnCore       *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
