/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-programme-print.h"

#include "any-programme.h"
#include "pln-colour.h"

#include <string.h>

#define MANY 25

static const double papers[][2] = { { 595.276, 841.89 }, { 612, 792 }, { 841.89, 595.276 }, { 420, 595 } };

static guint
count_pages (const PlnProgramme *programme,
             PlnProgrammeLayout  layout)
{
  g_autoptr(PlnPages) pages = pln_programme_pages_new (programme, layout, papers[0][0], papers[0][1]);
  g_autofree char *fault = NULL;

  pln_pages_check (pages, &fault);
  g_assert_cmpstr (fault, ==, NULL);

  return pln_pages_get_n (pages);
}

/* Whatever a programme holds, on whatever paper: nothing leaves its page, no
 * text stands on another. */
static void
test_any_can_be_read (void)
{
  for (guint i = 0; i < MANY; i++)
    {
      g_autoptr(PlnProgramme) programme = any_programme ();

      for (guint paper = 0; paper < G_N_ELEMENTS (papers); paper++)
        for (PlnProgrammeLayout layout = PLN_PROGRAMME_LIST; layout <= PLN_PROGRAMME_ROOMS; layout++)
          {
            g_autoptr(PlnPages) pages = pln_programme_pages_new (programme, layout, papers[paper][0], papers[paper][1]);
            g_autofree char *fault = NULL;

            g_assert_cmpuint (pln_pages_get_n (pages), >=, 1);
            pln_pages_check (pages, &fault);
            g_assert_cmpstr (fault, ==, NULL);
          }
    }
}

static void
test_a_sheet_for_each_door (void)
{
  static const char *const sessions[] = {
    "SUMMARY:One\r\nLOCATION:Room 1\r\n",
    "SUMMARY:Two\r\nLOCATION:Room 2\r\n",
    "SUMMARY:Next day\r\nLOCATION:Room 2\r\nDTSTART;TZID=Europe/London:20110720T100000\r\nDURATION:PT1H\r\n",
    "SUMMARY:Tea\r\nCATEGORIES:Break\r\n",
    NULL
  };
  g_autoptr(PlnProgramme) programme = programme_of ("X-PLENARY-ROOM;ID=abcdefghijkl:Room 1\r\nX-PLENARY-ROOM;ID=abcdefghijkm:Room 2\r\n"
                                                    "X-PLENARY-ROOM;ID=abcdefghijkn:Empty\r\n", sessions);

  g_assert_cmpuint (count_pages (programme, PLN_PROGRAMME_ROOMS), ==, 3);
  g_assert_cmpuint (count_pages (programme, PLN_PROGRAMME_DAYS), ==, 2);
  g_assert_cmpuint (count_pages (programme, PLN_PROGRAMME_LIST), ==, 1);
}

static void
test_many_rooms_go_on (void)
{
  g_autoptr(GPtrArray) sessions = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(PlnProgramme) programme = NULL;

  for (guint i = 0; i < 72; i++)
    g_ptr_array_add (sessions, g_strdup_printf ("SUMMARY:Session %u\r\nLOCATION:Room %u\r\n", i, i));
  g_ptr_array_add (sessions, NULL);
  programme = programme_of ("", (const char *const *) sessions->pdata);
  g_assert_cmpuint (count_pages (programme, PLN_PROGRAMME_DAYS), ==, 18); /* four on a page that is held high */
  g_assert_cmpuint (count_pages (programme, PLN_PROGRAMME_ROOMS), ==, 72);
}

/* A pale track can be seen on paper, and a dark one on a dark screen; the own
 * colours are right as they are. */
static void
test_colours_can_be_seen (void)
{
  g_autofree char *pale = pln_colour_on ("#ffee00", FALSE);
  g_autofree char *black = pln_colour_on ("#000000", TRUE);
  g_autofree char *own = pln_colour_on ("orange", FALSE);

  g_assert_cmpstr (pale, !=, "#ffee00");
  g_assert_cmpstr (black, !=, "#000000");
  g_assert_cmpstr (own, ==, pln_colour_hex ("orange", FALSE));
}

static void
test_pdf (void)
{
  static const char *const sessions[] = { "SUMMARY:Opening\r\n", NULL };
  GBytes *(* const make[]) (const PlnProgramme *, const char *) = {
    pln_programme_print_list, pln_programme_print_days, pln_programme_print_rooms,
  };
  g_autoptr(PlnProgramme) programme = programme_of ("SUMMARY:Day\r\n", sessions);

  for (guint i = 0; i < G_N_ELEMENTS (make); i++)
    {
      g_autoptr(GBytes) pdf = make[i] (programme, NULL);

      g_assert_cmpuint (g_bytes_get_size (pdf), >, 1000);
      g_assert_cmpint (memcmp (g_bytes_get_data (pdf, NULL), "%PDF-", 5), ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/print/any", test_any_can_be_read);
  g_test_add_func ("/exchange/print/doors", test_a_sheet_for_each_door);
  g_test_add_func ("/exchange/print/many-rooms", test_many_rooms_go_on);
  g_test_add_func ("/exchange/print/colours", test_colours_can_be_seen);
  g_test_add_func ("/exchange/print/pdf", test_pdf);

  return g_test_run ();
}
