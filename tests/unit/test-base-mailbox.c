/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mailbox.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *read; /* “name|email” of each, joined by a line feed */
} Row;

static const Row rows[] = {
  { "bare", "ada@example.org", "|ada@example.org" },
  { "name", "Ada Fennimore <ada@example.org>", "Ada Fennimore|ada@example.org" },
  { "quoted", "\"Fennimore, Ada \\\"the\\\" first\" <ada@example.org>", "Fennimore, Ada \"the\" first|ada@example.org" },
  { "header", "Ada <a@x.org>, \"B, C\" <b@x.org>,c@x.org", "Ada|a@x.org\nB, C|b@x.org\n|c@x.org" },
  { "outlook", "Larkspur, Cosima <c@x.org>; Foxglove, Zadie <z@x.org>", "Larkspur, Cosima|c@x.org\nFoxglove, Zadie|z@x.org" },
  { "comment", "ada@x.org (Ada Fennimore)", "Ada Fennimore|ada@x.org" },
  { "words", "Ada Fennimore ada@x.org", "Ada Fennimore|ada@x.org" },
  { "tab", "Ada Fennimore\tada@x.org", "Ada Fennimore|ada@x.org" },
  { "comma", "Ada Fennimore, ada@x.org", "Ada Fennimore|ada@x.org" },
  { "lines", "a@x.org\n\n  b@x.org  \nnobody\n", "|a@x.org\n|b@x.org\nnobody|" },
  { "not-joined-over-lines", "nobody\nAda <a@x.org>", "nobody|\nAda|a@x.org" },
  { "mailto", "<mailto:ada@x.org?subject=x>, mailto:b@x.org", "|ada@x.org\n|b@x.org" },
  { "group", "Friends: a@x.org, b@x.org; c@x.org", "|a@x.org\n|b@x.org\n|c@x.org" },
  { "to", "To: Ada <a@x.org>", "Ada|a@x.org" },
  { "single-quotes", "'ada@x.org' <ada@x.org>", "ada@x.org|ada@x.org" },
  { "unclosed-quote", "\"Ada <a@x.org>\nb@x.org", "Ada|a@x.org\n|b@x.org" },
  { "not-an-address", "ada@, <b@@x.org>, c@x.org", "ada@|\n|\n|c@x.org" },
  { "utf-8", "Zoë Ångström <zoë@exämple.org>", "Zoë Ångström|zoë@exämple.org" },
  { "nothing", " ,;\n ", "" },
};

static void
test_list (gconstpointer user_data)
{
  const Row *row = user_data;
  g_autoptr(GPtrArray) mailboxes = pln_mailbox_parse_list (row->text, strlen (row->text));
  g_autoptr(GString) read = g_string_new (NULL);

  for (guint i = 0; i < mailboxes->len; i++)
    {
      const PlnMailbox *mailbox = g_ptr_array_index (mailboxes, i);

      g_string_append_printf (read, "%s%s|%s", i > 0 ? "\n" : "", mailbox->name, mailbox->email);
      g_assert_true (mailbox->at >= row->text && mailbox->at + mailbox->length <= row->text + strlen (row->text));
    }
  g_assert_cmpstr (read->str, ==, row->read);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/base/mailbox/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_list);
    }

  return g_test_run ();
}
