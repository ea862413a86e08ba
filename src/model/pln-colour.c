/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-colour.h"

/* The own colours, as in plenary-light.css and plenary-dark.css. */
static const struct
{
  const char *name;
  const char *light;
  const char *dark;
} own[] = {
  { "blue", "#1a5fb4", "#99c1f1" },  { "green", "#1a7446", "#7fdcaa" }, { "orange", "#a64400", "#ffb27a" },
  { "purple", "#7d3c98", "#d6a8ea" }, { "teal", "#0b6e75", "#74d3d8" }, { "red", "#b21824", "#ff9a94" },
  { "brown", "#76502f", "#dcb894" }, { "slate", "#55535b", "#c0bfbc" }, { "gold", "#805500", "#f5d06f" },
};

/**
 * pln_colour_hex:
 * @colour: the name of an own colour, or `#rrggbb`
 * @is_dark: whether it is for a dark ground
 *
 * Finds the colour for what is made for other programs and for paper.
 *
 * Returns: (transfer none): `#rrggbb`: @colour itself if it is that; blue if it
 *   is not known
 */
const char *
pln_colour_hex (const char *colour,
                gboolean    is_dark)
{
  if (*colour == '#')
    return colour;

  for (guint i = 1; i < G_N_ELEMENTS (own); i++)
    if (g_str_equal (own[i].name, colour))
      return is_dark ? own[i].dark : own[i].light;

  return is_dark ? own[0].dark : own[0].light;
}

/* Relative luminance (WCAG 2.1), near enough for colours that are moved in
 * steps: x²·² is taken for x² (0.8 + 0.2 x). */
static double
luminance (const int channels[3])
{
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    {
      double x = channels[i] / 255.0;

      sum += weights[i] * x * x * (0.8 + 0.2 * x);
    }

  return sum;
}

static gboolean
can_be_seen (const int channels[3],
             gboolean  is_dark)
{
  static const int dark_ground[] = { 0x1e, 0x1e, 0x1e };
  double here = luminance (channels) + 0.05;

  return is_dark ? here / (luminance (dark_ground) + 0.05) >= 3.1 : 1.05 / here >= 3.1;
}

/**
 * pln_colour_on:
 * @colour: the name of an own colour, or `#rrggbb`
 * @is_dark: whether it is for a dark ground
 *
 * As [func@colour_hex], but a colour that a file brought is moved in lightness
 * until an edge in it has a contrast of 3:1 to the ground.
 *
 * Returns: (transfer full): `#rrggbb`
 */
char *
pln_colour_on (const char *colour,
               gboolean    is_dark)
{
  const char *hex = pln_colour_hex (colour, is_dark);
  int channels[3];

  for (guint i = 0; i < 3; i++)
    channels[i] = 16 * g_ascii_xdigit_value (hex[1 + 2 * i]) + g_ascii_xdigit_value (hex[2 + 2 * i]);
  for (guint step = 0; step < 24 && !can_be_seen (channels, is_dark); step++)
    for (guint i = 0; i < 3; i++)
      channels[i] += ((is_dark ? 255 : 0) - channels[i]) / 10;

  return g_strdup_printf ("#%02x%02x%02x", channels[0], channels[1], channels[2]);
}
