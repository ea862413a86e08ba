/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-edit.h"
#include "pln-ical-merge.h"
#include "pln-ical-note.h"
#include "pln-order-key.h"

#include <string.h>

#define HEAD \
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//EN\r\nBEGIN:VJOURNAL\r\nUID:n1\r\n" \
  "DTSTAMP:20110719T130000Z\r\nLAST-MODIFIED:20110719T131500Z\r\nX-PLENARY-KIND:NOTE\r\n"
#define FOOT "END:VJOURNAL\r\nEND:VCALENDAR\r\n"

static GBytes *
bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static GBytes *
settle (GBytes *text)
{
  g_autoptr(GError) error = NULL;
  GBytes *settled = pln_ical_note_settle (text, &error);

  g_assert_no_error (error);

  return settled;
}

static char *
string_of (GBytes *text)
{
  gsize size;
  const char *data = g_bytes_get_data (text, &size);

  return g_strndup (data, size);
}

static GPtrArray *
lines_of (GBytes *text)
{
  g_autoptr(PlnIcalText) lines = pln_ical_text_new (text, NULL);

  g_assert_nonnull (lines);

  return pln_ical_note_read (lines);
}

/* “ID KIND text|…” */
static char *
describe (GBytes *text)
{
  g_autoptr(GPtrArray) lines = lines_of (text);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const PlnIcalNoteLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (words, "%s%s %s", i > 0 ? "|" : "", line->kind, line->text);
    }

  return g_string_free (words, FALSE);
}

static GBytes *
set_description (GBytes     *text,
                 const char *description)
{
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new ("VJOURNAL");
  GBytes *edited;

  pln_ical_edits_set (edits, pln_ical_line_new_text ("DESCRIPTION", description));
  edited = pln_ical_edits_apply (edits, text, NULL);
  g_assert_nonnull (edited);

  return edited;
}

static char *
description_of (GBytes *text)
{
  g_autoptr(PlnIcalText) lines = pln_ical_text_new (text, NULL);
  int part = pln_ical_text_find_part (lines, "VJOURNAL", NULL, NULL);
  g_autoptr(PlnIcalLine) line = pln_ical_text_get_line (lines, (guint) part, "DESCRIPTION");

  return line != NULL ? pln_ical_line_get_text (line) : g_strdup ("");
}

static GBytes *
sample_note (void)
{
  g_autoptr(GBytes) text =
    bytes (HEAD
           "X-PLENARY-LINE;ID=aaaaaaaaaaaa;KIND=POINT;POS=a0;AT=20110719T130300Z;BY=\"Wilf\":Most networks began with one person.\r\n"
           "X-PLENARY-LINE;ID=bbbbbbbbbbbb;KIND=QUESTION;POS=a1;AT=20110719T130800Z;BY=\"Nessa\":What is the smallest thing?\r\n"
           "X-PLENARY-LINE;ID=cccccccccccc;KIND=ACTION;POS=a2;OWNER=\"Hana Ashdown\";OWNER-ID=hhhhhhhhhhhh;DUE=20110805:Ask the four networks\r\n"
           "X-PLENARY-LINE;ID=dddddddddddd;KIND=PARKED;POS=a3:Do we need a name?\\nNext time.\r\n" FOOT);

  return settle (text);
}

static void
test_render (void)
{
  g_autoptr(GBytes) text = sample_note ();
  g_autofree char *description = description_of (text);
  g_autoptr(GBytes) again = settle (text);

  g_assert_cmpstr (description, ==,
                   "- Most networks began with one person. — Wilf\n"
                   "- **Question:** What is the smallest thing? — Nessa\n"
                   "- **Action:** Ask the four networks (@Hana Ashdown, by 2011-08-05)\n"
                   "- **Parked:** Do we need a name?\\\n  Next time.");
  g_assert_true (g_bytes_equal (text, again));
}

static void
test_parse (void)
{
  static const struct { const char *text; const char *kind; const char *said; const char *by; const char *owner; const char *due; } rows[] = {
    { "plain", "POINT", "plain", "", "", "" },
    { "- a bullet", "POINT", "a bullet", "", "", "" },
    { "12. counted", "POINT", "counted", "", "", "" },
    { "* Idea: two hosts — Hana", "IDEA", "two hosts", "Hana", "", "" },
    { "? Who pays", "QUESTION", "Who pays", "", "", "" },
    { "- [ ] write it up (@Una Pipit)", "ACTION", "write it up", "", "Una Pipit", "" },
    { "action: ask (by 2011-08-05) — Ivo", "ACTION", "ask", "Ivo", "", "20110805" },
    { "> I joined for the biscuits", "QUOTE", "I joined for the biscuits", "", "", "" },
    { "One thing — and then another one.", "POINT", "One thing — and then another one.", "", "", "" },
    { "- decision:", "POINT", "decision:", "", "", "" },
    { "Budget (see above)", "POINT", "Budget (see above)", "", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GPtrArray) lines = pln_ical_note_parse (rows[i].text);
      const PlnIcalNoteLine *line = g_ptr_array_index (lines, 0);

      g_assert_cmpuint (lines->len, ==, 1);
      g_assert_cmpstr (line->kind, ==, rows[i].kind);
      g_assert_cmpstr (line->text, ==, rows[i].said);
      g_assert_cmpstr (line->by, ==, rows[i].by);
      g_assert_cmpstr (line->owner, ==, rows[i].owner);
      g_assert_cmpstr (line->due, ==, rows[i].due);
    }
}

/* What another program did to the text becomes lines: whatever stayed is the
 * same line as before. */
static void
test_edited_elsewhere (void)
{
  static const struct { const char *text; const char *lines; const char *ids; } rows[] = {
    /* one edited */
    { "- Most networks began with two people. — Wilf\n- **Question:** What is the smallest thing? — Nessa\n"
      "- **Action:** Ask the four networks (@Hana Ashdown, by 2011-08-05)\n- **Parked:** Do we need a name?\\\n  Next time.",
      "POINT Most networks began with two people.|QUESTION What is the smallest thing?|ACTION Ask the four networks|"
      "PARKED Do we need a name?\nNext time.", "abcd" },
    /* one gone, one new at the end, typed without a bullet */
    { "- Most networks began with one person. — Wilf\n"
      "- **Action:** Ask the four networks (@Hana Ashdown, by 2011-08-05)\n- **Parked:** Do we need a name?\\\n  Next time.\n\n"
      "A reading group between gatherings",
      "POINT Most networks began with one person.|ACTION Ask the four networks|PARKED Do we need a name?\nNext time.|"
      "POINT A reading group between gatherings", "acd." },
    /* moved, and another kind */
    { "- **Question:** What is the smallest thing? — Nessa\n- **Action:** Ask the four networks (@Hana Ashdown, by 2011-08-05)\n"
      "- **Idea:** Do we need a name?\\\n  Next time.\n- Most networks began with one person. — Wilf",
      "QUESTION What is the smallest thing?|ACTION Ask the four networks|IDEA Do we need a name?\nNext time.|"
      "POINT Most networks began with one person.", "bcda" },
    /* a program that has emptied the text has not told that the lines go */
    { "", "POINT Most networks began with one person.|QUESTION What is the smallest thing?|ACTION Ask the four networks|"
      "PARKED Do we need a name?\nNext time.", "abcd" },
  };
  g_autoptr(GBytes) text = sample_note ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GBytes) edited = set_description (text, rows[i].text);
      g_autoptr(GBytes) settled = settle (edited);
      g_autoptr(GBytes) again = settle (settled);
      g_autofree char *shown = describe (edited);
      g_autofree char *kept = describe (settled);
      g_autoptr(GPtrArray) lines = lines_of (settled);

      g_assert_cmpstr (shown, ==, rows[i].lines);
      g_assert_cmpstr (kept, ==, rows[i].lines);
      g_assert_true (g_bytes_equal (settled, again));
      for (guint j = 0; j < lines->len; j++)
        {
          const PlnIcalNoteLine *line = g_ptr_array_index (lines, j);

          if (rows[i].ids[j] != '.')
            g_assert_cmpint (line->id[0] + line->id[11], ==, 2 * rows[i].ids[j]);
          if (rows[i].ids[j] == 'c')
            g_assert_cmpstr (line->owner_id, ==, "hhhhhhhhhhhh");
          if (j > 0)
            g_assert_cmpint (strcmp (((PlnIcalNoteLine *) g_ptr_array_index (lines, j - 1))->position, line->position), <, 0);
        }
    }
}

/* A note that came without lines of ours. */
static void
test_only_text (void)
{
  g_autoptr(GBytes) text = bytes (HEAD "DESCRIPTION:What we said\\n- Idea: two hosts\\n- Decision: in October\r\n" FOOT);
  g_autofree char *shown = describe (text);
  g_autoptr(GBytes) settled = settle (text);
  g_autofree char *kept = describe (settled);

  g_assert_cmpstr (shown, ==, "POINT What we said|IDEA two hosts|DECISION in October");
  g_assert_cmpstr (kept, ==, shown);
}

static void
test_other_objects (void)
{
  g_autoptr(GBytes) journal = bytes ("BEGIN:VCALENDAR\r\nBEGIN:VJOURNAL\r\nUID:j\r\nDESCRIPTION:a diary\r\nEND:VJOURNAL\r\nEND:VCALENDAR\r\n");
  g_autoptr(GBytes) event = bytes ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:e\r\nX-PLENARY-KIND:NOTE\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  g_autoptr(GBytes) same_journal = settle (journal);
  g_autoptr(GBytes) same_event = settle (event);

  g_assert_true (g_bytes_equal (journal, same_journal));
  g_assert_true (g_bytes_equal (event, same_event));
}

/* Lines without an ID, with a broken one, and two of the same. */
static void
test_bad_ids (void)
{
  g_autoptr(GBytes) text = bytes (HEAD "X-PLENARY-LINE:one\r\nX-PLENARY-LINE;ID=x y;KIND=SHOUT:two\r\n"
                                       "X-PLENARY-LINE;ID=aaaaaaaaaaaa;POS=???;DUE=soon:three\r\n"
                                       "X-PLENARY-LINE;ID=aaaaaaaaaaaa;POS=a1:four\r\n" FOOT);
  g_autoptr(GBytes) settled = settle (text);
  g_autoptr(GBytes) again = settle (settled);
  g_autoptr(GPtrArray) lines = lines_of (settled);
  g_autoptr(GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_true (g_bytes_equal (settled, again));
  for (guint i = 0; i < lines->len; i++)
    {
      const PlnIcalNoteLine *line = g_ptr_array_index (lines, i);

      g_hash_table_add (texts, line->text);
      g_assert_true (g_hash_table_add (ids, line->id));
      g_assert_cmpstr (line->kind, ==, "POINT");
    }
  g_assert_cmpuint (g_hash_table_size (texts), ==, 4);
}

/* A line in another text: as it is there, edited, or new. */
static char *
any_text (GRand *chance)
{
  static const char *const words[] = {
    "network", "hosts", "—", "Question:", "**Idea:**", "- x", "(@Una)", "by", "2011-08-05", "é", "?", "\\", "12.", "> q", "name\nsecond",
    "[ ] do", "A", "#", "*",
  };
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (chance, 1, 6);

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[g_rand_int_range (chance, 0, G_N_ELEMENTS (words))]);

  return g_string_free (text, FALSE);
}

static GBytes *
any_note (GRand *chance)
{
  static const char *const kinds[] = { "POINT", "QUESTION", "IDEA", "DECISION", "ACTION", "QUOTE", "PARKED" };
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new ("VJOURNAL");
  g_autoptr(GBytes) empty = bytes (HEAD FOOT);
  g_autoptr(GBytes) filled = NULL;
  g_autofree char *position = NULL;
  int n = g_rand_int_range (chance, 0, 9);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *text = any_text (chance);
      g_autofree char *before = g_steal_pointer (&position);
      g_autofree char *id = g_strdup_printf ("l%011d", i);
      g_autoptr(PlnIcalNoteLine) line = pln_ical_note_line_new (text);

      position = pln_order_key_between (before, NULL);
      line->kind = kinds[g_rand_int_range (chance, 0, G_N_ELEMENTS (kinds))];
      g_free (line->id);
      line->id = g_strdup (id);
      g_free (line->position);
      line->position = g_strdup (position);
      if (g_rand_boolean (chance))
        {
          g_free (line->by);
          line->by = g_strdup ("Wilf");
        }
      pln_ical_edits_put (edits, id, pln_ical_note_line_write (line));
    }
  filled = pln_ical_edits_apply (edits, empty, NULL);

  return settle (filled);
}

static char *
edit_anywhere (GRand      *chance,
               const char *description)
{
  g_auto(GStrv) rows = g_strsplit (description, "\n", -1);
  g_autoptr(GPtrArray) edited = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; rows[i] != NULL; i++)
    switch (g_rand_int_range (chance, 0, 8))
      {
      case 0:
        break; /* gone */
      case 1:
        g_ptr_array_add (edited, g_strconcat (rows[i], " and more", NULL));
        break;
      case 2:
        g_ptr_array_add (edited, any_text (chance));
        g_ptr_array_add (edited, g_strdup (rows[i]));
        break;
      case 3:
        g_ptr_array_insert (edited, 0, g_strdup (rows[i]));
        break;
      default:
        g_ptr_array_add (edited, g_strdup (rows[i]));
      }
  g_ptr_array_add (edited, any_text (chance));
  g_ptr_array_add (edited, NULL);

  return g_strjoinv ("\n", (char **) edited->pdata);
}

/* The words of a text, without marks that only say how it is written. */
static void
assert_words_in (const char *text,
                 const char *in)
{
  g_auto(GStrv) words = g_strsplit_set (text, " \n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *lower = g_utf8_strdown (words[i], -1);
      g_autofree char *haystack = g_utf8_strdown (in, -1);

      if (strpbrk (lower, "abcdefghijklmnopqrstuvwxyz") != NULL && strchr (lower, '(') == NULL
          && strstr (haystack, lower) == NULL && !g_str_has_suffix (lower, ":"))
        g_error ("“%s” of “%s” is lost in “%s”", words[i], text, in);
    }
}

/* Whatever another program writes into the text, all of it is in the lines
 * afterwards, and settled again nothing changes. */
static void
test_nothing_is_lost (void)
{
  g_autoptr(GRand) chance = g_rand_new_with_seed (11);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr(GBytes) text = any_note (chance);
      g_autofree char *description = description_of (text);
      g_autofree char *edited = edit_anywhere (chance, description);
      g_autoptr(GBytes) there = set_description (text, edited);
      g_autoptr(GBytes) settled = settle (there);
      g_autoptr(GBytes) again = settle (settled);
      g_autofree char *result = description_of (settled);

      assert_words_in (edited, result);
      g_assert_true (g_bytes_equal (settled, again));
    }
}

static GBytes *
add_line (GBytes     *text,
          const char *id,
          const char *position,
          const char *said)
{
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new ("VJOURNAL");
  g_autoptr(PlnIcalNoteLine) line = pln_ical_note_line_new (said);
  g_autoptr(GBytes) edited = NULL;

  g_free (line->id);
  line->id = g_strdup (id);
  g_free (line->position);
  line->position = g_strdup (position);
  pln_ical_edits_put (edits, id, pln_ical_note_line_write (line));
  edited = pln_ical_edits_apply (edits, text, NULL);

  return settle (edited);
}

static GBytes *
merge (GBytes *base,
       GBytes *local,
       GBytes *remote)
{
  g_autoptr(GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  GBytes *merged = pln_ical_merge (base, local, remote, PLN_ICAL_MERGE_NONE, conflicts, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (conflicts->len, ==, 0);

  return merged;
}

/* Two laptops write without a network: at the same place, and the same line. */
static void
test_two_laptops (void)
{
  g_autoptr(GBytes) base = sample_note ();
  g_autoptr(GBytes) one = add_line (base, "eeeeeeeeeeee", "a4", "From the first laptop");
  g_autoptr(GBytes) one_more = add_line (one, "aaaaaaaaaaaa", "a0", "Most networks began with a friend.");
  g_autoptr(GBytes) two = add_line (base, "ffffffffffff", "a4", "From the second laptop");
  g_autoptr(GBytes) two_more = add_line (two, "aaaaaaaaaaaa", "a0", "Most networks began with a list.");
  g_autoptr(GBytes) merged = merge (base, one_more, two_more);
  g_autoptr(GBytes) again = merge (base, two_more, merged);
  g_autofree char *shown = describe (merged);
  g_autofree char *shown_again = describe (again);
  g_autofree char *description = description_of (merged);
  g_autofree char *whole = string_of (merged);

  g_assert_cmpstr (shown, ==,
                   "POINT Most networks began with a list.|POINT Most networks began with a friend.|"
                   "QUESTION What is the smallest thing?|ACTION Ask the four networks|PARKED Do we need a name?\nNext time.|"
                   "POINT From the first laptop|POINT From the second laptop");
  g_assert_cmpstr (shown_again, ==, shown);
  g_assert_nonnull (strstr (whole, "BESIDE=aaaaaaaaaaaa"));
  g_assert_nonnull (strstr (description, "- From the second laptop"));
  g_assert_nonnull (strstr (description, "- From the first laptop"));
}

/* Plenary on one laptop, any journal program on the other. */
static void
test_laptop_and_journal (void)
{
  g_autoptr(GBytes) base = sample_note ();
  g_autoptr(GBytes) ours = add_line (base, "eeeeeeeeeeee", "a4", "From Plenary");
  g_autofree char *description = description_of (base);
  g_autofree char *longer = g_strconcat (description, "\n- From the journal", NULL);
  g_autoptr(GBytes) theirs = set_description (base, longer);
  g_autoptr(GBytes) merged = merge (base, ours, theirs);
  g_autoptr(GBytes) other_way = merge (base, theirs, ours);
  g_autofree char *shown = describe (merged);
  g_autofree char *shown_other_way = describe (other_way);
  g_autofree char *text = description_of (merged);

  g_assert_nonnull (strstr (shown, "POINT From Plenary"));
  g_assert_nonnull (strstr (shown, "POINT From the journal"));
  g_assert_nonnull (strstr (text, "- From Plenary"));
  g_assert_nonnull (strstr (text, "- From the journal"));
  g_assert_cmpstr (shown, ==, shown_other_way);
}

/* Both began the note of a group, so that there is nothing in common. */
static void
test_both_began (void)
{
  g_autoptr(GBytes) empty = bytes (HEAD FOOT);
  g_autoptr(GBytes) one = add_line (empty, "eeeeeeeeeeee", "a0", "One");
  g_autoptr(GBytes) two = add_line (empty, "ffffffffffff", "a0", "Two");
  g_autoptr(GBytes) merged = merge (NULL, one, two);
  g_autofree char *shown = describe (merged);

  g_assert_cmpstr (shown, ==, "POINT One|POINT Two");
}

/* Any edits on two sides: every line that one of them wrote is there. */
static void
test_merge_loses_nothing (void)
{
  g_autoptr(GRand) chance = g_rand_new_with_seed (13);

  for (guint i = 0; i < 600; i++)
    {
      g_autoptr(GBytes) base = any_note (chance);
      g_autofree char *before = description_of (base);
      g_autofree char *here = g_strdup_printf ("- first%u\n%s\n- mine%u", i, before, i);
      g_autofree char *there = edit_anywhere (chance, before);
      g_autofree char *there_more = g_strdup_printf ("%s\n- theirs%u", there, i);
      g_autofree char *first = g_strdup_printf ("first%u", i);
      g_autofree char *mine = g_strdup_printf ("mine%u", i);
      g_autofree char *theirs = g_strdup_printf ("theirs%u", i);
      g_autoptr(GBytes) local_text = set_description (base, here);
      g_autoptr(GBytes) local = settle (local_text);
      g_autoptr(GBytes) remote = set_description (base, there_more);
      g_autoptr(GBytes) merged = merge (base, local, remote);
      g_autofree char *description = description_of (merged);
      g_autofree char *shown = describe (merged);

      g_assert_nonnull (strstr (description, first));
      g_assert_nonnull (strstr (description, mine));
      g_assert_nonnull (strstr (description, theirs));
      g_assert_nonnull (strstr (shown, mine));
      assert_words_in (there, description);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/note/render", test_render);
  g_test_add_func ("/note/parse", test_parse);
  g_test_add_func ("/note/edited-elsewhere", test_edited_elsewhere);
  g_test_add_func ("/note/only-text", test_only_text);
  g_test_add_func ("/note/other-objects", test_other_objects);
  g_test_add_func ("/note/bad-ids", test_bad_ids);
  g_test_add_func ("/note/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/note/two-laptops", test_two_laptops);
  g_test_add_func ("/note/laptop-and-journal", test_laptop_and_journal);
  g_test_add_func ("/note/both-began", test_both_began);
  g_test_add_func ("/note/merge-loses-nothing", test_merge_loses_nothing);

  return g_test_run ();
}
