/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-sync-tell.h"

#include <string.h>

#define ORGANISER    "ORGANIZER:mailto:Ada@x.org\r\n"
#define BOB          "ATTENDEE:mailto:bob@x.org\r\n"
#define BOB_GOING    "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob@x.org\r\n"
#define BOB_NONE     "ATTENDEE;SCHEDULE-AGENT=NONE:mailto:bob@x.org\r\n"
#define BOB_CLIENT   "ATTENDEE;SCHEDULE-AGENT=client:mailto:bob@x.org\r\n"
#define CY           "ATTENDEE:mailto:cy@x.org\r\n"
#define ADA          "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@x.org\r\n"
#define LATER        "DTSTART:20261202T100000Z\r\n"
#define STAMP        "DTSTAMP:20260101T000000Z\r\n"
#define LATER_STAMP  "DTSTAMP:20260202T000000Z\r\n"

typedef struct
{
  const char *name;
  const char *own;
  const char *before; /* NULL: none */
  const char *after;
  const char *told;   /* joined by blanks; NULL: nobody */
} Row;

static const Row rows[] = {
  { "draft", "ada@x.org", NULL, ORGANISER BOB_NONE, NULL },
  { "draft-moved", "ada@x.org", ORGANISER BOB_NONE, ORGANISER BOB_NONE LATER, NULL },
  { "draft-deleted", "ada@x.org", ORGANISER BOB_NONE, NULL, NULL },
  { "invited-by-file", "ada@x.org", ORGANISER BOB_NONE, ORGANISER BOB_CLIENT, NULL },
  { "invited-by-file-moved", "ada@x.org", ORGANISER BOB_CLIENT, ORGANISER BOB_CLIENT LATER, NULL },
  { "released", "ada@x.org", ORGANISER BOB_NONE, ORGANISER BOB, "bob@x.org" },
  { "new", "ADA@x.org", NULL, ORGANISER BOB CY ADA, "bob@x.org cy@x.org" },
  { "moved", "ada@x.org", ORGANISER BOB CY, ORGANISER BOB CY LATER, "bob@x.org cy@x.org" },
  { "one-added", "ada@x.org", ORGANISER BOB, ORGANISER BOB CY, "bob@x.org cy@x.org" },
  { "one-removed", "ada@x.org", ORGANISER BOB CY, ORGANISER BOB, "bob@x.org cy@x.org" },
  { "last-removed", "ada@x.org", ORGANISER BOB, ORGANISER, "bob@x.org" },
  { "deleted", "ada@x.org", ORGANISER BOB, NULL, "bob@x.org" },
  { "restored", "ada@x.org", NULL, ORGANISER BOB_GOING, "bob@x.org" },
  { "taken-back-from-server", "ada@x.org", ORGANISER BOB, ORGANISER BOB_CLIENT, "bob@x.org" },
  { "stamps-only", "ada@x.org", ORGANISER BOB STAMP, ORGANISER BOB LATER_STAMP, NULL },
  { "nothing", "ada@x.org", ORGANISER BOB, BOB ORGANISER, NULL },
  { "no-organiser", "ada@x.org", BOB, BOB LATER, NULL },
  { "organiser-taken-away", "ada@x.org", ORGANISER BOB, BOB, "bob@x.org" },
  { "only-oneself", "ada@x.org", ORGANISER ADA, ORGANISER ADA LATER, NULL },
  { "answer", "bob@x.org", ORGANISER BOB CY, ORGANISER BOB_GOING CY, "ada@x.org" },
  { "answer-at-once", "bob@x.org", NULL, ORGANISER BOB_GOING, "ada@x.org" },
  { "invitation-arrives", "bob@x.org", NULL, ORGANISER BOB CY, NULL },
  { "guest-edits-own-copy", "bob@x.org", ORGANISER BOB CY, ORGANISER BOB CY "SUMMARY:Mine\r\n", NULL },
  { "guest-deletes", "bob@x.org", ORGANISER BOB CY, NULL, "ada@x.org" },
  { "organiser-by-client", "bob@x.org", "ORGANIZER;SCHEDULE-AGENT=CLIENT:mailto:ada@x.org\r\n" BOB,
    "ORGANIZER;SCHEDULE-AGENT=CLIENT:mailto:ada@x.org\r\n" BOB_GOING, NULL },
  { "unknown-account", "", ORGANISER BOB, ORGANISER BOB LATER, "bob@x.org" },
  { "other-address", "a.fennimore@x.org", ORGANISER BOB, ORGANISER BOB LATER, "bob@x.org" },
  { "alarm", "ada@x.org", ORGANISER, ORGANISER "BEGIN:VALARM\r\nATTENDEE:mailto:z@x.org\r\nEND:VALARM\r\n", NULL },
};

static GBytes *
object (const char *lines)
{
  char *text;

  if (lines == NULL)
    return NULL;
  text = g_strconcat ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n", lines, "END:VEVENT\r\nEND:VCALENDAR\r\n", NULL);

  return g_bytes_new_take (text, strlen (text));
}

static void
test_row (gconstpointer user_data)
{
  const Row *row = user_data;
  g_autoptr(GBytes) before = object (row->before);
  g_autoptr(GBytes) after = object (row->after);
  g_auto(GStrv) told = pln_sync_would_tell (before, after, TRUE, row->own);
  g_auto(GStrv) without = pln_sync_would_tell (before, after, FALSE, row->own);
  g_autofree char *joined = told != NULL ? g_strjoinv (" ", told) : NULL;

  g_assert_cmpstr (joined, ==, row->told);
  g_assert_null (without); /* a server that only stores tells nobody */
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/sync/tell/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }

  return g_test_run ();
}
