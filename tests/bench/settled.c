/* SPDX-License-Identifier: GPL-3.0-or-later */

/* settled SECONDS COMMAND...: runs a program on $DISPLAY, looks at the whole
 * screen twenty times a second for SECONDS, ends the program, and prints when
 * more than 1,000 pixels changed last: then what it shows stood still. */

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define PIXELS   1000
#define INTERVAL 50000 /* µs */

static XImage *
look (Display *display)
{
  Window root = DefaultRootWindow (display);

  return XGetImage (display, root, 0, 0, DisplayWidth (display, 0), DisplayHeight (display, 0), AllPlanes, ZPixmap);
}

static guint
count_differences (const XImage *a,
                   const XImage *b)
{
  const guint32 *one = (const guint32 *) a->data;
  const guint32 *other = (const guint32 *) b->data;
  gsize n = (gsize) a->bytes_per_line / 4 * a->height;
  guint differences = 0;

  for (gsize i = 0; i < n; i++)
    differences += one[i] != other[i];

  return differences;
}

static pid_t
start (char **command)
{
  pid_t child = fork ();

  if (child != 0)
    return child;

  setpgid (0, 0);
  execvp (command[0], command);
  _exit (127);
}

int
main (int    argc,
      char **argv)
{
  Display *display = XOpenDisplay (NULL);
  double seconds = argc > 2 ? g_ascii_strtod (argv[1], NULL) : 0;
  XImage *before;
  gint64 begun;
  gint64 settled = 0;
  pid_t child;

  if (display == NULL || seconds <= 0)
    {
      fputs ("usage: settled SECONDS COMMAND..., with DISPLAY set\n", stderr);
      return EXIT_FAILURE;
    }

  /* Out of the way: a tooltip would be one more change. */
  XWarpPointer (display, None, DefaultRootWindow (display), 0, 0, 0, 0,
                DisplayWidth (display, 0) - 1, DisplayHeight (display, 0) - 1);
  XSync (display, False);
  before = look (display);
  begun = g_get_monotonic_time ();
  child = start (argv + 2);
  while (g_get_monotonic_time () - begun < seconds * G_USEC_PER_SEC)
    {
      gint64 at = g_get_monotonic_time ();
      XImage *now;

      now = look (display);
      if (count_differences (before, now) > PIXELS)
        {
          settled = at;
          XDestroyImage (before);
          before = now;
        }
      else
        XDestroyImage (now);
      g_usleep (INTERVAL);
    }

  kill (-child, SIGTERM);
  waitpid (child, NULL, 0);
  XDestroyImage (before);
  XCloseDisplay (display);
  if (settled == 0)
    {
      fputs ("nothing was shown\n", stderr);
      return EXIT_FAILURE;
    }
  printf ("%.2f\n", (settled - begun) / 1e6);

  return EXIT_SUCCESS;
}
