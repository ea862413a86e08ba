/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-html-style.h"

#include "pln-colour.h"

/* Light and dark by the reader's choice; a list where the screen is narrow,
 * rooms beside each other where it is wide; ink and nothing else on paper. */
static const char rules[] =
  ":root{color-scheme:light dark;--ground:#fafafa;--card:#fff;--text:#2e2e2e;--dim:#5e5c64;--line:#0000001f;--link:#1a5fb4;"
  "--error:#c01c28;--hatch:#0000000d}\n"
  "@media (prefers-color-scheme:dark){:root{--ground:#1e1e1e;--card:#2a2a2a;--text:#fff;--dim:#c0bfbc;--line:#ffffff24;"
  "--link:#99c1f1;--error:#ff9a87;--hatch:#ffffff0f}}\n"
  "*{box-sizing:border-box}\n"
  "html{scroll-padding-top:4rem;-webkit-text-size-adjust:100%}\n"
  "body{margin:0;background:var(--ground);color:var(--text);font:1rem/1.45 Cantarell,system-ui,sans-serif;overflow-wrap:break-word}\n"
  "a{color:var(--link);text-underline-offset:.15em}\n"
  "h1,h2,h3,h4,p,ul{margin:0}\n"
  "header,nav,main,footer,.tracks{max-width:84rem;margin:0 auto;padding:0 1rem}\n"
  "header{padding-top:1.5rem;padding-bottom:1rem}\n"
  "h1{font-size:clamp(1.6rem,5vw,2.5rem);line-height:1.15;font-weight:800;letter-spacing:-.01em;border-left:.3rem solid var(--c);"
  "padding-left:.75rem}\n"
  "header p{margin-top:.5rem}\n"
  ".when{font-weight:700}\n"
  ".about{max-width:44rem}\n"
  ".about p{margin-top:.6rem}\n"
  ".off{color:var(--error);font-weight:700}\n"
  ".skip{position:absolute;left:-99rem}\n"
  ".skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:2}\n"
  "nav{position:sticky;top:0;z-index:1;display:flex;gap:.4rem;overflow-x:auto;padding-top:.6rem;padding-bottom:.6rem;"
  "background:var(--ground);border-bottom:1px solid var(--line)}\n"
  "nav a{flex:none;padding:.45rem .9rem;border-radius:99rem;background:var(--card);border:1px solid var(--line);"
  "text-decoration:none;font-weight:700;font-size:.9rem}\n"
  ".tracks{display:flex;flex-wrap:wrap;gap:.35rem 1.1rem;list-style:none;padding-top:.9rem;font-size:.9rem}\n"
  ".tracks li::before,.track::before{content:'';display:inline-block;width:.7em;height:.7em;border-radius:.2em;background:var(--c);"
  "margin-right:.4em}\n"
  "h2{font-size:1.35rem;font-weight:800;padding:1.6rem 0 .8rem}\n"
  ".day>*{min-width:0}\n"
  ".items{display:grid;gap:.6rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,18rem),1fr))}\n"
  ".items>h3{grid-column:1/-1;font-size:1rem;font-variant-numeric:tabular-nums;padding-top:.5rem}\n"
  ".room{display:none}\n"
  "article{background:var(--card);border:1px solid var(--line);border-left:.3rem solid var(--c);border-radius:.5rem;"
  "padding:.6rem .8rem;min-width:0}\n"
  "@supports (color:color-mix(in srgb,red,blue)){article{background:color-mix(in srgb,var(--c) 9%,var(--card))}}\n"
  "article:target{outline:.2rem solid var(--link);outline-offset:.1rem}\n"
  "article .times,article .where{font-size:.85rem;color:var(--dim);font-variant-numeric:tabular-nums}\n"
  "article h4{font-size:1rem;line-height:1.3;font-weight:700;margin:.1rem 0}\n"
  "article h4 a{color:inherit;text-decoration:none}\n"
  "article h4 a:hover,article h4 a:focus-visible{text-decoration:underline}\n"
  ".where{display:flex;flex-wrap:wrap;gap:0 .9rem;margin-top:.2rem}\n"
  ".break{border-color:transparent;color:var(--dim);"
  "background:repeating-linear-gradient(-45deg,var(--hatch) 0 .25rem,transparent .25rem .6rem)}\n"
  ".cancelled h4 a{text-decoration:line-through}\n"
  "details,.text{margin-top:.4rem;font-size:.93rem}\n"
  "summary{cursor:pointer;color:var(--link);padding:.2rem 0}\n"
  "details p+p,.text p+p{margin-top:.5rem}\n"
  "footer{padding-top:2rem;padding-bottom:2rem;color:var(--dim);font-size:.85rem}\n"
  "@media print{:root{--ground:#fff;--card:#fff;--text:#000;--dim:#444;--line:#0005;--link:#000;--hatch:transparent}"
  "@page{margin:14mm}body{font-size:10pt}nav,.skip{display:none}header,main,footer,.tracks{max-width:none;padding-left:0;padding-right:0}"
  ".items{display:block}article{break-inside:avoid;background:none;margin-bottom:2mm}h2,.items>h3{break-after:avoid}details::details-content{display:block;"
  "content-visibility:visible;height:auto}summary{display:none}.break{border-color:#0005}}\n";

/**
 * pln_html_style_track:
 * @programme: a programme
 * @track: the name of a track
 *
 * Returns: (transfer full) (nullable): the class of its colour; %NULL for ""
 */
char *
pln_html_style_track (const PlnProgramme *programme,
                      const char         *track)
{
  guint at;

  return g_ptr_array_find (programme->tracks, pln_programme_find_track (programme, track), &at)
         ? g_strdup_printf ("t%u", at + 1) : NULL;
}

static void
append_colour (GString    *style,
               const char *selector,
               const char *colour,
               gboolean    is_dark)
{
  g_autofree char *shown = pln_colour_on (colour, is_dark);

  g_string_append_printf (style, "%s{--c:%s}\n", selector, shown);
}

static void
append_colours (GString            *style,
                const PlnProgramme *programme,
                gboolean            is_dark)
{
  append_colour (style, "body", programme->colour, is_dark);
  append_colour (style, "article", "slate", is_dark);
  for (guint i = 0; i < programme->tracks->len; i++)
    {
      const PlnProgrammeTrack *track = g_ptr_array_index (programme->tracks, i);
      g_autofree char *selector = g_strdup_printf (".t%u", i + 1);

      append_colour (style, selector, track->colour, is_dark);
    }
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

/* The moments at which anything begins or ends: the lines of a grid. */
static GArray *
lines_of (const PlnProgrammeGrid *grid)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < grid->places->len; i++)
    {
      const PlnProgrammePlace *place = &g_array_index (grid->places, PlnProgrammePlace, i);

      g_array_append_val (all, place->start);
      g_array_append_val (all, place->end);
    }
  g_array_sort (all, compare_numbers);
  for (guint i = 0; i < all->len; i++)
    if (i == 0 || g_array_index (all, gint64, i) != g_array_index (all, gint64, i - 1))
      g_array_append_val (lines, g_array_index (all, gint64, i));

  return lines;
}

/* Lines of a grid are counted from 1, and the names of rooms come first. */
static guint
line_at (GArray *lines,
         gint64  moment)
{
  guint at = 0;

  g_array_binary_search (lines, &moment, compare_numbers, &at);

  return at + 2;
}

/* How many lanes each column has, and where it begins: one more than columns. */
static guint *
lanes_of (const PlnProgrammeGrid *grid,
          guint                 **first)
{
  guint n = grid->columns->len;
  guint *lanes = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++)
    lanes[i] = 1;
  for (guint i = 0; i < grid->places->len; i++)
    {
      const PlnProgrammePlace *place = &g_array_index (grid->places, PlnProgrammePlace, i);

      lanes[place->column] = MAX (lanes[place->column], place->n_lanes);
    }
  *first = g_new0 (guint, n + 1);
  (*first)[0] = 2;
  for (guint i = 0; i < n; i++)
    (*first)[i + 1] = (*first)[i] + lanes[i];

  return lanes;
}

static void
append_template (GString *style,
                 GArray  *lines,
                 guint   *lanes,
                 guint    n_columns,
                 guint    day)
{
  g_string_append_printf (style, "#items-%u{grid-template-columns:3.5rem", day + 1);
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (style, " repeat(%u,minmax(0,%ufr))", lanes[i], 12 / MIN (lanes[i], 12));
  g_string_append (style, ";grid-template-rows:auto");
  for (guint i = 1; i < lines->len; i++)
    {
      gint64 minutes = (g_array_index (lines, gint64, i) - g_array_index (lines, gint64, i - 1)) / 60;

      g_string_append_printf (style, " minmax(%umm,auto)", (guint) CLAMP (minutes / 4, 4, 30));
    }
  g_string_append (style, "}\n");
}

static void
append_grid (GString                *style,
             const PlnProgrammeGrid *grid,
             guint                   day)
{
  g_autoptr(GArray) lines = lines_of (grid);
  g_autofree guint *first = NULL;
  g_autofree guint *lanes = lanes_of (grid, &first);
  guint n_times = 0;

  append_template (style, lines, lanes, grid->columns->len, day);
  for (guint i = 0; i < grid->columns->len; i++)
    g_string_append_printf (style, "#room-%u-%u{grid-area:1/%u/2/%u}\n", day + 1, i + 1, first[i], first[i + 1]);
  for (guint i = 0; i < grid->places->len; i++)
    {
      const PlnProgrammePlace *place = &g_array_index (grid->places, PlnProgrammePlace, i);
      guint n = lanes[place->column];
      guint from = first[place->column] + place->lane * n / place->n_lanes;
      guint to = place->n_columns > 1 ? first[place->column + place->n_columns]
                                      : first[place->column] + (place->lane + place->n_lanes_filled) * n / place->n_lanes;

      if (i == 0 || (place - 1)->start != place->start)
        g_string_append_printf (style, "#time-%u-%u{grid-area:%u/1}\n", day + 1, ++n_times, line_at (lines, place->start));
      g_string_append_printf (style, "#s%u{grid-area:%u/%u/%u/%u}\n", place->item->id, line_at (lines, place->start), from,
                              line_at (lines, place->end), to);
    }
}

/**
 * pln_html_style_write:
 * @programme: a programme
 * @grids: (element-type PlnProgrammeGrid): its days
 *
 * Returns: (transfer full): the style sheet of its page; nothing in it comes
 *   from a text of somebody else
 */
char *
pln_html_style_write (const PlnProgramme *programme,
                      GPtrArray          *grids)
{
  GString *style = g_string_new (rules);

  append_colours (style, programme, FALSE);
  g_string_append (style, "@media screen and (prefers-color-scheme:dark){\n");
  append_colours (style, programme, TRUE);
  g_string_append (style, "}\n@media screen and (min-width:60rem){.grid>h3{grid-column:1;padding:.55rem 0 0;color:var(--dim)}"
                          ".grid{gap:.4rem}.grid .room{display:block;font-weight:700;padding:.3rem .2rem}"
                          ".grid article:not(.elsewhere) .at{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}\n");
  for (guint i = 0; i < grids->len; i++)
    {
      const PlnProgrammeGrid *grid = g_ptr_array_index (grids, i);

      if (grid->columns->len <= PLN_HTML_MOST_COLUMNS && grid->places->len > 0)
        append_grid (style, grid, i);
    }
  g_string_append (style, "}\n");

  return g_string_free (style, FALSE);
}
