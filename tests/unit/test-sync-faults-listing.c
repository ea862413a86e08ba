/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault-story.h"

#include <string.h>

/* Tokens, listings, and what is in a multistatus. */

#define SERVER PLN_SYNC_TROUBLE_SERVER

#define EMPTY "<D:multistatus xmlns:D='DAV:'><D:sync-token>t99</D:sync-token></D:multistatus>"
#define BOMB \
  "<!DOCTYPE m [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]>" \
  "<D:multistatus xmlns:D='DAV:'><D:response><D:href>&c;</D:href></D:response></D:multistatus>"

/* Each part twice, and backwards. */
static void
lie_repeat (LyingReply *reply,
            const Lie  *lie)
{
  g_auto(GStrv) parts = g_strsplit (reply->body->str, "<D:response>", -1);
  g_auto(GStrv) last = NULL;
  guint n = g_strv_length (parts);

  if (n < 2)
    return;

  last = g_strsplit (parts[n - 1], "</D:response>", 2);
  g_string_assign (reply->body, parts[0]);
  for (guint i = n - 1; i > 0; i--)
    for (guint times = 0; times < 2; times++)
      g_string_append_printf (reply->body, "<D:response>%s%s", i == n - 1 ? last[0] : parts[i], i == n - 1 ? "</D:response>" : "");
  g_string_append (reply->body, last[1]);
}

/* One is left out. */
static void
lie_leave_out (LyingReply *reply,
               const Lie  *lie)
{
  char *from = strstr (reply->body->str, "<D:response>");
  char *to = from != NULL ? strstr (from, "</D:response>") : NULL;

  if (to != NULL)
    g_string_erase (reply->body, from - reply->body->str, to + strlen ("</D:response>") - from);
}

static void
lie_gzip (LyingReply *reply,
          const Lie  *lie)
{
  g_autoptr(GConverter) zip = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));
  gsize size = reply->body->len + 1000;
  g_autofree char *zipped = g_malloc (size);
  gsize read;
  gsize written;

  g_assert_cmpint (g_converter_convert (zip, reply->body->str, reply->body->len, zipped, size, G_CONVERTER_INPUT_AT_END,
                                        &read, &written, NULL), ==, G_CONVERTER_FINISHED);
  g_string_truncate (reply->body, 0);
  g_string_append_len (reply->body, zipped, lie->text != NULL ? written / 2 : written);
  g_string_append (reply->headers, "\nContent-Encoding: gzip");
}

static void
lie_long_line (LyingReply *reply,
               const Lie  *lie)
{
  g_autofree char *line = g_strnfill (2 * 1024 * 1024, 'x');
  g_autofree char *more = g_strconcat ("X-LONG:", line, "\r\nEND:VEVENT", NULL);

  g_string_replace (reply->body, "END:VEVENT", more, 1);
}

static const Fault tokens[] = {
  { "token-invalid-by-403", { { "LIST", 1, .status = 403, .text = "<D:error xmlns:D='DAV:'><D:valid-sync-token/></D:error>" } } },
  { "token-invalid-by-412", { { "LIST", 1, .status = 412 } } },
  { "token-invalid-by-410", { { "LIST", 1, .status = 410 } } },
  { "token-invalid-by-500", { { "LIST", 1, .status = 500 } } },
  { "no-reports-of-changes", { { "LIST", .status = 501 } } },
  { "token-unchanged-although-data-changed",
    { { "PEEK", .is_done = TRUE, .func = lie_bend, .text = "<D:sync-token>t12", .by = "<D:sync-token>t8" } } },
  { "token-and-ctag-unchanged-although-data-changed",
    { { "PEEK", .is_done = TRUE, .func = lie_bend, .text = "12</", .by = "8</" } } },
  { "delta-repeated-and-out-of-order", { { "LIST", .is_done = TRUE, .func = lie_repeat } } },
  { "pruned-log", { { "LIST", .is_done = TRUE, .func = lie_leave_out } }, .is_late = TRUE },
  { "truncated-and-no-other-page",
    { { "LIST", .is_done = TRUE, .func = lie_bend, .text = "</D:multistatus>",
        .by = "<D:response><D:href>/cal/</D:href><D:status>HTTP/1.1 507 Full</D:status></D:response></D:multistatus>" } }, SERVER },
  { "listing-empty-with-200", { { "LIST", .status = 200 } }, SERVER },
  { "listing-empty-with-207", { { "LIST", .status = 207, .text = EMPTY } } },
  { "whole-listing-empty-with-207", { { "LIST", 1, .status = 403 }, { "LIST", .status = 207, .text = EMPTY } }, .n_missing = 7 },
  { "ctag-changing-each-time", { { "PEEK", .is_done = TRUE, .func = lie_bend, .text = "<S:getctag>c", .by = "<S:getctag>x" } } },
  { "no-tokens", { { "PEEK", .is_done = TRUE, .func = lie_bend, .text = "getctag", .by = "getnothing" }, { "LIST", .status = 501 } } },
  { "lag", { { "READ GET", 1, .status = 404 } } },
};

static const Fault multistatus[] = {
  { "cut-off-in-mid-element", { { "LIST", .is_done = TRUE, .func = lie_cut, .text = "</D:href>" } }, SERVER },
  { "cut-off-in-mid-element-while-reading", { { "READ", .is_done = TRUE, .func = lie_cut, .text = "</D:href>" } }, .n_failed = 6 },
  { "missing-item", { { "READ", .is_done = TRUE, .func = lie_leave_out } } },
  { "wrong-order-and-twice", { { "READ", .is_done = TRUE, .func = lie_repeat } } },
  { "empty-href", { { "LIST READ", .is_done = TRUE, .func = lie_bend, .text = "</D:multistatus>",
                      .by = "<D:response><D:href/><D:status>HTTP/1.1 200 OK</D:status></D:response></D:multistatus>" } } },
  { "absolute-uri", { { "LIST READ", .is_done = TRUE, .func = lie_bend, .text = "<D:href>/", .by = "<D:href>http://127.0.0.1/" } } },
  { "other-percent-encoding", { { "LIST READ", .is_done = TRUE, .func = lie_bend, .text = ".ics", .by = "%2eics" } } },
  { "missing-getetag-while-reading", { { "READ", .is_done = TRUE, .func = lie_bend, .text = "getetag", .by = "getnothing" } }, .n_failed = 1 },
  { "missing-getetag-in-the-listing", { { "LIST", .is_done = TRUE, .func = lie_bend, .text = "getetag", .by = "getnothing" } } },
  { "weak-etag", { { "LIST READ", .is_done = TRUE, .func = lie_bend, .text = "<D:getetag>", .by = "<D:getetag>W/" } }, .n_failed = 1 },
  { "etag-without-quotation-marks", { { "LIST READ", .is_done = TRUE, .func = lie_bend, .text = "\"", .by = "" } } },
  { "etag-of-a-put-unlike-that-of-a-get", { { "PUT", .is_done = TRUE, .func = lie_bend, .text = "ETag: \"", .by = "ETag: \"x" } } },
  { "no-etag-of-a-put", { { "PUT", .is_done = TRUE, .func = lie_bend, .text = "ETag", .by = "Nothing" } } },
  { "calendar-data-empty", { { "READ", .is_done = TRUE, .func = lie_bend, .text = "BEGIN:VCALENDAR", .by = "" } } },
  { "calendar-data-for-another-uid", { { "READ", .is_done = TRUE, .func = lie_bend, .text = "UID:one", .by = "UID:none" } }, .n_failed = 1 },
  { "calendar-data-invalid-utf-8", { { "READ", .is_done = TRUE, .func = lie_bend, .text = "Changed there", .by = "\xff\xfe" } },
    .n_failed = 2 },
  { "calendar-data-with-bom", { { "READ", .is_done = TRUE, .func = lie_bend, .text = "BEGIN:VCALENDAR", .by = "\xef\xbb\xbf" "BEGIN:VCALENDAR" } } },
  { "line-of-2-mib", { { "READ", .is_done = TRUE, .func = lie_long_line } } },
  { "unknown-namespaces", { { "LIST READ PEEK", .is_done = TRUE, .func = lie_bend, .text = "<D:prop>",
                              .by = "<D:prop><x:getetag xmlns:x='urn:x'>\"9\"</x:getetag>" } } },
  { "gzip", { { .is_done = TRUE, .func = lie_gzip } } },
  { "gzip-truncated", { { "LIST", .is_done = TRUE, .func = lie_gzip, .text = "half" } }, SERVER },
  { "entity-bomb", { { "LIST", .status = 207, .text = BOMB } }, SERVER },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fault_story_add ("tokens", tokens, G_N_ELEMENTS (tokens));
  fault_story_add ("multistatus", multistatus, G_N_ELEMENTS (multistatus));

  return g_test_run ();
}
