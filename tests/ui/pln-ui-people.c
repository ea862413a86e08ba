/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ui-people.h"

static const char *const first_names[] = {
  "Ada", "Bertrand", "Cosima", "Dorrie", "Emeka", "Flora", "Gwil", "Hana", "Ivo", "Juno", "Kit", "Leila", "Milo",
  "Nessa", "Oskar", "Priya", "Quentin", "Rosalind", "Sanne", "Tomasz", "Una", "Viola", "Wilf", "Yusuf", "Zoë",
  "Anselm", "Beatrix", "Cato", "Delphine", "Edda", "Farid", "Greta",
};
static const char *const last_names[] = {
  "Fennimore", "Quillfeather", "Larkspur", "Okafor-Wren", "Thistle", "Penhaligon", "Marrow", "Ashdown", "Larch",
  "Tarn", "Bramble", "Foxglove", "Harrow", "Teasel", "Hazelrigg", "Sorrel", "Heronsby", "Alderman", "Pipit", "Yarrow",
  "Bellwether", "Candlewick", "Dunnock", "Elderflower",
};
static const char *const organisations[] = {
  "Northmere University", "Fenwick College", "Marlow Borough Libraries", "St Alder’s Hospital", "Ministry of Wells",
  "Larch & Tern LLP", "Tarnside University", "Eastlight City Libraries",
};
static const char *const sectors[] = {
  "Academic", "Academic", "Public", "Health", "Government", "Special", "Academic", "Public",
};
static const char *const stages[] = {
  "New professional", "Established", "Student", "Established", "Leading", "New professional", "Established", "",
};
static const char *const networks[][5] = {
  { "LISNPN", "Twitter" }, { "CDG" }, { "LinkedIn", "CDG" }, { "Twitter" }, { "LISNPN" }, { "LAT", "LIRG" }, { NULL },
  { "GSLG" }, { "LISNPN", "LAT", "Twitter", "CDG" }, { "LinkedIn" }, { "CDG", "Twitter" }, { "LIRG" }, { "LAT" },
};

static PlnAnswer
answer_of (guint i)
{
  guint place = (i * 37) % 124; /* mixed, but 124 of them always the same counts */

  return place < 86 ? PLN_ANSWER_ACCEPTED
         : place < 92 ? PLN_ANSWER_TENTATIVE
         : place < 103 ? PLN_ANSWER_NEEDS_ACTION
         : PLN_ANSWER_DECLINED;
}

static char *
name_of (guint    i,
         gboolean long_names)
{
  const char *first = first_names[i % G_N_ELEMENTS (first_names)];
  const char *last = last_names[(i * 7 + 3 * (i / G_N_ELEMENTS (first_names))) % G_N_ELEMENTS (last_names)];
  GString *name = g_string_new (first);

  while (long_names && i % 3 == 0 && name->len < 200)
    g_string_append_printf (name, " Maximiliane-%s", last);
  g_string_append_printf (name, " %s", last);

  return g_string_free (name, FALSE);
}

static PlnAttendee *
make_person (guint    i,
             gboolean long_names)
{
  g_autofree char *id = g_strdup_printf ("person%06u", i);
  g_autofree char *name = name_of (i, long_names);
  g_autofree char *email = g_strdup_printf ("%s.%u@example.org", first_names[i % G_N_ELEMENTS (first_names)], i);
  PlnAttendee *attendee = pln_attendee_new (id);
  guint place = (i * 5 + i / 8) % G_N_ELEMENTS (organisations);

  pln_attendee_set_name (attendee, i % 41 == 40 ? "" : name);
  pln_attendee_set_email (attendee, email);
  pln_attendee_set_answer (attendee, answer_of (i));
  pln_attendee_set_organisation (attendee, organisations[place]);
  pln_attendee_set_sector (attendee, sectors[place]);
  pln_attendee_set_stage (attendee, stages[(i * 3 + i / 5) % G_N_ELEMENTS (stages)]);
  pln_attendee_set_networks (attendee, networks[(i * 4 + i / 7) % G_N_ELEMENTS (networks)]);
  pln_attendee_set_first_time (attendee, i % 11 == 4);
  pln_attendee_set_role (attendee, i % 29 == 0 ? PLN_ROLE_SPEAKER : i == 10 ? PLN_ROLE_ORGANISER
                                   : i % 31 == 7 ? PLN_ROLE_HELPER : PLN_ROLE_ATTENDEE);
  pln_attendee_set_mode (attendee, i % 9 == 3 ? PLN_MODE_ONLINE : i % 5 == 0 ? PLN_MODE_UNKNOWN : PLN_MODE_IN_PERSON);
  pln_attendee_set_told (attendee, i % 4 != 0, i % 4 != 0 ? 0 : -1);

  return attendee;
}

PlnGathering *
pln_ui_people_new (guint    n_people,
                   gboolean long_names)
{
  PlnGathering *gathering = pln_gathering_new ("people@example.org");
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_people; i++)
    g_ptr_array_add (people, make_person (i, long_names));
  pln_gathering_set_title (gathering, "LIS DREaM launch conference");
  pln_gathering_set_capacity (gathering, 100);
  pln_gathering_add_attendees (gathering, people);
  pln_gathering_set_loaded (gathering, TRUE);

  return gathering;
}

GListModel *
pln_ui_people_lines (guint n_new)
{
  GListStore *lines = g_list_store_new (PLN_TYPE_PERSON_LINE);

  for (guint i = 0; i < n_new; i++)
    {
      g_autofree char *name = name_of (i, FALSE);
      g_autofree char *email = g_strdup_printf ("new.%u@example.org", i);
      g_autofree char *text = g_strdup_printf ("%s <%s>", name, email);
      g_autoptr(PlnPersonLine) line = pln_person_line_new (i + 1, text);

      pln_person_line_set_person (line, name, email, i % 3 == 0 ? organisations[i % G_N_ELEMENTS (organisations)] : "");
      g_list_store_append (lines, line);
    }

  for (guint i = 0; i < 3; i++)
    {
      static const char *const texts[] = { "Ada Fennimore, next door", "NEW.1@example.org", "Ada.0@example.org" };
      static const char *const notes[] = { "No address was found.", "Stands here twice", "Is on the list already" };
      static const PlnLineState states[] = { PLN_LINE_UNREADABLE, PLN_LINE_TWICE, PLN_LINE_ALREADY };
      g_autoptr(PlnPersonLine) line = pln_person_line_new (n_new + 1 + i, texts[i]);

      if (i > 0)
        pln_person_line_set_person (line, "", texts[i], "");
      pln_person_line_set_state (line, states[i], notes[i]);
      g_list_store_append (lines, line);
    }

  return G_LIST_MODEL (lines);
}
