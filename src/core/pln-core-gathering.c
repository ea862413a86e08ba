/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-gathering.h"

#include "pln-config.h"
#include "pln-core-servers-private.h"
#include "pln-when.h"

#include <glib/gi18n.h>
#include <string.h>

/* A wish whose result is a gathering keeps it as the task's data. */
static PlnGathering *
finish_with_gathering (GAsyncResult  *result,
                       GError       **error)
{
  GTask *task = G_TASK (result);

  return g_task_propagate_boolean (task, error) ? g_object_ref (g_task_get_task_data (task)) : NULL;
}

/* The usual places and the user as organiser, where nothing else was said. */
static void
complete (PlnCore      *self,
          PlnGathering *gathering)
{
  const char *calendar = pln_gathering_get_calendar (gathering);
  const char *organisers = pln_gathering_get_organisers_calendar (gathering);

  if (*calendar == '\0')
    calendar = pln_core_usual_calendar (self);
  if (*organisers == '\0')
    organisers = g_str_equal (calendar, PLN_CORE_EXAMPLES) ? PLN_CORE_EXAMPLES : pln_core_usual_organisers (self);
  pln_gathering_set_places (gathering, calendar, organisers);

  if (*pln_gathering_get_organiser_email (gathering) == '\0')
    pln_gathering_set_organiser (gathering, pln_core_get_identity_name (self), pln_core_get_identity_email (self));
}

/* In its own zone, if that is not the one of the gathering. */
static void
move_session (PlnSession   *session,
              PlnGathering *before,
              PlnGathering *gathering)
{
  GDateTime *from = pln_gathering_get_start (before);
  GDateTime *to = pln_gathering_get_start (gathering);
  gboolean like_gathering = g_str_equal (pln_session_get_zone (session), pln_gathering_get_zone (before));
  const char *zone = like_gathering ? pln_gathering_get_zone (gathering) : pln_session_get_zone (session);
  g_autoptr(GDateTime) start = pln_core_move_time (pln_session_get_start (session), from, to, zone);
  g_autoptr(GDateTime) end = pln_core_move_time (pln_session_get_end (session), from, to, zone);

  pln_session_set_times (session, start, end, zone, pln_session_get_all_day (session));
}

static void
move_round (PlnRound     *round,
            PlnGathering *before,
            PlnGathering *gathering)
{
  GDateTime *from = pln_gathering_get_start (before);
  GDateTime *to = pln_gathering_get_start (gathering);
  gboolean like_gathering = g_str_equal (pln_round_get_zone (round), pln_gathering_get_zone (before));
  const char *zone = like_gathering ? pln_gathering_get_zone (gathering) : pln_round_get_zone (round);
  g_autoptr(GDateTime) start = pln_core_move_time (pln_round_get_start (round), from, to, zone);
  g_autoptr(GDateTime) end = pln_core_move_time (pln_round_get_end (round), from, to, zone);

  pln_round_set_times (round, start, end, zone);
}

/* The rooms that have another name now: old name → new name. */
static GHashTable *
renamed_rooms (PlnGathering *before,
               PlnGathering *after)
{
  GHashTable *renamed = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *old = pln_gathering_get_room_list (before);
  GPtrArray *new = pln_gathering_get_room_list (after);

  for (guint i = 0; old != new && i < old->len; i++)
    {
      const PlnRoom *was = g_ptr_array_index (old, i);
      int at = pln_rooms_find_id (new, was->id);
      const PlnRoom *is = at >= 0 ? g_ptr_array_index (new, (guint) at) : was;

      if (!g_str_equal (was->name, is->name))
        g_hash_table_insert (renamed, was->name, is->name);
    }

  return renamed;
}

/* What a place is called now: the new name of a room, or, of several rooms
 * together, all their names. NULL: as before. */
static char *
renamed_place (GHashTable   *renamed,
               PlnGathering *before,
               const char   *place)
{
  GPtrArray *rooms = pln_gathering_get_room_list (before);
  const char *name = g_hash_table_lookup (renamed, place);
  g_autoptr(GString) names = NULL;
  gboolean differs = FALSE;
  guint first, n;

  if (name != NULL || g_hash_table_size (renamed) == 0 || !pln_rooms_cover (rooms, place, &first, &n))
    return g_strdup (name);

  names = g_string_new (NULL);
  for (guint i = first; i < first + n; i++)
    {
      const PlnRoom *room = g_ptr_array_index (rooms, i);
      const char *new_name = g_hash_table_lookup (renamed, room->name);

      differs |= new_name != NULL;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", new_name != NULL ? new_name : room->name);
    }

  return differs ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

/* The sessions of the draft follow it to the start that it was given, and to the
 * names that its rooms were given. */
static void
take_sessions (PlnGathering *gathering,
               PlnGathering *draft,
               PlnChange    *change)
{
  GListModel *sessions = pln_gathering_get_sessions (draft);
  guint n = g_list_model_get_n_items (sessions);
  g_autoptr(GHashTable) renamed = renamed_rooms (draft, gathering);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnSession) theirs = g_list_model_get_item (sessions, i);
      g_autoptr(PlnSession) session = pln_session_copy (theirs);
      g_autofree char *room = renamed_place (renamed, draft, pln_session_get_room (session));

      move_session (session, draft, gathering);
      if (room != NULL)
        pln_session_set_room (session, room);
      pln_gathering_put_session (gathering, session);
      pln_change_put_session (change, gathering, NULL, session);
    }
}

/* “Room 1, table 2” is in Room 1. */
static char *
renamed_table (GHashTable *renamed,
               const char *place)
{
  GHashTableIter iter;
  gpointer old, new;

  g_hash_table_iter_init (&iter, renamed);
  while (g_hash_table_iter_next (&iter, &old, &new))
    {
      gsize length = strlen (old);

      if (strncmp (place, old, length) == 0 && place[length] == ',')
        return g_strconcat (new, place + length, NULL);
    }

  return NULL;
}

static void
rename_groups (PlnRound     *round,
               GHashTable   *renamed,
               PlnGathering *before)
{
  GListModel *groups = pln_round_get_groups (round);
  guint n = g_list_model_get_n_items (groups);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i);
      g_autofree char *room = renamed_place (renamed, before, pln_group_get_room (group));

      if (room == NULL)
        room = renamed_table (renamed, pln_group_get_room (group));
      if (room != NULL)
        pln_group_set_room (group, room);
    }
}

static void
take_rounds (PlnGathering *gathering,
             PlnGathering *draft,
             PlnChange    *change)
{
  GListModel *rounds = pln_gathering_get_rounds (draft);
  g_autoptr(GHashTable) renamed = renamed_rooms (draft, gathering);

  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr(PlnRound) theirs = g_list_model_get_item (rounds, i);
      g_autoptr(PlnRound) round = pln_round_copy (theirs);

      move_round (round, draft, gathering);
      rename_groups (round, renamed, draft);
      pln_change_put_round (change, gathering, NULL, round);
      pln_gathering_put_round (gathering, round);
    }
}

/* The first of a series learns that it is one when the second is made. */
static void
join_series (PlnCore      *self,
             PlnGathering *gathering,
             PlnChange    *change)
{
  const char *previous = pln_gathering_get_previous (gathering);
  PlnGathering *first = *previous != '\0' ? pln_core_find_gathering (self, previous) : NULL;
  g_autoptr(PlnGathering) before = NULL;

  if (first == NULL || *pln_gathering_get_series (first) != '\0' || pln_gathering_get_read_only (first))
    return;

  before = pln_gathering_copy (first);
  pln_gathering_set_series (first, pln_gathering_get_series (gathering), pln_gathering_get_previous (first));
  pln_change_put_gathering (change, before, first);
}

static void
save_new (PlnCore      *self,
          PlnGathering *after,
          GTask        *task)
{
  PlnGathering *gathering = pln_gathering_copy (after);
  g_autofree char *label = g_strdup_printf (_("New %s"), pln_gathering_get_title (after));
  PlnChange *change = pln_change_new (label);
  PlnGathering *draft = g_hash_table_lookup (self->drafts, pln_gathering_get_uid (after));

  g_task_set_task_data (task, gathering, g_object_unref);
  complete (self, gathering);
  pln_gathering_set_loaded (gathering, TRUE);
  pln_change_put_gathering (change, NULL, gathering);
  if (draft != NULL)
    {
      take_sessions (gathering, draft, change);
      take_rounds (gathering, draft, change);
    }
  join_series (self, gathering, change);
  g_hash_table_remove (self->drafts, pln_gathering_get_uid (gathering));

  pln_core_insert (self, gathering);
  pln_core_wish_apply (task, change, pln_gathering_get_uid (gathering));
}

static char *
edit_label (PlnGathering *before,
            PlnGathering *after)
{
  const char *title = pln_gathering_get_title (after);
  g_autoptr(GHashTable) renamed = renamed_rooms (before, after);
  GHashTableIter iter;
  gpointer old_name;

  g_hash_table_iter_init (&iter, renamed);
  if (g_hash_table_size (renamed) == 1 && g_hash_table_iter_next (&iter, &old_name, NULL))
    return g_strdup_printf (_("Rename room %s"), (const char *) old_name);
  if (pln_gathering_get_cancelled (before) == pln_gathering_get_cancelled (after))
    return g_strdup_printf (_("Edit %s"), title);

  return pln_gathering_get_cancelled (after) ? g_strdup_printf (_("Call off %s"), title)
                                             : g_strdup_printf (_("Call %s back on"), title);
}

/* A programme goes with its gathering to another day, zone or hour. It stays
 * where the day begins earlier or later and ends as before: then only the
 * doors open at another time. */
static gboolean
is_elsewhere (PlnGathering *before,
              PlnGathering *after)
{
  GDateTime *start_before = pln_gathering_get_start (before), *start_after = pln_gathering_get_start (after);
  GDateTime *end_before = pln_gathering_get_end (before), *end_after = pln_gathering_get_end (after);
  GDate day_before, day_after;

  if (start_before == NULL || pln_gathering_get_all_day (before) != pln_gathering_get_all_day (after))
    return FALSE;

  pln_when_split (start_before, &day_before, NULL);
  pln_when_split (start_after, &day_after, NULL);
  if (g_date_compare (&day_before, &day_after) != 0)
    return TRUE;
  if (pln_gathering_get_all_day (after))
    return FALSE;

  return !g_str_equal (pln_gathering_get_zone (before), pln_gathering_get_zone (after))
         || (!g_date_time_equal (start_before, start_after) && end_before != NULL && end_after != NULL
             && g_date_time_difference (end_before, start_before) == g_date_time_difference (end_after, start_after));
}

/* Sessions go along to another day, and with their room to its new name. */
static void
follow_sessions (PlnGathering *gathering,
                 PlnGathering *before,
                 PlnGathering *after,
                 PlnChange    *change)
{
  g_autoptr(GPtrArray) moved = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) renamed = renamed_rooms (before, after);
  GListModel *sessions = pln_gathering_get_sessions (gathering);
  guint n = g_list_model_get_n_items (sessions);
  gboolean elsewhere = is_elsewhere (before, after);

  if (!elsewhere && g_hash_table_size (renamed) == 0)
    return;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnSession) session = g_list_model_get_item (sessions, i);
      g_autoptr(PlnSession) copy = pln_session_copy (session);
      g_autofree char *room = renamed_place (renamed, before, pln_session_get_room (session));

      if (elsewhere)
        move_session (copy, before, after);
      if (room != NULL)
        pln_session_set_room (copy, room);
      if (elsewhere || room != NULL)
        pln_change_put_session (change, gathering, session, copy);
      g_ptr_array_add (moved, g_steal_pointer (&copy));
    }
  pln_gathering_set_sessions (gathering, moved);
}

/* Rounds go along to another day, and their groups with their room. */
static void
follow_rounds (PlnGathering *gathering,
               PlnGathering *before,
               PlnGathering *after,
               PlnChange    *change)
{
  g_autoptr(GPtrArray) moved = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) renamed = renamed_rooms (before, after);
  GListModel *rounds = pln_gathering_get_rounds (gathering);
  guint n = g_list_model_get_n_items (rounds);
  gboolean elsewhere = is_elsewhere (before, after);

  if (!elsewhere && g_hash_table_size (renamed) == 0)
    return;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);
      g_autoptr(PlnRound) copy = pln_round_copy (round);

      if (elsewhere)
        move_round (copy, before, after);
      rename_groups (copy, renamed, before);
      pln_change_put_round (change, gathering, round, copy);
      g_ptr_array_add (moved, g_steal_pointer (&copy));
    }
  pln_gathering_set_rounds (gathering, moved);
}

static void
save_edited (PlnCore      *self,
             PlnGathering *before,
             PlnGathering *after,
             GTask        *task)
{
  PlnGathering *gathering = pln_core_find_gathering (self, pln_gathering_get_uid (after));
  g_autofree char *label = edit_label (before, after);
  PlnChange *change = pln_change_new (label);

  g_task_set_task_data (task, g_object_ref (gathering), g_object_unref);
  pln_change_put_gathering (change, before, after);
  pln_core_take_differences (gathering, before, after);
  follow_sessions (gathering, before, after, change);
  follow_rounds (gathering, before, after, change);
  if (pln_gathering_get_n_told (gathering) > 0 && pln_change_reschedules (before, after))
    pln_gathering_set_sequence (gathering, pln_gathering_get_sequence (before) + 1); /* as it is written */
  pln_core_sort (self);

  pln_core_wish_apply (task, change, pln_gathering_get_uid (gathering));
}

static gboolean
check_here (PlnCore       *self,
            PlnGathering  *gathering,
            GError       **error)
{
  PlnGathering *here = pln_core_find_gathering (self, pln_gathering_get_uid (gathering));
  const char *title = pln_gathering_get_title (gathering);

  if (here == NULL)
    g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                 _("“%s” is not here any more. Look for it in the bin."), title);
  else if (pln_gathering_get_read_only (here))
    g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_READ_ONLY,
                 _("“%s” belongs to somebody else and cannot be changed here."), title);
  else
    return TRUE;

  return FALSE;
}

/* Only a place that is new is looked at. */
static gboolean
check_places (PlnCore       *self,
              PlnGathering  *before,
              PlnGathering  *after,
              GError       **error)
{
  const char *calendar = pln_gathering_get_calendar (after);
  const char *organisers = pln_gathering_get_organisers_calendar (after);
  gboolean stays = before != NULL && g_str_equal (pln_gathering_get_calendar (before), calendar);
  gboolean organisers_stay = before != NULL && g_str_equal (pln_gathering_get_organisers_calendar (before), organisers);

  return (stays || pln_core_check_place (self, calendar, FALSE, error))
         && (organisers_stay || pln_core_check_place (self, organisers, TRUE, error));
}

/**
 * pln_core_save_gathering_async:
 * @self: a core
 * @before: (nullable): a copy of the gathering as a form found it, %NULL if it
 *   is new
 * @after: a copy with what was entered, or the draft itself
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is durable
 * @user_data: data for @callback
 *
 * Saves a gathering. A new one goes to the usual calendars and is the user's,
 * unless it says otherwise; the sessions of a draft come along, moved with its
 * start. Of one that is there, only what the form changed is written; if that
 * is the day, the zone or, with the same length, the hour, its sessions and
 * rounds go along.
 */
void
pln_core_save_gathering_async (PlnCore             *self,
                               PlnGathering        *before,
                               PlnGathering        *after,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task;
  GError *error = NULL;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (before == NULL || PLN_IS_GATHERING (before));
  g_return_if_fail (PLN_IS_GATHERING (after));

  task = pln_core_wish_new (self, pln_core_save_gathering_async, cancellable, callback, user_data);
  if (!pln_core_check_gathering (after, &error)
      || (before != NULL && !check_here (self, after, &error))
      || !check_places (self, before, after, &error))
    pln_core_wish_fail (task, error);
  else if (before == NULL)
    save_new (self, after, task);
  else
    save_edited (self, before, after, task);
}

/**
 * pln_core_save_gathering_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for a [error@CoreError] or an error of the library
 *
 * Returns: (transfer full): the gathering in the list; or %NULL
 */
PlnGathering *
pln_core_save_gathering_finish (PlnCore       *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return finish_with_gathering (result, error);
}

/**
 * pln_core_delete_gathering_async:
 * @self: a core
 * @gathering: a gathering
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is durable
 * @user_data: data for @callback
 *
 * Puts a gathering, with all that belongs to it, into the bin.
 */
void
pln_core_delete_gathering_async (PlnCore             *self,
                                 PlnGathering        *gathering,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autofree char *label = NULL;
  PlnChange *change;
  GTask *task;
  GError *error = NULL;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (PLN_IS_GATHERING (gathering));

  task = pln_core_wish_new (self, pln_core_delete_gathering_async, cancellable, callback, user_data);
  if (!check_here (self, gathering, &error))
    {
      pln_core_wish_fail (task, error);
      return;
    }

  label = g_strdup_printf (_("Delete %s"), pln_gathering_get_title (gathering));
  change = pln_change_new (label);
  pln_change_put_gathering (change, gathering, NULL);

  pln_core_remove (self, gathering);
  pln_core_wish_apply (task, change, pln_gathering_get_uid (gathering));
}

/**
 * pln_core_delete_gathering_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for a [error@CoreError] or an error of the library
 *
 * Returns: %TRUE if it lies in the bin
 */
gboolean
pln_core_delete_gathering_finish (PlnCore       *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
