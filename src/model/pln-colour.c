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
