/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-chip-private.h"
#include "pln-ui-test.h"

static GtkWindow *
show (GtkWidget *chip)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();

  return pln_ui_test_show (chip, wishes);
}

/* Draws it in a size, as far as the layouts of its text. */
static void
draw (GtkWidget *chip,
      int        width,
      int        height)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  gtk_widget_measure (chip, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (chip, width, height, -1, NULL);
  pln_chip_draw (PLN_CHIP (chip), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_unref (node);
}

static void
test_words (void)
{
  GtkWidget *chip = pln_chip_new ();
  PlnChipFace face = {
    .title = "Networking and sustaining collaboration",
    .words = "Networking and sustaining collaboration, 14:00 to 14:45, Room 2, Breakouts",
    .clash = "Ivo Larch is also in Room 3",
    .colour = "purple",
    .flags = PLN_CHIP_CLASH | PLN_CHIP_NOW | PLN_CHIP_DRAFT,
  };

  g_object_ref_sink (chip);
  pln_chip_set_face (PLN_CHIP (chip), &face);
  g_assert_cmpstr (pln_chip_get_words (PLN_CHIP (chip)), ==,
                   "Networking and sustaining collaboration, 14:00 to 14:45, Room 2, Breakouts, "
                   "clash: Ivo Larch is also in Room 3, on now, draft");

  face = (PlnChipFace) { .title = "Order badge paper", .style = PLN_CHIP_ACTION, .flags = PLN_CHIP_DONE };
  pln_chip_set_face (PLN_CHIP (chip), &face);
  g_assert_cmpstr (pln_chip_get_words (PLN_CHIP (chip)), ==, "Order badge paper, done");

  face = (PlnChipFace) { .title = " \n", .style = PLN_CHIP_SOLID };
  pln_chip_set_face (PLN_CHIP (chip), &face);
  g_assert_cmpstr (pln_chip_get_title (PLN_CHIP (chip)), ==, "Without a title");
  g_object_unref (chip);
}

/* Nothing is cut to half a line, and what is below has what is left. */
static void
test_lines (void)
{
  GtkWidget *widget = pln_chip_new ();
  PlnChip *chip = PLN_CHIP (widget);
  int line = pln_chip_line_height (widget);
  GtkWindow *window;
  const PlnChipFace face = {
    .title = "Asking good questions of everybody in a room",
    .lead = "11:30",
    .meta = "Ivo Larch",
    .brief = "11:30",
    .colour = "teal",
  };

  pln_chip_set_face (chip, &face);
  window = show (widget);
  draw (widget, 120, pln_chip_get_height (widget, 1) + line / 2);
  g_assert_cmpint (chip->n_lines, ==, 1);
  g_assert_true (g_str_has_suffix (pango_layout_get_text (chip->text), " · 11:30"));
  g_assert_null (chip->meta_text);

  draw (widget, 120, pln_chip_get_height (widget, 3) - 1);
  g_assert_cmpint (chip->n_lines, ==, 2);
  g_assert_cmpint (pango_layout_get_line_count (chip->text), ==, 2);
  g_assert_null (chip->meta_text);

  draw (widget, 400, pln_chip_get_height (widget, 3));
  g_assert_cmpint (chip->n_lines, ==, 3);
  g_assert_cmpint (pango_layout_get_line_count (chip->text), ==, 2);
  g_assert_nonnull (chip->meta_text);

  pln_ui_test_end (window, widget);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
renamed_cb (GString    *titles,
            const char *title)
{
  g_string_append (titles, title);
}

static void
test_keys (void)
{
  GtkWidget *chip = pln_chip_new ();
  const PlnChipFace face = { .title = "Committee", .lead = "9:30", .colour = "slate", .flags = PLN_CHIP_LINE };
  g_autoptr(GString) titles = g_string_new (NULL);
  guint n_activated = 0;
  GtkWindow *window;
  GtkWidget *entry;

  pln_chip_set_face (PLN_CHIP (chip), &face);
  window = show (chip);
  g_signal_connect_swapped (chip, "activate", G_CALLBACK (count_cb), &n_activated);
  g_signal_connect_swapped (chip, "renamed", G_CALLBACK (renamed_cb), titles);
  gtk_widget_grab_focus (chip);
  gtk_widget_activate (chip);
  g_assert_true (pln_ui_test_key (chip, GDK_KEY_Return, 0));
  g_assert_cmpuint (n_activated, ==, 2);

  pln_chip_edit_title (PLN_CHIP (chip));
  pln_ui_test_settle ();
  entry = pln_ui_test_find (chip, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Committee call");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (titles->str, ==, "Committee call");
  g_assert_true (gtk_window_get_focus (window) == chip);
  g_assert_null (pln_ui_test_find (chip, GTK_TYPE_ENTRY));

  pln_ui_test_end (window, chip);
}

int
main (int    argc,
      char **argv)
{
  pln_ui_test_init (&argc, &argv);

  g_test_add_func ("/chip/words", test_words);
  g_test_add_func ("/chip/lines", test_lines);
  g_test_add_func ("/chip/keys", test_keys);

  return g_test_run ();
}
