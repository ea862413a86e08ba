/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-style.h"

#include <adwaita.h>
#include <math.h>

/* What is shown depends on the desktop's choices; one provider each, so that
 * a change of mind swaps colours and leaves the rules alone. */
typedef struct
{
  GtkCssProvider *rules;
  GtkCssProvider *colours;
  GtkCssProvider *contrast;
} Style;

static double
channel (double value)
{
  return value <= 0.03928 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

/* Relative luminance, WCAG 2.1. */
static double
luminance (const GdkRGBA *colour)
{
  return 0.2126 * channel (colour->red) + 0.7152 * channel (colour->green) + 0.0722 * channel (colour->blue);
}

static double
contrast_between (const GdkRGBA *a,
                  const GdkRGBA *b)
{
  double light = MAX (luminance (a), luminance (b));
  double dark = MIN (luminance (a), luminance (b));

  return (light + 0.05) / (dark + 0.05);
}

/* Moves a colour that a file brought towards black or white until text of the
 * colour @text can be read on it. */
static void
make_readable (GdkRGBA       *colour,
               const GdkRGBA *text)
{
  double end = luminance (text) > 0.5 ? 0 : 1;

  for (int i = 0; i < 24 && contrast_between (colour, text) < 4.5; i++)
    {
      colour->red += (end - colour->red) * 0.1;
      colour->green += (end - colour->green) * 0.1;
      colour->blue += (end - colour->blue) * 0.1;
    }
}

static void
load_colours_cb (AdwStyleManager *manager,
                 GParamSpec      *pspec,
                 Style           *style)
{
  gboolean dark = adw_style_manager_get_dark (manager);

  gtk_css_provider_load_from_resource (style->colours, dark ? "/plenary/ui/plenary-dark.css" : "/plenary/ui/plenary-light.css");
  if (adw_style_manager_get_high_contrast (manager))
    gtk_css_provider_load_from_resource (style->contrast, "/plenary/ui/plenary-hc.css");
  else
    gtk_css_provider_load_from_data (style->contrast, "", 0);
}

/**
 * pln_style_load:
 *
 * Gives the default display Plenary's rules, colours and icons, and follows
 * the desktop between light, dark and high contrast. May be called again.
 */
void
pln_style_load (void)
{
  static Style style;
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GdkDisplay *display = gdk_display_get_default ();

  if (style.rules != NULL)
    return;

  style.rules = gtk_css_provider_new ();
  style.colours = gtk_css_provider_new ();
  style.contrast = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style.rules, "/plenary/ui/plenary.css");
  load_colours_cb (manager, NULL, &style);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (style.rules), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (style.colours), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (style.contrast), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 2);
  g_signal_connect (manager, "notify::dark", G_CALLBACK (load_colours_cb), &style);
  g_signal_connect (manager, "notify::high-contrast", G_CALLBACK (load_colours_cb), &style);

  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), "/plenary/icons");
}

/**
 * pln_style_colour:
 * @widget: the widget to be drawn
 * @name: one of the own colours ("blue", "green", …), `#rrggbb`, or the rest
 *   of a name in `plenary-light.css` ("bar_going"); empty or unknown is blue
 * @colour: (out caller-allocates): the colour
 *
 * Looks up a colour in the style that @widget has now, light or dark.
 *
 * A colour that came with a file is made readable first: text in
 * `pln_solid_fg` has a contrast of at least 4.5:1 on it.
 */
void
pln_style_colour (GtkWidget  *widget,
                  const char *name,
                  GdkRGBA    *colour)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  g_autofree char *full = g_strconcat ("pln_", name, NULL);
  GdkRGBA text;

  if (name[0] == '#' && gdk_rgba_parse (colour, name))
    {
      if (gtk_style_context_lookup_color (context, "pln_solid_fg", &text))
        make_readable (colour, &text);
      return;
    }

  if (!gtk_style_context_lookup_color (context, full, colour)
      && !gtk_style_context_lookup_color (context, "pln_blue", colour))
    gdk_rgba_parse (colour, "#1a5fb4");
}

/**
 * pln_style_set_class:
 * @widget: a widget
 * @css_class: the name of a class
 * @set: whether it is to have it
 *
 * Gives @widget a class, or takes it away.
 */
void
pln_style_set_class (GtkWidget  *widget,
                     const char *css_class,
                     gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/**
 * pln_focus_is_in:
 * @widget: a widget
 *
 * Returns: whether @widget or something in it has the focus now, and not only
 *   would get it back
 */
gboolean
pln_focus_is_in (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}
