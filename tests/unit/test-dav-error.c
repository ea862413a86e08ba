/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-dav-error.h"

typedef struct
{
  guint       status;
  int         code; /* -1: no error */
  const char *says;
} Row;

static const Row rows[] = {
  { 200, -1, NULL },
  { 207, -1, NULL },
  { 302, PLN_DAV_ERROR_MOVED, "“cal.example” sends to another address" },
  { 401, PLN_DAV_ERROR_AUTH, "“cal.example” did not accept" },
  { 403, PLN_DAV_ERROR_FORBIDDEN, "“CPD23 meet-up” on “cal.example”" },
  { 404, PLN_DAV_ERROR_NOT_FOUND, "“CPD23 meet-up” is no longer" },
  { 410, PLN_DAV_ERROR_NOT_FOUND, "kept on this computer" },
  { 412, PLN_DAV_ERROR_CHANGED, "Both changes were merged" },
  { 400, PLN_DAV_ERROR_REFUSED, "does not take “CPD23 meet-up”" },
  { 409, PLN_DAV_ERROR_REFUSED, "kept on this computer" },
  { 413, PLN_DAV_ERROR_REFUSED, "is too large" },
  { 507, PLN_DAV_ERROR_SERVER, "no room left" },
  { 423, PLN_DAV_ERROR_SERVER, "is locked" },
  { 500, PLN_DAV_ERROR_SERVER, "had a problem (500)" },
  { 0, PLN_DAV_ERROR_SERVER, "had a problem (0)" },
};

static void
test_each_status_has_its_sentence (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = pln_dav_error_from_status (rows[i].status, "CPD23 meet-up", "cal.example");

      if (rows[i].code == -1)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, PLN_DAV_ERROR, rows[i].code);
      g_assert_nonnull (g_strstr_len (error->message, -1, rows[i].says));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dav/error/sentences", test_each_status_has_its_sentence);

  return g_test_run ();
}
