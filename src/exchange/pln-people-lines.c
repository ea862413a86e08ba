/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-people-lines.h"

#include "pln-address.h"
#include "pln-str.h"

#include <glib/gi18n.h>
#include <string.h>

#define LONGEST_TEXT 400 /* bytes of a line that are shown */

struct _PlnPeopleLines
{
  PlnGathering *gathering; /* NULL: nobody is there */
  GPtrArray    *lines;     /* PlnPersonLine */
  GHashTable   *seen;      /* key of a person → number of the line */
  GHashTable   *nameless;  /* names of attendees without an address, folded */
};

static GHashTable *
names_without_address (PlnGathering *gathering)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *attendees = gathering != NULL ? pln_gathering_get_attendees (gathering) : NULL;
  guint n = attendees != NULL ? g_list_model_get_n_items (attendees) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnAttendee) attendee = g_list_model_get_item (attendees, i);

      if (*pln_attendee_get_email (attendee) == '\0')
        g_hash_table_add (names, pln_str_fold (pln_attendee_get_name (attendee)));
    }

  return names;
}

/**
 * pln_people_lines_new:
 * @gathering: (nullable): whose people are there already
 *
 * Returns: (transfer full): lines, none yet
 */
PlnPeopleLines *
pln_people_lines_new (PlnGathering *gathering)
{
  PlnPeopleLines *self = g_new0 (PlnPeopleLines, 1);

  self->gathering = gathering != NULL ? g_object_ref (gathering) : NULL;
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->nameless = names_without_address (gathering);

  return self;
}

/**
 * pln_people_lines_free:
 * @self: (transfer full): lines
 */
void
pln_people_lines_free (PlnPeopleLines *self)
{
  g_hash_table_unref (self->nameless);
  g_hash_table_unref (self->seen);
  g_ptr_array_unref (self->lines);
  g_clear_object (&self->gathering);
  g_free (self);
}

static gboolean
is_already_there (PlnPeopleLines *self,
                  const char     *email,
                  const char     *folded_name)
{
  if (*email == '\0')
    return g_hash_table_contains (self->nameless, folded_name);

  return self->gathering != NULL && pln_gathering_find_address (self->gathering, email) != NULL;
}

/* By what two lines are known to be of one person. */
static char *
key_of (const PlnPeopleFound *found,
        const char           *folded_name)
{
  g_autofree char *folded = pln_str_fold (found->email);

  if (*folded == '\0')
    return g_strdup (folded_name);

  return g_strconcat (folded, "\n", found->name_tells_apart ? folded_name : "", NULL);
}

static void
judge (PlnPeopleLines       *self,
       const PlnPeopleFound *found,
       const char           *name,
       PlnPersonLine        *line)
{
  g_autofree char *folded_name = pln_str_fold (name);
  g_autofree char *key = key_of (found, folded_name);
  guint earlier = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, key));
  g_autofree char *note = NULL;

  if (found->why_not != NULL)
    pln_person_line_set_state (line, PLN_LINE_UNREADABLE, found->why_not);
  else if (*found->email == '\0' && (!found->name_is_enough || *name == '\0'))
    pln_person_line_set_state (line, PLN_LINE_UNREADABLE, _("There is no address in it."));
  else if (earlier != 0)
    {
      note = g_strdup_printf (_("The same as line %u."), earlier);
      pln_person_line_set_state (line, PLN_LINE_TWICE, note);
    }
  else if (is_already_there (self, found->email, folded_name))
    pln_person_line_set_state (line, PLN_LINE_ALREADY, "");
  else
    pln_person_line_set_state (line, PLN_LINE_NEW, "");

  if (pln_person_line_get_state (line) != PLN_LINE_UNREADABLE && earlier == 0)
    g_hash_table_insert (self->seen, g_steal_pointer (&key), GUINT_TO_POINTER (found->number));
}

static char *
shown_text (const PlnPeopleFound *found)
{
  g_autofree char *start = g_strndup (found->at, MIN (found->length, LONGEST_TEXT));

  if (found->length > LONGEST_TEXT)
    {
      g_autofree char *cut = g_utf8_make_valid (start, -1);

      return g_strconcat (cut, "…", NULL);
    }

  return g_steal_pointer (&start);
}

/**
 * pln_people_lines_add:
 * @self: lines
 * @found: what one line says
 *
 * Adds a line, and what becomes of it.
 */
void
pln_people_lines_add (PlnPeopleLines       *self,
                      const PlnPeopleFound *found)
{
  g_autofree char *text = shown_text (found);
  g_autofree char *name = pln_str_one_line (found->name);
  g_autofree char *organisation = pln_str_one_line (found->organisation);
  PlnPersonLine *line = pln_person_line_new (found->number, text);

  /* Some programs write the address where the name would be. */
  if (g_ascii_strcasecmp (name, found->email) == 0)
    *name = '\0';
  pln_person_line_set_person (line, name, found->email, organisation);
  judge (self, found, name, line);
  g_ptr_array_add (self->lines, line);
}

/**
 * pln_people_lines_finish:
 * @self: lines
 *
 * Returns: (transfer full): a list of [class@PersonLine]
 */
GListModel *
pln_people_lines_finish (PlnPeopleLines *self)
{
  GListStore *list = g_list_store_new (PLN_TYPE_PERSON_LINE);

  g_list_store_splice (list, 0, 0, self->lines->pdata, self->lines->len);

  return G_LIST_MODEL (list);
}
