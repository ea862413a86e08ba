/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mail-address.h"
#include "pln-mail-error.h"
#include "pln-mail-html.h"
#include "pln-mail-message.h"

#include <string.h>

#define CALENDAR(method) \
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//plenary.test//EN\r\nCALSCALE:GREGORIAN\r\nMETHOD:" method "\r\n" \
  "BEGIN:VEVENT\r\nUID:g1@plenary\r\nDTSTAMP:20260921T141320Z\r\nDTSTART:20261201T180000Z\r\nDTEND:20261201T200000Z\r\n" \
  "SEQUENCE:3\r\nSUMMARY:Treffen für Łódź — 集まり\r\nORGANIZER;CN=Ada:mailto:ada@example.org\r\n" \
  "ATTENDEE;CN=\"Larkspur, Cosima\";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TR\r\n UE:mailto:cosima@example.org\r\n" \
  "END:VEVENT\r\nEND:VCALENDAR\r\n"

static PlnMailDraft
usual (void)
{
  return (PlnMailDraft) {
    .from_name = "Ada Fennimore", .from_email = "ada@example.org", .to_name = "Cosima Larkspur",
    .to_email = "cosima@example.org", .subject = "Invitation: CPD23 meet-up",
    .text = "Dear Cosima,\n\nyou are invited.\nCome to https://example.org/a?b=1&c=2.\n\n.\nFrom here on < & >\n",
    .method = "REQUEST", .message_id = "abc123@example.org", .date = 1780000000,
  };
}

static GBytes *
write_mail (PlnMailDraft draft)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) calendar = NULL;
  GBytes *mail;

  if (draft.calendar == NULL && draft.method != NULL)
    draft.calendar = calendar = g_str_equal (draft.method, "CANCEL")
      ? g_bytes_new_static (CALENDAR ("CANCEL"), strlen (CALENDAR ("CANCEL")))
      : g_bytes_new_static (CALENDAR ("REQUEST"), strlen (CALENDAR ("REQUEST")));
  mail = pln_mail_message_write (&draft, &error);
  g_assert_no_error (error);

  return mail;
}

static char *
head_of (GBytes *mail)
{
  gsize length;
  const char *text = g_bytes_get_data (mail, &length);
  const char *end = g_strstr_len (text, (gssize) length, "\r\n\r\n");

  g_assert_nonnull (end);

  return g_strndup (text, (gsize) (end - text));
}

/* What every server takes: ASCII, CRLF alone, lines that are not long. */
static void
check_lines (GBytes *mail)
{
  gsize length, begun = 0;
  const char *text = g_bytes_get_data (mail, &length);

  for (gsize i = 0; i < length; i++)
    {
      g_assert_cmpint (text[i], >, 0);
      g_assert_true (text[i] != '\r' || (i + 1 < length && text[i + 1] == '\n'));
      if (text[i] != '\n')
        continue;
      g_assert_true (i > 0 && text[i - 1] == '\r');
      g_assert_cmpuint (i - begun, <=, 998);
      begun = i + 1;
    }
}

static guint
n_with (const char *head,
        const char *name)
{
  g_auto(GStrv) lines = g_strsplit (head, "\r\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n += g_str_has_prefix (lines[i], name);

  return n;
}

static void
test_lines_are_fit_for_every_server (void)
{
  g_autofree char *words = g_strnfill (5000, 'x');
  g_autofree char *name = g_strnfill (300, 'n');
  PlnMailDraft draft = usual ();
  g_autoptr(GBytes) mail = NULL;

  draft.text = words;
  draft.subject = words;
  draft.to_name = name;
  mail = write_mail (draft);
  check_lines (mail);
}

/* Whatever a name, subject or text holds, the head has the lines it should. */
static void
test_nothing_adds_a_line_to_the_head (void)
{
  static const char *const evil[] = {
    "A\r\nBcc: mallory@example.net", "A\nBcc: mallory@example.net", "A\rBcc: mallory@example.net",
    "A\r\n\r\nBcc: mallory@example.net", "=?utf-8?q?A=0D=0ABcc:_mallory@example.net?=",
    ("A\xe2\x80\xa8" "Bcc: mallory@example.net"), "\"<mallory@example.net>, B", "A\xff\r\nBcc: x@example.net",
  };

  for (guint i = 0; i < G_N_ELEMENTS (evil); i++)
    {
      PlnMailDraft draft = usual ();
      g_autoptr(GBytes) mail = NULL;
      g_autofree char *head = NULL;

      draft.from_name = draft.to_name = draft.subject = evil[i];
      mail = write_mail (draft);
      head = head_of (mail);
      check_lines (mail);
      g_assert_cmpuint (n_with (head, "Bcc"), ==, 0);
      g_assert_cmpuint (n_with (head, "To:"), ==, 1);
      g_assert_cmpuint (n_with (head, "From:"), ==, 1);
      g_assert_cmpuint (n_with (head, "Subject:"), ==, 1);
      g_assert_cmpuint (n_with (head, "Message-ID:"), ==, 1);
      g_assert_cmpuint (n_with (head, "MIME-Version:"), ==, 1);
    }
}

static void
test_addresses_are_ascii (void)
{
  static const struct
  {
    const char *address;
    const char *written; /* NULL: refused */
  } rows[] = {
    { "ada@example.org", "ada@example.org" },
    { "ada@bücher.example", "ada@xn--bcher-kva.example" },
    { "jörg@example.org", NULL },
    { "ada@example.org\r\nBcc: b@example.org", NULL },
    { "ada", NULL },
    { "ada@example.org, b@example.org", NULL },
    { "<ada@example.org>", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *written = pln_mail_address_ascii (rows[i].address, &error);
      PlnMailDraft draft = usual ();
      g_autoptr(GBytes) mail = NULL;

      g_assert_cmpstr (written, ==, rows[i].written);
      if (written != NULL)
        continue;
      g_assert_error (error, PLN_MAIL_ERROR, PLN_MAIL_ERROR_BAD_ADDRESS);
      g_clear_error (&error);
      draft.method = NULL;
      draft.to_email = rows[i].address;
      mail = pln_mail_message_write (&draft, &error);
      g_assert_error (error, PLN_MAIL_ERROR, PLN_MAIL_ERROR_BAD_ADDRESS);
      g_assert_null (mail);
    }
}

static void
test_message_id_follows_from_its_parts (void)
{
  g_autofree char *id = pln_mail_message_id ("a1b2c3d4e5f6", "ada@bücher.example");
  g_autofree char *nowhere = pln_mail_message_id ("a1b2c3d4e5f6", "nobody");
  PlnMailDraft draft = usual ();
  g_autoptr(GBytes) mail = NULL;
  g_autofree char *head = NULL;

  g_assert_cmpstr (id, ==, "a1b2c3d4e5f6@xn--bcher-kva.example");
  g_assert_cmpstr (nowhere, ==, "a1b2c3d4e5f6@plenary.invalid");
  draft.message_id = id;
  mail = write_mail (draft);
  head = head_of (mail);
  g_assert_nonnull (strstr (head, "Message-ID: <a1b2c3d4e5f6@xn--bcher-kva.example>"));
}

static void
test_html_says_what_the_text_says (void)
{
  g_autofree char *html = pln_mail_html ("Hi <you> & \"all\",\n\nsee https://example.org/a?b=1&c=2. Or\n"
                                         "(http://example.org/), not javascript:alert(1)\n\n\nBye");

  g_assert_nonnull (strstr (html, "<p dir=\"auto\">Hi &lt;you&gt; &amp; &quot;all&quot;,</p>"));
  g_assert_nonnull (strstr (html, "<a href=\"https://example.org/a?b=1&amp;c=2\">https://example.org/a?b=1&amp;c=2</a>. Or<br>"));
  g_assert_null (strstr (html, "href=\"javascript"));
  g_assert_nonnull (strstr (html, "<p dir=\"auto\">Bye</p>"));
}

static void
save (const char   *folder,
      const char   *name,
      PlnMailDraft  draft)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GBytes) mail = write_mail (draft);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (mail, NULL), (gssize) g_bytes_get_size (mail), &error);
  g_assert_no_error (error);
}

/* For read-mails.py, which reads them by another program. */
static int
write_all (const char *folder)
{
  g_autofree char *words = g_strnfill (3000, 'x');
  PlnMailDraft draft = usual ();

  save (folder, "usual.eml", draft);
  draft.reply_to = "answers@example.org";
  save (folder, "reply-to.eml", draft);
  draft = usual ();
  draft.from_name = "Zoë Ångström, \"die\" Äbtissin";
  draft.to_name = "Łukasz 集まり-with-a-name-that-goes-on-and-on-Żółć-ŻółćŻółćŻółćŻółćŻółćŻółćŻółćŻółćŻółć";
  draft.subject = "Einladung: Treffen für Łódź — 集まり, und noch viel mehr, damit die Zeile ganz sicher umbrochen wird";
  draft.text = "Grüße an Łódź,\n\n集まり =3D\ttrailing blank \n.\n..\nFrom here on\n";
  save (folder, "letters.eml", draft);
  draft = usual ();
  draft.text = words;
  draft.subject = words;
  save (folder, "long.eml", draft);
  draft = usual ();
  draft.method = "CANCEL";
  save (folder, "cancel.eml", draft);
  draft = usual ();
  draft.method = NULL;
  draft.from_name = draft.to_name = "";
  save (folder, "remind.eml", draft);

  return 0;
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_all (argv[2]);

  g_test_add_func ("/mail/message/lines", test_lines_are_fit_for_every_server);
  g_test_add_func ("/mail/message/head", test_nothing_adds_a_line_to_the_head);
  g_test_add_func ("/mail/message/addresses", test_addresses_are_ascii);
  g_test_add_func ("/mail/message/id", test_message_id_follows_from_its_parts);
  g_test_add_func ("/mail/message/html", test_html_says_what_the_text_says);

  return g_test_run ();
}
