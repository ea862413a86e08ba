/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-round.h"

#include "pln-config.h"
#include "pln-core-private.h"
#include "pln-id.h"

#include <glib/gi18n.h>

static GHashTable *
by_uid (GPtrArray *rounds)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rounds->len; i++)
    g_hash_table_insert (table, (char *) pln_round_get_uid (rounds->pdata[i]), rounds->pdata[i]);

  return table;
}

static gboolean
differ_in_facts (PlnRound *before,
                 PlnRound *after)
{
  return g_strcmp0 (pln_round_get_title (before), pln_round_get_title (after)) != 0
         || pln_round_get_number (before) != pln_round_get_number (after)
         || pln_round_get_start (before) != pln_round_get_start (after) /* copies share theirs */
         || pln_round_get_end (before) != pln_round_get_end (after)
         || pln_round_get_locked (before) != pln_round_get_locked (after);
}

static char *
label_of_one (PlnRound *before,
              PlnRound *after)
{
  const char *title = pln_round_get_title (after != NULL ? after : before);

  if (before == NULL)
    return g_strdup_printf (_("New round %s"), title);
  if (after == NULL)
    return g_strdup_printf (_("Delete round %s"), title);
  if (!differ_in_facts (before, after))
    return g_strdup_printf (_("Mix %s"), title);
  if (pln_round_get_locked (before) != pln_round_get_locked (after))
    return g_strdup_printf (pln_round_get_locked (after) ? _("Lock %s") : _("Unlock %s"), title);

  return g_strdup_printf (_("Edit round %s"), title);
}

char *
pln_core_label_rounds (GPtrArray *before,
                       GPtrArray *after)
{
  guint n = MAX (before->len, after->len);

  if (n == 1)
    return label_of_one (before->len > 0 ? before->pdata[0] : NULL, after->len > 0 ? after->pdata[0] : NULL);
  if (before->len == 0)
    return g_strdup_printf (ngettext ("New: %u round", "New: %u rounds", n), n);
  if (after->len == 0)
    return g_strdup_printf (ngettext ("Delete %u round", "Delete %u rounds", n), n);

  return g_strdup_printf (ngettext ("Mix %u round", "Mix %u rounds", n), n);
}

static void
take_groups (PlnRound *round,
             PlnRound *before,
             PlnRound *after)
{
  GListModel *old = pln_round_get_groups (before);
  GListModel *new = pln_round_get_groups (after);
  guint n_old = g_list_model_get_n_items (old);
  guint n_new = g_list_model_get_n_items (new);

  for (guint i = 0; i < n_old; i++)
    {
      g_autoptr(PlnGroup) was = g_list_model_get_item (old, i);

      if (pln_round_find_group (after, pln_group_get_uid (was)) == NULL)
        pln_round_remove_group (round, pln_group_get_uid (was));
    }
  for (guint i = 0; i < n_new; i++)
    {
      g_autoptr(PlnGroup) is = g_list_model_get_item (new, i);
      PlnGroup *was = pln_round_find_group (before, pln_group_get_uid (is));
      PlnGroup *here = pln_round_find_group (round, pln_group_get_uid (is));
      g_autoptr(PlnGroup) copy = pln_group_copy (was != NULL && here != NULL ? here : is);

      if (was != NULL && here != NULL)
        {
          g_autoptr(GPtrArray) places = pln_places_merge (pln_group_get_places (here), pln_group_get_places (was),
                                                          pln_group_get_places (is));

          pln_core_take_differences (copy, was, is);
          pln_group_set_places (copy, places);
        }
      pln_group_set_round (copy, pln_round_get_uid (round));
      pln_round_put_group (round, copy);
    }
}

/* What is here may have moved on since the copies were made. */
static void
show (PlnGathering *gathering,
      PlnRound     *before,
      PlnRound     *after)
{
  g_autoptr(PlnRound) nothing = NULL;
  g_autoptr(PlnRound) round = NULL;

  if (after == NULL)
    {
      pln_gathering_remove_round (gathering, pln_round_get_uid (before));
      return;
    }

  if (before != NULL)
    {
      round = pln_round_copy (pln_gathering_find_round (gathering, pln_round_get_uid (after)));
      pln_core_take_differences (round, before, after);
    }
  else
    round = pln_round_copy (after);
  nothing = before == NULL ? pln_round_new (pln_round_get_uid (after)) : NULL;
  take_groups (round, before != NULL ? before : nothing, after);
  pln_gathering_put_round (gathering, round);
}

static gboolean
check_rounds (PlnGathering  *gathering,
              GPtrArray     *before,
              GPtrArray     *after,
              GError       **error)
{
  for (guint i = 0; i < before->len; i++)
    {
      PlnRound *round = g_ptr_array_index (before, i);

      if (pln_gathering_find_round (gathering, pln_round_get_uid (round)) != NULL)
        continue;
      g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                   _("The round “%s” is not here any more. Look for it in the bin."), pln_round_get_title (round));
      return FALSE;
    }
  for (guint i = 0; i < after->len; i++)
    if (!pln_core_check_round (g_ptr_array_index (after, i), error))
      return FALSE;

  return TRUE;
}

/* Shows and writes rounds.
 *
 * @task: (transfer full)
 * @label: (transfer full) */
static void
save (GTask        *task,
      PlnGathering *gathering,
      GPtrArray    *before,
      GPtrArray    *after,
      char         *label)
{
  PlnChange *change = pln_change_new (label);
  g_autoptr(GHashTable) old = by_uid (before);
  g_autoptr(GHashTable) new = by_uid (after);

  g_free (label);
  for (guint i = 0; i < before->len; i++)
    if (!g_hash_table_contains (new, pln_round_get_uid (before->pdata[i])))
      pln_change_put_round (change, gathering, before->pdata[i], NULL);
  for (guint i = 0; i < after->len; i++)
    pln_change_put_round (change, gathering, g_hash_table_lookup (old, pln_round_get_uid (after->pdata[i])),
                          after->pdata[i]);

  for (guint i = 0; i < before->len; i++)
    if (!g_hash_table_contains (new, pln_round_get_uid (before->pdata[i])))
      show (gathering, before->pdata[i], NULL);
  for (guint i = 0; i < after->len; i++)
    show (gathering, g_hash_table_lookup (old, pln_round_get_uid (after->pdata[i])), after->pdata[i]);
  pln_core_wish_apply (task, change, pln_gathering_get_uid (gathering));
}

/**
 * pln_core_save_rounds_async:
 * @self: a core
 * @gathering: a gathering that is loaded
 * @before: (element-type PlnRound): copies of rounds as they were found
 * @after: (element-type PlnRound): copies of them as they are to be
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is durable
 * @user_data: data for @callback
 *
 * Saves rounds with their groups, in one step. They are told apart by UID: what
 * is only in @before is deleted, what is only in @after is new. Only what
 * differs is written, place by place.
 */
void
pln_core_save_rounds_async (PlnCore             *self,
                            PlnGathering        *gathering,
                            GPtrArray           *before,
                            GPtrArray           *after,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (PLN_IS_GATHERING (gathering));
  g_return_if_fail (before != NULL && after != NULL && before->len + after->len > 0);

  pln_core_save_rounds_as (self, gathering, before, after, pln_core_label_rounds (before, after), cancellable, callback, user_data);
}

/* As pln_core_save_rounds_async (), with a name for the step of undo.
 *
 * @label: (transfer full) */
void
pln_core_save_rounds_as (PlnCore             *self,
                         PlnGathering        *gathering,
                         GPtrArray           *before,
                         GPtrArray           *after,
                         char                *label,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task = pln_core_wish_new (self, pln_core_save_rounds_async, cancellable, callback, user_data);
  GError *error = NULL;

  if (pln_core_check_ready (self, gathering, &error) && check_rounds (gathering, before, after, &error))
    save (task, gathering, before, after, g_steal_pointer (&label));
  else
    pln_core_wish_fail (task, error);
  g_free (label);
}

/**
 * pln_core_save_rounds_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for a [error@CoreError] or an error of the library
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_core_save_rounds_finish (PlnCore       *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static PlnRound *
find_round (PlnGathering  *gathering,
            const char    *uid,
            GError       **error)
{
  PlnRound *round = pln_gathering_find_round (gathering, uid);

  if (round == NULL)
    g_set_error_literal (error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                         _("The round is not here any more. Look for it in the bin."));

  return round;
}

static PlnGroup *
find_group (PlnRound    *round,
            const char  *uid,
            GError     **error)
{
  PlnGroup *group = pln_round_find_group (round, uid);

  if (group == NULL)
    g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                 _("The group is not in “%s” any more. Look for it in the bin."), pln_round_get_title (round));

  return group;
}

static char *
name_of_group (PlnGroup *group)
{
  const char *topic = pln_group_get_topic (group);

  return *topic != '\0' ? g_strdup (topic) : g_strdup_printf ("%u", pln_group_get_number (group));
}

static char *
label_of_group (PlnGroup *before,
                PlnGroup *after)
{
  g_autofree char *name = name_of_group (after != NULL ? after : before);

  if (before == NULL)
    return g_strdup_printf (_("New group %s"), name);
  if (after == NULL)
    return g_strdup_printf (_("Delete group %s"), name);
  if (pln_group_get_locked (before) != pln_group_get_locked (after))
    return g_strdup_printf (pln_group_get_locked (after) ? _("Lock group %s") : _("Unlock group %s"), name);

  return g_strdup_printf (_("Edit group %s"), name);
}

/**
 * pln_core_save_group_async:
 * @self: a core
 * @gathering: a gathering that is loaded
 * @before: (nullable): a copy of the group as a form found it, %NULL if it is new
 * @after: (nullable): a copy with what was entered, %NULL to delete it
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is durable
 * @user_data: data for @callback
 *
 * Saves, or deletes, a group of the round that it names.
 */
void
pln_core_save_group_async (PlnCore             *self,
                           PlnGathering        *gathering,
                           PlnGroup            *before,
                           PlnGroup            *after,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GPtrArray) old = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) new = g_ptr_array_new_with_free_func (g_object_unref);
  PlnRound *round, *was, *is;
  GTask *task;
  GError *error = NULL;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (PLN_IS_GATHERING (gathering));
  g_return_if_fail (before != NULL || after != NULL);

  task = pln_core_wish_new (self, pln_core_save_group_async, cancellable, callback, user_data);
  round = pln_core_check_ready (self, gathering, &error)
          ? find_round (gathering, pln_group_get_round (after != NULL ? after : before), &error) : NULL;
  if (round == NULL || (before != NULL && find_group (round, pln_group_get_uid (before), &error) == NULL))
    {
      pln_core_wish_fail (task, error);
      return;
    }

  was = pln_round_copy (round);
  is = pln_round_copy (round);
  g_ptr_array_add (old, was);
  g_ptr_array_add (new, is);
  if (before != NULL)
    pln_round_put_group (was, before);
  if (after == NULL)
    pln_round_remove_group (is, pln_group_get_uid (before));
  else
    pln_round_put_group (is, after);
  save (task, gathering, old, new, label_of_group (before, after));
}

/**
 * pln_core_save_group_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for a [error@CoreError] or an error of the library
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_core_save_group_finish (PlnCore       *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
leave (PlnGroup   *group,
       const char *person)
{
  int at = pln_places_find (pln_group_get_places (group), person);
  g_autoptr(GPtrArray) places = at >= 0 ? pln_places_copy (pln_group_get_places (group)) : NULL;

  if (places == NULL)
    return;

  g_ptr_array_remove_index (places, (guint) at);
  pln_group_set_places (group, places);
}

void
pln_core_leave_groups (PlnGathering *gathering,
                       GPtrArray    *ids)
{
  GListModel *rounds = pln_gathering_get_rounds (gathering);
  guint n_rounds = g_list_model_get_n_items (rounds);

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);

      for (guint j = 0; j < ids->len; j++)
        {
          PlnGroup *group = pln_round_find_person (round, g_ptr_array_index (ids, j));

          if (group != NULL)
            leave (group, g_ptr_array_index (ids, j));
        }
    }
}

/* Who stays in a group keeps the place in its list. */
static void
come (PlnGroup       *group,
      const PlnPlace *place)
{
  g_autoptr(GPtrArray) places = pln_places_copy (pln_group_get_places (group));
  int at = pln_places_find (places, place->person);

  if (at >= 0)
    {
      pln_place_free (g_ptr_array_index (places, (guint) at));
      places->pdata[at] = pln_place_copy (place);
    }
  else
    g_ptr_array_add (places, pln_place_copy (place));
  pln_group_set_places (group, places);
}

static void
apply_move (PlnRound      *round,
            const PlnMove *move)
{
  GListModel *groups = pln_round_get_groups (round);
  guint n = g_list_model_get_n_items (groups);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i);

      if (g_str_equal (pln_group_get_uid (group), move->group))
        come (group, &move->place);
      else
        leave (group, move->place.person);
    }
}

static gboolean
check_move (PlnGathering   *gathering,
            const PlnMove  *move,
            GError        **error)
{
  PlnRound *round = find_round (gathering, move->round, error);

  if (round == NULL || (*move->group != '\0' && find_group (round, move->group, error) == NULL))
    return FALSE;
  if (pln_gathering_find_attendee (gathering, move->place.person) != NULL)
    return TRUE;

  g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
               _("This person is not on the list of “%s” any more. Undo may bring them back."),
               pln_gathering_get_title (gathering));

  return FALSE;
}

static char *
label_of_move (PlnGathering  *gathering,
               const PlnMove *move)
{
  PlnAttendee *attendee = pln_gathering_find_attendee (gathering, move->place.person);
  const char *name = pln_attendee_get_display_name (attendee);
  PlnGroup *from = pln_round_find_person (pln_gathering_find_round (gathering, move->round), move->place.person);
  const PlnPlace *before = from != NULL ? pln_group_get_place (from, move->place.person) : NULL;

  if (*move->group == '\0')
    return g_strdup_printf (_("Take %s out of the group"), name);
  if (from == NULL)
    return g_strdup_printf (_("Place %s"), name);
  if (!g_str_equal (pln_group_get_uid (from), move->group))
    return g_strdup_printf (_("Move %s"), name);
  if (before->locked != move->place.locked)
    return g_strdup_printf (move->place.locked ? _("Lock %s") : _("Unlock %s"), name);

  return g_strdup_printf (_("Change the role of %s"), name);
}

static char *
label_of_moves (PlnGathering *gathering,
                GPtrArray    *moves)
{
  g_autoptr(GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;

  for (guint i = 0; i < moves->len; i++)
    g_hash_table_add (people, ((const PlnMove *) g_ptr_array_index (moves, i))->place.person);
  n = g_hash_table_size (people);

  return moves->len == 1 ? label_of_move (gathering, g_ptr_array_index (moves, 0))
                         : g_strdup_printf (ngettext ("Move %u person", "Move %u people", n), n);
}

/**
 * pln_core_place_people_async:
 * @self: a core
 * @gathering: a gathering that is loaded
 * @moves: (element-type PlnMove): where people are to sit; a later move of the
 *   same person in a round counts
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is durable
 * @user_data: data for @callback
 *
 * Lets people sit elsewhere, have another role or a locked place, in one step.
 * Whoever comes into a group leaves the others of that round.
 */
void
pln_core_place_people_async (PlnCore             *self,
                             PlnGathering        *gathering,
                             GPtrArray           *moves,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) after = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) copies = g_hash_table_new (g_str_hash, g_str_equal);
  GTask *task;
  GError *error = NULL;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (PLN_IS_GATHERING (gathering));
  g_return_if_fail (moves != NULL && moves->len > 0);

  task = pln_core_wish_new (self, pln_core_place_people_async, cancellable, callback, user_data);
  pln_core_check_ready (self, gathering, &error);
  for (guint i = 0; error == NULL && i < moves->len; i++)
    check_move (gathering, g_ptr_array_index (moves, i), &error);
  if (error != NULL)
    {
      pln_core_wish_fail (task, error);
      return;
    }

  for (guint i = 0; i < moves->len; i++)
    {
      const PlnMove *move = g_ptr_array_index (moves, i);
      PlnRound *copy = g_hash_table_lookup (copies, move->round);

      if (copy == NULL)
        {
          PlnRound *round = pln_gathering_find_round (gathering, move->round);

          copy = pln_round_copy (round);
          g_ptr_array_add (before, pln_round_copy (round));
          g_ptr_array_add (after, copy);
          g_hash_table_insert (copies, move->round, copy);
        }
      apply_move (copy, move);
    }
  save (task, gathering, before, after, label_of_moves (gathering, moves));
}

/**
 * pln_core_place_people_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for a [error@CoreError] or an error of the library
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_core_place_people_finish (PlnCore       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
