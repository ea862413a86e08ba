/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The floor of start-up: an empty window of the same toolkit. Prints when its
 * first frame was drawn, in seconds since the process started, as
 * PLENARY_MARKS=1 lets plenary do. */
#include <adwaita.h>
#include <time.h>
#include <unistd.h>

static double
since_start (void)
{
  g_autofree char *stat = NULL;
  g_auto(GStrv) fields = NULL;
  struct timespec now;

  clock_gettime (CLOCK_BOOTTIME, &now);
  if (!g_file_get_contents ("/proc/self/stat", &stat, NULL, NULL))
    return -1;
  fields = g_strsplit (strrchr (stat, ')') + 2, " ", -1); /* from field 3 on */

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9
         - g_ascii_strtod (fields[19], NULL) / (double) sysconf (_SC_CLK_TCK);
}

static void
after_paint_cb (GdkFrameClock *clock,
                gpointer       user_data)
{
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, user_data);
  g_printerr ("mark first-frame %.3f\nmark ready %.3f\n", since_start (), since_start ());
}

static void
realize_cb (GtkWidget *window,
            gpointer   user_data)
{
  g_signal_connect_after (gtk_widget_get_frame_clock (window), "after-paint",
                          G_CALLBACK (after_paint_cb), NULL);
}

static void
activate_cb (GtkApplication *application,
             gpointer        user_data)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  g_signal_connect_after (window, "realize", G_CALLBACK (realize_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(AdwApplication) application = adw_application_new ("org.plenary.EmptyWindow", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
