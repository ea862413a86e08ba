/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-clashes.h"

#include "pln-config.h"
#include "pln-str.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_ENUM_TYPE (PlnClashKind, pln_clash_kind,
  G_DEFINE_ENUM_VALUE (PLN_CLASH_SPEAKER, "speaker"),
  G_DEFINE_ENUM_VALUE (PLN_CLASH_ROOM, "room"),
  G_DEFINE_ENUM_VALUE (PLN_CLASH_CAPACITY, "capacity"))

/* A session that takes time: neither called off nor a break. */
typedef struct
{
  PlnSession *session;
  gint64      start; /* seconds since 1970 */
  gint64      end;
  gboolean    is_round;
} Item;

/* Somebody in a session. */
typedef struct
{
  guint  item;
  char  *name;
  char  *address; /* folded; NULL: not known */
} Person;

typedef struct
{
  PlnGathering *gathering;
  PlnSession   *only;     /* NULL: all clashes; else those of this one */
  GArray       *items;    /* Item, by start */
  GHashTable   *people;   /* folded name or address → GArray of Person */
  GHashTable   *rooms;    /* folded name → GArray of guint: items, by start */
  GHashTable   *by_pair;  /* gint64 → its clash */
  GPtrArray    *clashes;
  gboolean      with_day; /* the programme has several days */
} Search;

/**
 * pln_clash_free:
 * @clash: (transfer full): a clash
 */
void
pln_clash_free (PlnClash *clash)
{
  g_clear_object (&clash->one);
  g_clear_object (&clash->two);
  g_clear_pointer (&clash->start, g_date_time_unref);
  g_clear_pointer (&clash->end, g_date_time_unref);
  g_strfreev (clash->people);
  g_free (clash->sentence);
  g_free (clash);
}

static void
person_clear (Person *person)
{
  g_free (person->name);
  g_free (person->address);
}

static gboolean
is_round (PlnSession *session)
{
  g_autofree char *track = pln_str_fold (pln_session_get_track (session));

  return strstr (track, "breakout") != NULL;
}

static gboolean
takes_time (PlnSession *session)
{
  return pln_session_get_start (session) != NULL && !pln_session_get_all_day (session)
         && pln_session_get_minutes (session) > 0 && !pln_session_get_is_break (session)
         && pln_session_get_status (session) != PLN_SESSION_CANCELLED;
}

static void
add_item (Search     *search,
          PlnSession *session)
{
  Item item = { session };

  if (!takes_time (session))
    return;

  item.start = g_date_time_to_unix (pln_session_get_start (session));
  item.end = g_date_time_to_unix (pln_session_get_end (session));
  if (search->only != NULL
      && (g_date_time_to_unix (pln_session_get_start (search->only)) >= item.end
          || g_date_time_to_unix (pln_session_get_end (search->only)) <= item.start))
    return; /* cannot be at once with it */

  item.is_round = is_round (session);
  g_array_append_val (search->items, item);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const Item *one = a;
  const Item *two = b;

  if (one->start != two->start)
    return one->start < two->start ? -1 : 1;
  if (one->end != two->end)
    return one->end < two->end ? -1 : 1;

  return strcmp (pln_session_get_uid (one->session), pln_session_get_uid (two->session));
}

/* All that take time, with @only in place of the session of its UID. */
static void
collect_items (Search *search)
{
  GListModel *sessions = pln_gathering_get_sessions (search->gathering);
  guint n = g_list_model_get_n_items (sessions);
  gint64 first = G_MAXINT64;
  gint64 last = G_MININT64;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnSession) session = g_list_model_get_item (sessions, i);
      GDateTime *start = pln_session_get_start (session);

      if (start != NULL)
        {
          first = MIN (first, g_date_time_to_unix (start));
          last = MAX (last, g_date_time_to_unix (start));
        }
      if (search->only == NULL || !g_str_equal (pln_session_get_uid (session), pln_session_get_uid (search->only)))
        add_item (search, session); /* the list keeps it */
    }
  if (search->only != NULL)
    add_item (search, search->only);

  search->with_day = first < last && last - first > 20 * 3600;
  g_array_sort (search->items, compare_items);
}

static GArray *
group (GHashTable *groups,
       char       *key, /* (transfer full) */
       gsize       size)
{
  GArray *members = g_hash_table_lookup (groups, key);

  if (members == NULL)
    {
      members = g_array_new (FALSE, FALSE, (guint) size);
      g_hash_table_insert (groups, key, members);
    }
  else
    {
      g_free (key);
    }

  return members;
}

/* What stands where nobody is known yet. */
static gboolean
is_nobody (const char *folded)
{
  static const char *const words[] = { "", "tba", "tbc", "tbd", "nn", "n.n.", "n. n.", "?", NULL };

  return g_strv_contains (words, folded);
}

static void
add_person (GArray     *members,
            guint       item,
            const char *name,
            const char *address)
{
  Person person = { item, g_strdup (name), g_strdup (address) };

  if (members->len == 0)
    g_array_set_clear_func (members, (GDestroyNotify) person_clear);
  g_array_append_val (members, person);
}

/* “Name <address>” is known by both. */
static void
enter_speaker (Search     *search,
               guint       item,
               const char *speaker)
{
  const char *open = strrchr (speaker, '<');
  gboolean has_address = open != NULL && strchr (open, '@') != NULL && g_str_has_suffix (open, ">");
  g_autofree char *part = has_address && open > speaker ? g_strndup (speaker, (gsize) (open - speaker)) : g_strdup (speaker);
  g_autofree char *name = pln_str_one_line (part);
  g_autofree char *folded = pln_str_fold (name);
  g_autofree char *within = has_address ? g_strndup (open + 1, strlen (open) - 2) : NULL;
  g_autofree char *address = within != NULL ? pln_str_fold (within) : NULL;

  if (address != NULL)
    add_person (group (search->people, g_strconcat ("<", address, NULL), sizeof (Person)), item, name, address);
  if (!is_nobody (folded))
    add_person (group (search->people, g_steal_pointer (&folded), sizeof (Person)), item, name, address);
}

static void
enter_room (Search *search,
            char   *key,
            guint   item)
{
  g_array_append_val (group (search->rooms, key, sizeof (guint)), item);
}

/* A place that names several rooms is in each of them. */
static void
enter_rooms (Search     *search,
             GHashTable *known, /* place → its first room and their number */
             guint       item)
{
  PlnSession *session = g_array_index (search->items, Item, item).session;
  GPtrArray *rooms = pln_gathering_get_room_list (search->gathering);
  const char *place = pln_session_get_room (session);
  gpointer found;
  guint first = 0;
  guint n = 0;

  if (*place == '\0')
    return;

  if (g_hash_table_lookup_extended (known, place, NULL, &found))
    {
      first = GPOINTER_TO_UINT (found) & 0xffff;
      n = GPOINTER_TO_UINT (found) >> 16;
    }
  else if (pln_rooms_cover (rooms, place, &first, &n))
    {
      g_hash_table_insert (known, (char *) place, GUINT_TO_POINTER (MIN (n, 0x7fff) << 16 | MIN (first, 0xffff)));
    }
  else
    {
      g_hash_table_insert (known, (char *) place, NULL);
    }

  if (n == 0)
    enter_room (search, pln_str_fold (place), item);
  for (guint i = first; i < MIN (first + n, rooms->len); i++)
    enter_room (search, pln_str_fold (((const PlnRoom *) g_ptr_array_index (rooms, i))->name), item);
}

static PlnClash *
add_clash (Search       *search,
           PlnClashKind  kind,
           const Item   *one,
           const Item   *two) /* NULL: a room that is too small */
{
  PlnClash *clash = g_new0 (PlnClash, 1);

  clash->kind = kind;
  clash->one = g_object_ref (one->session);
  clash->two = two != NULL ? g_object_ref (two->session) : NULL;
  clash->start = g_date_time_ref (pln_session_get_start (two != NULL ? two->session : one->session));
  clash->end = g_date_time_ref (pln_session_get_end (two != NULL && two->end < one->end ? two->session : one->session));
  clash->people = g_new0 (char *, 1);
  g_ptr_array_add (search->clashes, clash);

  return clash;
}

/* The clash of two sessions, made when it is asked for; NULL if there are too
 * many or this one is not asked for. */
static PlnClash *
clash_of_pair (Search       *search,
               PlnClashKind  kind,
               guint         one,
               guint         two)
{
  const Item *first = &g_array_index (search->items, Item, MIN (one, two));
  const Item *second = &g_array_index (search->items, Item, MAX (one, two));
  gint64 key = ((gint64) MIN (one, two) << 32 | MAX (one, two)) << 1 | (kind == PLN_CLASH_ROOM);
  PlnClash *clash = g_hash_table_lookup (search->by_pair, &key);

  if (clash != NULL || one == two || search->clashes->len >= PLN_CLASHES_MAX)
    return clash;
  if (search->only != NULL && first->session != search->only && second->session != search->only)
    return NULL;

  clash = add_clash (search, kind, first, second);
  g_hash_table_insert (search->by_pair, g_memdup2 (&key, sizeof key), clash);

  return clash;
}

static void
add_name (PlnClash   *clash,
          const char *name)
{
  guint n = g_strv_length (clash->people);
  g_autofree char *folded = pln_str_fold (name);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *other = pln_str_fold (clash->people[i]);

      if (g_str_equal (other, folded))
        return;
    }

  clash->people = g_renew (char *, clash->people, n + 2);
  clash->people[n] = g_strdup (name);
  clash->people[n + 1] = NULL;
}

/* Two of one name and two addresses are two people. */
static gboolean
may_be_one (const Person *a,
            const Person *b)
{
  return a->address == NULL || b->address == NULL || g_str_equal (a->address, b->address);
}

/* Members are by start: each is at once with those before it that last. */
static void
sweep_people (Search *search,
              GArray *members)
{
  g_autoptr(GPtrArray) active = g_ptr_array_new ();

  for (guint i = 0; i < members->len && search->clashes->len < PLN_CLASHES_MAX; i++)
    {
      const Person *person = &g_array_index (members, Person, i);
      const Item *item = &g_array_index (search->items, Item, person->item);

      for (guint j = active->len; j > 0; j--)
        {
          const Person *other = g_ptr_array_index (active, j - 1);
          PlnClash *clash = NULL;

          if (g_array_index (search->items, Item, other->item).end <= item->start)
            g_ptr_array_remove_index_fast (active, j - 1);
          else if (may_be_one (person, other))
            clash = clash_of_pair (search, PLN_CLASH_SPEAKER, other->item, person->item);
          if (clash != NULL)
            add_name (clash, *other->name != '\0' ? other->name : person->name);
        }
      g_ptr_array_add (active, (gpointer) person);
    }
}

/* Rounds share their rooms with each other: tables, not walls, divide them. */
static void
sweep_room (Search *search,
            GArray *members)
{
  g_autoptr(GArray) active = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < members->len && search->clashes->len < PLN_CLASHES_MAX; i++)
    {
      guint at = g_array_index (members, guint, i);
      const Item *item = &g_array_index (search->items, Item, at);

      for (guint j = active->len; j > 0; j--)
        {
          guint other_at = g_array_index (active, guint, j - 1);
          const Item *other = &g_array_index (search->items, Item, other_at);

          if (other->end <= item->start)
            g_array_remove_index_fast (active, j - 1);
          else if (!other->is_round || !item->is_round)
            clash_of_pair (search, PLN_CLASH_ROOM, other_at, at);
        }
      g_array_append_val (active, at);
    }
}

/* Everybody who is going is expected where nothing else is on. */
static void
check_capacities (Search *search)
{
  GPtrArray *rooms = pln_gathering_get_room_list (search->gathering);
  guint expected = pln_gathering_get_n_answers (search->gathering, PLN_ANSWER_ACCEPTED);
  gint64 busy_until = G_MININT64;

  for (guint i = 0; i < search->items->len && search->clashes->len < PLN_CLASHES_MAX; i++)
    {
      const Item *item = &g_array_index (search->items, Item, i);
      const Item *next = i + 1 < search->items->len ? item + 1 : NULL;
      gboolean alone = busy_until <= item->start && (next == NULL || next->start >= item->end);
      int at = alone && !item->is_round ? pln_rooms_find (rooms, pln_session_get_room (item->session)) : -1;
      const PlnRoom *room = at >= 0 ? g_ptr_array_index (rooms, (guint) at) : NULL;

      busy_until = MAX (busy_until, item->end);
      if (room != NULL && room->capacity > 0 && room->capacity < expected
          && (search->only == NULL || search->only == item->session))
        add_clash (search, PLN_CLASH_CAPACITY, item, NULL);
    }
}

/* “Ivo Larch, Hana Ashdown and Gwil Marrow” */
static char *
join_names (char **names)
{
  guint n = g_strv_length (names);
  g_autoptr(GString) list = g_string_new (n > 0 ? names[0] : "");

  for (guint i = 1; i + 1 < n; i++)
    g_string_append_printf (list, ", %s", names[i]);

  /* Translators: the last two of a list of names. */
  return n < 2 ? g_strdup (list->str) : g_strdup_printf (_("%s and %s"), list->str, names[n - 1]);
}

/* “from 11:45 to 12:15”, or “on Saturday 31 January from 11:45 to 12:15” */
static char *
period (Search   *search,
        PlnClash *clash)
{
  g_autofree char *from = pln_when_words_time (clash->start);
  g_autofree char *to = pln_when_words_time (clash->end);
  g_autofree char *day = search->with_day ? pln_when_words_heading (clash->start) : NULL;

  if (day == NULL)
    /* Translators: two times of day. */
    return g_strdup_printf (_("from %s to %s"), from, to);

  /* Translators: a day and two times of it. */
  return g_strdup_printf (_("on %s from %s to %s"), day, from, to);
}

static char *
speaker_sentence (PlnClash   *clash,
                  const char *when)
{
  const char *rooms[] = { pln_session_get_room (clash->one), pln_session_get_room (clash->two) };
  g_autofree char *names = join_names (clash->people);
  guint n = g_strv_length (clash->people);

  if (*rooms[0] != '\0' && *rooms[1] != '\0' && !g_str_equal (rooms[0], rooms[1]))
    /* Translators: names, two rooms, “from 11:45 to 12:15”. */
    return g_strdup_printf (ngettext ("%s speaks in %s and %s %s.", "%s speak in %s and %s %s.", n),
                            names, rooms[0], rooms[1], when);

  /* Translators: names, two titles, “from 11:45 to 12:15”. */
  return g_strdup_printf (ngettext ("%s speaks in “%s” and “%s” %s.", "%s speak in “%s” and “%s” %s.", n), names,
                          pln_session_get_title (clash->one), pln_session_get_title (clash->two), when);
}

static char *
sentence_of (Search   *search,
             PlnClash *clash)
{
  g_autofree char *when = period (search, clash);
  const char *title = pln_session_get_title (clash->one);
  const char *room = pln_session_get_room (clash->one);
  GPtrArray *rooms = pln_gathering_get_room_list (search->gathering);
  guint expected = pln_gathering_get_n_answers (search->gathering, PLN_ANSWER_ACCEPTED);
  int at;

  switch (clash->kind)
    {
    case PLN_CLASH_SPEAKER:
      return speaker_sentence (clash, when);
    case PLN_CLASH_ROOM:
      /* Translators: two titles, a room, “from 11:45 to 12:15”. */
      return g_strdup_printf (_("“%s” and “%s” are both in %s %s."), title, pln_session_get_title (clash->two),
                              *pln_session_get_room (clash->two) != '\0' ? pln_session_get_room (clash->two) : room, when);
    case PLN_CLASH_CAPACITY:
    default:
      at = pln_rooms_find (rooms, room);
      /* Translators: a room, how many it takes, a title, how many come. */
      return g_strdup_printf (ngettext ("%s has %u place, and “%s” is for %u people.",
                                        "%s has %u places, and “%s” is for %u people.",
                                        ((const PlnRoom *) g_ptr_array_index (rooms, (guint) at))->capacity),
                              room, ((const PlnRoom *) g_ptr_array_index (rooms, (guint) at))->capacity, title, expected);
    }
}

static int
compare_clashes (gconstpointer a,
                 gconstpointer b)
{
  const PlnClash *one = *(const PlnClash **) a;
  const PlnClash *two = *(const PlnClash **) b;
  int order = g_date_time_compare (one->start, two->start);

  if (order == 0)
    order = (int) one->kind - (int) two->kind;

  return order != 0 ? order : strcmp (one->sentence, two->sentence);
}

static GPtrArray *
run (PlnGathering *gathering,
     PlnSession   *only)
{
  Search search = { .gathering = gathering, .only = only };
  g_autoptr(GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_autoptr(GHashTable) people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr(GHashTable) rooms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr(GHashTable) by_pair = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer members;

  search.items = items;
  search.people = people;
  search.rooms = rooms;
  search.by_pair = by_pair;
  search.clashes = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_clash_free);
  collect_items (&search);
  for (guint i = 0; i < items->len; i++)
    {
      const char *const *speakers = pln_session_get_speakers (g_array_index (items, Item, i).session);

      for (; *speakers != NULL; speakers++)
        enter_speaker (&search, i, *speakers);
      enter_rooms (&search, known, i);
    }

  g_hash_table_iter_init (&iter, people);
  while (g_hash_table_iter_next (&iter, NULL, &members))
    sweep_people (&search, members);
  g_hash_table_iter_init (&iter, rooms);
  while (g_hash_table_iter_next (&iter, NULL, &members))
    sweep_room (&search, members);
  check_capacities (&search);

  for (guint i = 0; i < search.clashes->len; i++)
    {
      PlnClash *clash = g_ptr_array_index (search.clashes, i);

      g_autofree char *sentence = sentence_of (&search, clash);

      clash->sentence = pln_str_one_line (sentence);
    }
  g_ptr_array_sort (search.clashes, compare_clashes);

  return search.clashes;
}

/**
 * pln_clashes_find:
 * @gathering: a gathering that is loaded
 *
 * Finds what is wrong with a programme: somebody who speaks in two sessions at
 * once, a room with two sessions at once, a room too small for all who are
 * going. Breaks, what was called off and what has no time clash with nothing;
 * rounds share rooms with each other. At most [const@CLASHES_MAX].
 *
 * Returns: (transfer full) (element-type PlnClash): the clashes, by time
 */
GPtrArray *
pln_clashes_find (PlnGathering *gathering)
{
  g_return_val_if_fail (PLN_IS_GATHERING (gathering), NULL);

  return run (gathering, NULL);
}

/**
 * pln_clashes_of:
 * @gathering: a gathering that is loaded
 * @session: one of its sessions, or a copy as it might become
 *
 * Returns: (transfer full) (element-type PlnClash): the clashes that @session
 *   has, or would have
 */
GPtrArray *
pln_clashes_of (PlnGathering *gathering,
                PlnSession   *session)
{
  g_return_val_if_fail (PLN_IS_GATHERING (gathering), NULL);
  g_return_val_if_fail (PLN_IS_SESSION (session), NULL);

  if (!takes_time (session))
    return g_ptr_array_new_with_free_func ((GDestroyNotify) pln_clash_free);

  return run (gathering, session);
}

/**
 * pln_clash_words:
 * @clash: a clash
 * @session: one of its sessions
 *
 * Returns: (transfer full): what is wrong, as seen from @session: “Ivo Larch
 *   is also in Room 3”
 */
char *
pln_clash_words (PlnClash   *clash,
                 PlnSession *session)
{
  PlnSession *other;
  g_autofree char *names = NULL;
  guint n;

  g_return_val_if_fail (clash != NULL, NULL);

  if (clash->two == NULL)
    return g_strndup (clash->sentence, strlen (clash->sentence) - g_str_has_suffix (clash->sentence, "."));

  other = clash->one == session ? clash->two : clash->one;
  if (clash->kind == PLN_CLASH_ROOM)
    /* Translators: the title of another session. */
    return g_strdup_printf (_("“%s” is in the same room then"), pln_session_get_title (other));

  names = join_names (clash->people);
  n = g_strv_length (clash->people);
  if (*pln_session_get_room (other) != '\0')
    /* Translators: names, a room. */
    return g_strdup_printf (ngettext ("%s is also in %s", "%s are also in %s", n), names, pln_session_get_room (other));

  /* Translators: names, a title. */
  return g_strdup_printf (ngettext ("%s is also in “%s”", "%s are also in “%s”", n), names, pln_session_get_title (other));
}
