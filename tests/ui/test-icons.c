/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-config.h"
#include "pln-ui-test.h"

#define FOLDER "/plenary/icons/scalable/actions/"

/* That there is a reader of SVG, and that it can read what was drawn. */
static void
assert_drawn (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkPixbuf) pixbuf = gdk_pixbuf_new_from_resource_at_scale (path, 32, 32, TRUE, &error);
  guint n_opaque = 0;

  g_assert_no_error (error);
  for (int y = 0; y < 32; y++)
    for (int x = 0; x < 32; x++)
      n_opaque += gdk_pixbuf_read_pixels (pixbuf)[y * gdk_pixbuf_get_rowstride (pixbuf) + 4 * x + 3] > 0;
  g_assert_cmpuint (n_opaque, >, 16);
}

static void
test_drawn (void)
{
  g_auto(GStrv) names = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_nonnull (names);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, names[i], NULL);

      g_assert_true (g_str_has_suffix (names[i], "-symbolic.svg"));
      assert_drawn (path);
    }

  assert_drawn ("/plenary/icons/scalable/apps/" PLN_APP_ID ".svg");
  assert_drawn ("/plenary/icons/symbolic/apps/" PLN_APP_ID "-symbolic.svg");
}

static void
test_found_by_name (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  gtk_icon_theme_add_resource_path (theme, "/plenary/icons"); /* as a GtkApplication does */
  g_assert_true (gtk_icon_theme_has_icon (theme, "pln-answer-going-symbolic"));
  g_assert_true (gtk_icon_theme_has_icon (theme, PLN_APP_ID));
  g_assert_true (gtk_icon_theme_has_icon (theme, PLN_APP_ID "-symbolic"));
}

int
main (int   argc,
      char *argv[])
{
  pln_ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/icons/drawn", test_drawn);
  g_test_add_func ("/ui/icons/found-by-name", test_found_by_name);

  return g_test_run ();
}
