/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault-story.h"

#define CALDAV(name) "<D:error xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav'><C:" name "/></D:error>"

/* Done, and answered by @status all the same. */
static void
lie_about_status (LyingReply *reply,
                  const Lie  *lie)
{
  reply->status = lie->status;
  g_string_truncate (reply->headers, 0);
}

/* What a server does with what is written. Here are changed "two", "five" and
 * the new "nine"; "three" is deleted. */
static const Fault writes[] = {
  { "put-applied-but-answered-500", { { "PUT DELETE", .is_done = TRUE, .func = lie_about_status, .status = 500 } } },
  { "put-answered-201-but-not-stored", { { "PUT", .status = 201, .header = "ETag: \"77\"" } }, .n_failed = 2 },
  { "uid-conflict-by-403-no-uid-conflict", { { "PUT", 1, .status = 403, .text = CALDAV ("no-uid-conflict") } }, .n_failed = 1 },
  { "uid-conflict-by-409", { { "PUT", 1, .status = 409, .text = CALDAV ("no-uid-conflict") } }, .n_failed = 1 },
  { "uid-conflict-by-412-in-207",
    { { "PUT", 1, .status = 207,
        .text = "<D:multistatus xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav'><D:response><D:href>/cal/two.ics</D:href>"
                "<D:status>HTTP/1.1 412 Precondition Failed</D:status><D:error><C:no-uid-conflict/></D:error></D:response>"
                "</D:multistatus>" } }, .n_failed = 1 },
  { "uid-conflict-by-412", { { "PUT", 1, .status = 412, .text = CALDAV ("no-uid-conflict") } }, .n_failed = 1 },
  { "uid-conflict-by-unique-scheduling-object-resource",
    { { "PUT", 1, .status = 403, .text = CALDAV ("unique-scheduling-object-resource") } }, .n_failed = 1 },
  { "read-only-calendar",
    { { "PUT DELETE", .status = 403, .text = "<D:error xmlns:D='DAV:'><D:need-privileges/></D:error>" } }, .n_failed = 4 },
  { "calendar-told-to-be-read-only",
    { { "PEEK", .is_done = TRUE, .func = lie_bend, .text = "<D:displayname>",
        .by = "<D:current-user-privilege-set><D:privilege><D:read/></D:privilege></D:current-user-privilege-set><D:displayname>" } },
    .n_failed = 4 },
  { "quota", { { "PUT", .status = 507, .text = "<D:error xmlns:D='DAV:'><D:quota-not-exceeded/></D:error>" } }, .n_failed = 3 },
  { "answered-with-nothing", { { "PUT", .is_done = TRUE, .func = lie_about_status, .status = 200 } } },
};

/* What is new gets a name that the server chose (Kerio); it says so if the lie
 * has a @text. */
static void
lie_rename (LyingReply *reply,
            const Lie  *lie)
{
  const char *path = g_uri_get_path (soup_server_message_get_uri (reply->message));

  if (reply->status != 201)
    return;

  lying_server_put (reply->server, "/cal/renamed.ics", lying_server_get (reply->server, path));
  lying_server_remove (reply->server, path);
  g_string_assign (reply->headers, lie->text != NULL ? lie->text : "");
}

static const Fault names[] = {
  { "name-changed-by-the-server", { { "PUT", .is_done = TRUE, .func = lie_rename, .text = "Location: /cal/renamed.ics" } } },
  { "name-changed-by-the-server-without-saying-so", { { "PUT", .is_done = TRUE, .func = lie_rename } } },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fault_story_add ("writes", writes, G_N_ELEMENTS (writes));
  fault_story_add ("names", names, G_N_ELEMENTS (names));

  return g_test_run ();
}
