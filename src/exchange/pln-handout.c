/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-handout.h"

#include "pln-round-words.h"
#include "pln-str.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>
#include <string.h>

static void
group_free (PlnHandoutGroup *group)
{
  g_free (group->name);
  g_free (group->number);
  g_free (group->topic);
  g_free (group->question);
  g_free (group->room);
  g_free (group->table);
  g_ptr_array_unref (group->seats);
  g_free (group);
}

static void
round_free (PlnHandoutRound *round)
{
  g_free (round->name);
  g_free (round->day);
  g_free (round->times);
  g_ptr_array_unref (round->groups);
  g_free (round);
}

static void
person_free (PlnHandoutPerson *person)
{
  if (person == NULL)
    return; /* it was moved */

  g_free (person->name);
  g_ptr_array_unref (person->seats);
  g_free (person);
}

/**
 * pln_handout_free:
 * @handout: (transfer full): who sits where
 */
void
pln_handout_free (PlnHandout *handout)
{
  g_free (handout->title);
  g_ptr_array_unref (handout->people);
  g_ptr_array_unref (handout->rounds);
  g_ptr_array_unref (handout->rooms);
  g_ptr_array_unref (handout->door);
  g_free (handout);
}

/* An address is never put on paper in place of a name. */
static char *
name_of (PlnAttendee *attendee)
{
  g_autofree char *name = pln_str_one_line (pln_attendee_get_name (attendee));

  return *name != '\0' ? g_steal_pointer (&name) : g_strdup (_("Guest"));
}

static int
compare_attendees (gconstpointer a,
                   gconstpointer b)
{
  PlnAttendee *const *one = a, *const *other = b;
  int order = strcmp (pln_attendee_get_sort_key (*one), pln_attendee_get_sort_key (*other));

  return order != 0 ? order : strcmp (pln_attendee_get_id (*one), pln_attendee_get_id (*other));
}

/* “Room 1, table 2” names a room of the gathering, or else the part before the
 * comma is the room. */
static void
split_room (PlnHandoutGroup *group,
            GPtrArray       *rooms,
            const char      *where)
{
  g_autofree char *line = pln_str_one_line (where);
  gsize length = strcspn (line, ",;·");
  const char *rest;

  for (guint i = 0; i < rooms->len; i++)
    {
      const char *name = ((PlnRoom *) g_ptr_array_index (rooms, i))->name;

      if (*name != '\0' && g_str_has_prefix (line, name) && !g_unichar_isalnum (g_utf8_get_char (line + strlen (name))))
        length = strlen (name);
    }
  group->room = g_strchomp (g_strndup (line, length));
  for (rest = line + length; *rest == ',' || *rest == ';' || *rest == ' ' || g_str_has_prefix (rest, "·");)
    rest = g_utf8_next_char (rest);
  group->table = g_strdup (rest);
}

static int
compare_seats (gconstpointer a,
               gconstpointer b)
{
  PlnHandoutSeat *const *one = a, *const *other = b;

  return (int) (*one)->person->at - (int) (*other)->person->at;
}

/* Who is on no list any more sits nowhere. */
static void
fill_group (PlnHandoutGroup *group,
            PlnGroup        *model,
            GHashTable      *people)
{
  GPtrArray *places = pln_group_get_places (model);

  for (guint i = 0; i < places->len; i++)
    {
      const PlnPlace *place = g_ptr_array_index (places, i);
      PlnHandoutPerson *person = g_hash_table_lookup (people, place->person);
      PlnHandoutSeat *seat;

      if (person == NULL)
        continue;
      seat = g_new (PlnHandoutSeat, 1);
      *seat = (PlnHandoutSeat) { person, group, pln_group_role_word (place->role) };
      g_ptr_array_add (group->seats, seat);
      person->seats->pdata[group->round] = seat;
    }
  g_ptr_array_sort (group->seats, compare_seats);
}

static PlnHandoutGroup *
group_new (PlnGathering *gathering,
           PlnGroup     *model,
           guint         round,
           GHashTable   *people)
{
  PlnHandoutGroup *group = g_new0 (PlnHandoutGroup, 1);

  group->round = round;
  group->name = pln_group_name (model);
  group->number = pln_group_get_number (model) > 0 ? g_strdup_printf ("%u", pln_group_get_number (model)) : g_strdup ("");
  group->topic = pln_str_one_line (pln_group_get_topic (model));
  group->question = pln_str_one_line (pln_group_get_question (model));
  split_room (group, pln_gathering_get_room_list (gathering), pln_group_get_room (model));
  group->seats = g_ptr_array_new_with_free_func (g_free);
  fill_group (group, model, people);

  return group;
}

static void
note_room (PlnHandout *handout,
           const char *room)
{
  if (*room != '\0' && !g_ptr_array_find_with_equal_func (handout->rooms, room, g_str_equal, NULL))
    g_ptr_array_add (handout->rooms, g_strdup (room));
}

static void
add_round (PlnHandout   *handout,
           PlnGathering *gathering,
           PlnRound     *model,
           GHashTable   *people)
{
  PlnHandoutRound *round = g_new0 (PlnHandoutRound, 1);
  GListModel *groups = pln_round_get_groups (model);
  GDateTime *start = pln_round_get_start (model);

  round->name = pln_round_name (model);
  round->day = start != NULL ? pln_when_words_heading (start) : g_strdup ("");
  round->times = start != NULL ? pln_when_words_times (start, pln_round_get_end (model)) : g_strdup ("");
  round->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i);
      PlnHandoutGroup *made = group_new (gathering, group, handout->rounds->len, people);

      g_ptr_array_add (round->groups, made);
      note_room (handout, made->room);
    }
  if (handout->rounds->len > 0)
    handout->is_one_day &= g_str_equal (round->day, ((PlnHandoutRound *) g_ptr_array_index (handout->rounds, 0))->day);
  g_ptr_array_add (handout->rounds, round);
}

static PlnHandoutPerson *
person_new (PlnAttendee *attendee,
            guint        at,
            guint        n_rounds)
{
  PlnHandoutPerson *person = g_new (PlnHandoutPerson, 1);

  person->name = name_of (attendee);
  person->at = at;
  person->seats = g_ptr_array_new ();
  g_ptr_array_set_size (person->seats, (int) n_rounds);

  return person;
}

static void
guest_free (PlnHandoutGuest *guest)
{
  g_free (guest->name);
  g_free (guest->organisation);
  g_free (guest);
}

static PlnHandoutGuest *
guest_new (PlnAttendee *attendee)
{
  PlnHandoutGuest *guest = g_new (PlnHandoutGuest, 1);

  guest->name = name_of (attendee);
  guest->organisation = pln_str_one_line (pln_attendee_get_organisation (attendee));

  return guest;
}

/* Everybody on the list, by surname. */
static void
add_people (PlnHandout   *handout,
            PlnGathering *gathering,
            GHashTable   *people)
{
  GListModel *attendees = pln_gathering_get_attendees (gathering);
  guint n_rounds = g_list_model_get_n_items (pln_gathering_get_rounds (gathering));
  g_autoptr(GPtrArray) sorted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (attendees); i++)
    g_ptr_array_add (sorted, g_list_model_get_item (attendees, i));
  g_ptr_array_sort (sorted, compare_attendees);
  for (guint i = 0; i < sorted->len; i++)
    {
      PlnAttendee *attendee = g_ptr_array_index (sorted, i);
      PlnHandoutPerson *person = person_new (attendee, i, n_rounds);

      if (pln_attendee_get_answer (attendee) == PLN_ANSWER_ACCEPTED && !pln_attendee_get_waiting (attendee))
        g_ptr_array_add (handout->door, guest_new (attendee));
      g_ptr_array_add (handout->people, person);
      g_hash_table_insert (people, (gpointer) pln_attendee_get_id (attendee), person);
    }
}

static gboolean
sits_somewhere (PlnHandoutPerson *person)
{
  for (guint i = 0; i < person->seats->len; i++)
    if (g_ptr_array_index (person->seats, i) != NULL)
      return TRUE;

  return FALSE;
}

static void
leave_out_unplaced (PlnHandout *handout)
{
  g_autoptr(GPtrArray) all = g_steal_pointer (&handout->people);

  handout->people = g_ptr_array_new_with_free_func ((GDestroyNotify) person_free);
  for (guint i = 0; i < all->len; i++)
    if (sits_somewhere (g_ptr_array_index (all, i)))
      g_ptr_array_add (handout->people, g_steal_pointer (&all->pdata[i]));
}

/**
 * pln_handout_new:
 * @gathering: a gathering that is loaded
 *
 * Returns: (transfer full): who sits where
 */
PlnHandout *
pln_handout_new (PlnGathering *gathering)
{
  PlnHandout *handout = g_new0 (PlnHandout, 1);
  GListModel *rounds = pln_gathering_get_rounds (gathering);
  g_autoptr(GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal); /* by their ids */

  handout->title = pln_str_one_line (pln_gathering_get_title (gathering));
  handout->is_one_day = TRUE;
  handout->rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) round_free);
  handout->people = g_ptr_array_new_with_free_func ((GDestroyNotify) person_free);
  handout->rooms = g_ptr_array_new_with_free_func (g_free);
  handout->door = g_ptr_array_new_with_free_func ((GDestroyNotify) guest_free);
  add_people (handout, gathering, people);
  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);

      add_round (handout, gathering, round, people);
    }
  leave_out_unplaced (handout);

  return handout;
}
