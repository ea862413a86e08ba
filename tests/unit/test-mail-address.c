/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mail-address.h"

#include "pln-mailbox.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *written;
} rows[] = {
  { "", "a@x.org" },
  { "Ada Fennimore", "Ada Fennimore <a@x.org>" },
  { "Larkspur, Cosima", "\"Larkspur, Cosima\" <a@x.org>" },
  { "Ada \"the\" first \\ only", "\"Ada \\\"the\\\" first \\\\ only\" <a@x.org>" },
  { "Zoë Ångström", "Zoë Ångström <a@x.org>" },
  { "O'Fixture", "O'Fixture <a@x.org>" },
  { "Ada <b@x.org>", "\"Ada <b@x.org>\" <a@x.org>" },
  { "Ada\r\nBcc: b@x.org", "\"Ada  Bcc: b@x.org\" <a@x.org>" },
};

static void
test_written_mailbox_is_read_again (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *written = pln_mail_address_write (rows[i].name, "a@x.org");
      g_autoptr(GPtrArray) read = pln_mailbox_parse_list (written, strlen (written));
      const PlnMailbox *mailbox = g_ptr_array_index (read, 0);

      g_assert_cmpstr (written, ==, rows[i].written);
      g_assert_cmpuint (read->len, ==, 1);
      g_assert_cmpstr (mailbox->email, ==, "a@x.org");
      if (strchr (rows[i].name, '\n') == NULL)
        g_assert_cmpstr (mailbox->name, ==, rows[i].name);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mail/address/written", test_written_mailbox_is_read_again);

  return g_test_run ();
}
