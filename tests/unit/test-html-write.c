/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-html-write.h"

#include "any-programme.h"
#include "pln-programme-grid.h"

#include <string.h>

#define MANY 40

static char *
page_of (const char        *gathering,
         const char *const *sessions)
{
  g_autoptr(PlnProgramme) programme = programme_of (gathering, sessions);
  g_autoptr(GBytes) bytes = pln_html_write (programme, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_nothing_of_a_text_is_markup (void)
{
  static const char *const sessions[] = {
    "SUMMARY:</title></style></script><script>alert(1)</script>\r\nLOCATION:<img src=x onerror=alert(2)>\r\n"
    "CATEGORIES:\"><svg onload=alert(3)>\r\nDESCRIPTION:See https://example.org/\"onmouseover=\"alert(4)\r\n"
    "URL:javascript:alert(5)\r\nX-PLENARY-SPEAKER;ID=abcdefghijkl:<b>Ivo\r\n",
    NULL
  };
  g_autofree char *page = page_of ("SUMMARY:<h1>&amp;\r\nURL:data:text/html\\,x\r\nCOLOR:red}body{background:url(x)\r\n", sessions);

  g_assert_null (strstr (page, "<script>"));
  g_assert_null (strstr (page, "<img"));
  g_assert_null (strstr (page, "<svg"));
  g_assert_null (strstr (page, "<b>"));
  g_assert_null (strstr (page, "javascript:"));
  g_assert_null (strstr (page, "data:text"));
  g_assert_null (strstr (page, "url("));
  g_assert_null (strstr (page, "href=\"https://example.org/&quot;"));
  g_assert_nonnull (strstr (page, "href=\"https://example.org/\""));
  g_assert_nonnull (strstr (page, "&lt;h1&gt;&amp;amp;"));
}

static void
test_what_was_called_off_says_so (void)
{
  static const char *const sessions[] = {
    "SUMMARY:Called off\r\nSTATUS:CANCELLED\r\n", "SUMMARY:Not settled\r\nSTATUS:TENTATIVE\r\n", NULL
  };
  g_autofree char *page = page_of ("", sessions);

  g_assert_nonnull (strstr (page, ">Cancelled</strong>"));
  g_assert_nonnull (strstr (page, "https://schema.org/EventCancelled"));
  g_assert_null (strstr (page, "Not settled"));
}

static void
test_break_goes_over_all_rooms (void)
{
  static const char *const sessions[] = {
    "SUMMARY:One\r\nLOCATION:Room 1\r\n", "SUMMARY:Two\r\nLOCATION:Room 2\r\n",
    "SUMMARY:Three\r\nLOCATION:Room 2\r\n",
    "SUMMARY:Tea\r\nCATEGORIES:Break\r\nLOCATION:Foyer\r\nDTSTART;TZID=Europe/London:20110719T144500\r\nDURATION:PT15M\r\n", NULL
  };
  g_autoptr(PlnProgramme) programme = programme_of ("", sessions);
  g_autoptr(PlnProgrammeGrid) grid = pln_programme_grid_new (programme, 0);
  const PlnProgrammePlace *tea = &g_array_index (grid->places, PlnProgrammePlace, 3);
  const PlnProgrammePlace *three = &g_array_index (grid->places, PlnProgrammePlace, 1);

  g_assert_cmpuint (grid->columns->len, ==, 2);
  g_assert_cmpstr (tea->item->title, ==, "Tea");
  g_assert_cmpuint (tea->n_columns, ==, 2);
  g_assert_true (tea->is_elsewhere);
  g_assert_cmpuint (three->n_lanes, ==, 2);
}

/* Whatever a programme holds: no two things stand on each other. */
static void
test_no_overlap (void)
{
  for (guint i = 0; i < MANY; i++)
    {
      g_autoptr(PlnProgramme) programme = any_programme ();
      guint n = 0;

      for (guint day = 0; day < programme->days->len; day++)
        {
          g_autoptr(PlnProgrammeGrid) grid = pln_programme_grid_new (programme, day);

          n += grid->places->len + grid->all_day->len;
          for (guint a = 0; a < grid->places->len; a++)
            for (guint b = 0; b < a; b++)
              {
                const PlnProgrammePlace *one = &g_array_index (grid->places, PlnProgrammePlace, a);
                const PlnProgrammePlace *two = &g_array_index (grid->places, PlnProgrammePlace, b);

                g_assert_cmpuint (one->column + one->n_columns, <=, grid->columns->len);
                if (one->start >= two->end || two->start >= one->end
                    || one->column >= two->column + two->n_columns || two->column >= one->column + one->n_columns)
                  continue;
                g_assert_cmpuint (one->n_columns, ==, 1);
                g_assert_cmpuint (two->n_columns, ==, 1);
                g_assert_true (one->lane >= two->lane + two->n_lanes_filled || two->lane >= one->lane + one->n_lanes_filled);
              }
        }
      g_assert_cmpuint (n, ==, programme->items->len);
    }
}

/* For read-programme.py. */
static void
write_pages (const char *folder)
{
  for (guint i = 0; i < MANY; i++)
    {
      g_autoptr(PlnProgramme) programme = any_programme ();
      g_autoptr(GBytes) page = pln_html_write (programme, i % 2 ? "https://example.org/?a=1&b=<2>" : NULL);
      g_autofree char *path = g_strdup_printf ("%s/%u-%u.html", folder, i, programme->items->len);

      g_file_set_contents (path, g_bytes_get_data (page, NULL), (gssize) g_bytes_get_size (page), NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  if (argc == 3 && g_str_equal (argv[1], "--write"))
    {
      write_pages (argv[2]);
      return 0;
    }

  g_test_add_func ("/exchange/html/hostile", test_nothing_of_a_text_is_markup);
  g_test_add_func ("/exchange/html/cancelled", test_what_was_called_off_says_so);
  g_test_add_func ("/exchange/grid/break", test_break_goes_over_all_rooms);
  g_test_add_func ("/exchange/grid/no-overlap", test_no_overlap);

  return g_test_run ();
}
