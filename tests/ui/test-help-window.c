/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-help-text.h"
#include "pln-help-window.h"
#include "pln-ui-test.h"

#include <string.h>

static const struct
{
  const char *text;
  const char *markup;
} rows[] = {
  { "plain & simple",        "plain &amp; simple" },
  { "**bold** and *leaning*", "<b>bold</b> and <i>leaning</i>" },
  { "`a <b@c>`",             "<tt>a &lt;b@c&gt;</tt>" },
  { "see [Files](files.md).", "see <a href=\"files.md\">Files</a>." },
  { "2 * 3, [not a link] and `open", "2 * 3, [not a link] and `open" },
  { "**",                    "**" },
  { "",                      "" },
};

static void
test_markup (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *markup = pln_help_text_markup (rows[i].text);

      g_assert_cmpstr (markup, ==, rows[i].markup);
    }
}

static void
collect_text (GtkWidget *widget,
              GString   *text)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s|", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_text (child, text);
}

static void
test_blocks (void)
{
  g_autofree char *title = NULL;
  GtkWidget *page = g_object_ref_sink (pln_help_text_show ("# Title\n\nOne\ntwo.\n- first\n  goes on\n- second\n\n"
                                                           "| | |\n| --- | --- |\n| F1 | help |\n## Part\nLast\n", &title));
  g_autoptr(GString) text = g_string_new (NULL);

  collect_text (page, text);
  g_assert_cmpstr (title, ==, "Title");
  g_assert_cmpstr (text->str, ==, "One two.|•|first goes on|•|second|F1|help|Part|Last|");
  g_object_unref (page);
}

/* Every page can be reached from the contents, and names only pages that are there. */
static void
test_every_page (void)
{
  g_auto(GStrv) pages = g_resources_enumerate_children ("/plenary/help/", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr(GBytes) contents = g_resources_lookup_data ("/plenary/help/index.md", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_cmpuint (g_strv_length (pages), >, 1);
  for (guint i = 0; pages[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/plenary/help/", pages[i], NULL);
      g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_autofree char *title = NULL;
      GtkWidget *page = g_object_ref_sink (pln_help_text_show (g_bytes_get_data (bytes, NULL), &title));

      g_assert_nonnull (title);
      g_object_unref (page);
      if (!g_str_equal (pages[i], "index.md"))
        g_assert_nonnull (g_strstr_len (g_bytes_get_data (contents, NULL), g_bytes_get_size (contents), pages[i]));

      for (const char *at = g_bytes_get_data (bytes, NULL); (at = strstr (at, "](")) != NULL;)
        {
          g_autofree char *target = NULL;

          at += strlen ("](");
          target = g_strndup (at, strcspn (at, ")"));
          g_assert_true (g_strv_contains ((const char *const *) pages, target));
        }
    }
}

static void
test_window (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  GtkWindow *window = pln_ui_test_show (gtk_label_new ("Attendees"), wishes);
  GtkWindow *help = pln_help_window_new (window);
  GtkWidget *back = pln_ui_test_find_named (GTK_WIDGET (help), "back");
  GtkWidget *link;
  gboolean followed = FALSE;

  gtk_window_present (help);
  pln_ui_test_settle ();
  g_assert_false (gtk_widget_get_visible (back));

  link = pln_ui_test_find_text (GTK_WIDGET (help), "Keyboard: everything without a mouse");
  g_assert_nonnull (link);
  g_signal_emit_by_name (link, "activate-link", "keyboard.md", &followed);
  g_assert_true (followed);
  g_assert_nonnull (pln_ui_test_find_text (GTK_WIDGET (help), "Ctrl+N"));
  g_assert_true (gtk_widget_get_visible (back));

  pln_help_window_show_page (PLN_HELP_WINDOW (help), "../../etc/passwd");
  g_assert_nonnull (pln_ui_test_find_text (GTK_WIDGET (help), "Ctrl+N"));
  gtk_widget_activate_action (GTK_WIDGET (help), "help.contents", NULL);
  g_assert_false (gtk_widget_get_visible (back));

  pln_ui_test_end (help, help);
  pln_ui_test_end (window, window);
}

int
main (int   argc,
      char *argv[])
{
  pln_ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/help/markup", test_markup);
  g_test_add_func ("/ui/help/blocks", test_blocks);
  g_test_add_func ("/ui/help/every-page", test_every_page);
  g_test_add_func ("/ui/help/window", test_window);

  return g_test_run ();
}
