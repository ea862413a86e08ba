/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-html-write.h"

#include "pln-config.h"
#include "pln-html-data.h"
#include "pln-html-style.h"
#include "pln-markup.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define SHORT_TEXT 280 /* bytes: what is longer is folded away */

/* One page without scripts and without anything from elsewhere. Its first line
 * of defence is that all text is escaped; the second is a policy that lets
 * nothing run and nothing load. */

typedef struct
{
  const PlnProgramme *programme;
  GPtrArray          *grids; /* PlnProgrammeGrid */
  PlnMarkup          *page;
} Writing;

static char *
machine_time (GDateTime *at,
              gboolean   is_day)
{
  g_autofree char *day = g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (at), g_date_time_get_month (at),
                                          g_date_time_get_day_of_month (at));
  g_autofree char *time = g_date_time_format (at, "T%H:%M:%S%:z");

  return g_strconcat (day, is_day ? "" : time, NULL);
}

static void
write_time (Writing    *writing,
            const char *class,
            GDateTime  *at,
            gboolean    is_day,
            const char *words)
{
  g_autofree char *machine = machine_time (at, is_day);

  pln_markup_element (writing->page, "time", words, "class", class, "datetime", machine, NULL);
}

/* How long an address in a text is; 0 if there is none. */
static gsize
link_length (const char *text)
{
  g_autoptr(GUri) uri = NULL;
  g_autofree char *address = NULL;
  gsize length;

  if (!g_str_has_prefix (text, "https://") && !g_str_has_prefix (text, "http://"))
    return 0;

  length = strcspn (text, " \n\t<>\"");
  while (length > 0 && strchr (".,;:!?)'", text[length - 1]) != NULL)
    length--;
  address = g_strndup (text, length);
  uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0' ? length : 0;
}

/* A text of somebody else, in which addresses of pages can be followed. */
static void
write_line (Writing    *writing,
            const char *line)
{
  const char *plain = line;

  for (const char *at = line; *at != '\0';)
    {
      gsize length = link_length (at);
      g_autofree char *before = NULL;
      g_autofree char *address = NULL;

      if (length == 0)
        {
          at++;
          continue;
        }
      before = g_strndup (plain, (gsize) (at - plain));
      address = g_strndup (at, length);
      pln_markup_text (writing->page, before);
      pln_markup_element (writing->page, "a", address, "href", address, "rel", "noopener nofollow", NULL);
      at += length;
      plain = at;
    }
  pln_markup_text (writing->page, plain);
}

static void
write_paragraphs (Writing    *writing,
                  const char *text)
{
  g_auto(GStrv) paragraphs = g_strsplit (text, "\n\n", -1);

  for (char **paragraph = paragraphs; *paragraph != NULL; paragraph++)
    {
      g_auto(GStrv) lines = g_strsplit (g_strstrip (*paragraph), "\n", -1);

      if (**paragraph == '\0')
        continue;
      pln_markup_begin (writing->page, "p", "dir", "auto", NULL);
      for (char **line = lines; *line != NULL; line++)
        {
          if (line != lines)
            pln_markup_empty (writing->page, "br", NULL);
          write_line (writing, *line);
        }
      pln_markup_end (writing->page);
    }
}

static void
write_head (Writing    *writing,
            const char *address)
{
  const PlnProgramme *programme = writing->programme;
  g_autofree char *style = pln_html_style_write (programme, writing->grids);
  g_autofree char *data = pln_html_data_write (programme, address);
  guint8 digest[32];
  gsize length = sizeof digest;
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *hash = NULL;
  g_autofree char *policy = NULL;

  g_checksum_update (sum, (const guchar *) style, -1);
  g_checksum_get_digest (sum, digest, &length);
  hash = g_base64_encode (digest, length);
  policy = g_strdup_printf ("default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'", hash);

  pln_markup_begin (writing->page, "head", NULL);
  pln_markup_raw (writing->page, "\n");
  pln_markup_empty (writing->page, "meta", "charset", "utf-8", NULL);
  pln_markup_empty (writing->page, "meta", "http-equiv", "Content-Security-Policy", "content", policy, NULL);
  pln_markup_empty (writing->page, "meta", "name", "viewport", "content", "width=device-width, initial-scale=1", NULL);
  pln_markup_empty (writing->page, "meta", "name", "referrer", "content", "no-referrer", NULL);
  pln_markup_empty (writing->page, "meta", "name", "generator", "content", "Plenary " PLN_VERSION, NULL);
  pln_markup_element (writing->page, "title", programme->title, NULL);
  if (address != NULL)
    pln_markup_empty (writing->page, "link", "rel", "canonical", "href", address, NULL);
  pln_markup_raw (writing->page, "\n<style>");
  pln_markup_raw (writing->page, style);
  pln_markup_raw (writing->page, "</style>\n<script type=\"application/ld+json\">");
  pln_markup_raw (writing->page, data);
  pln_markup_raw (writing->page, "</script>\n");
  pln_markup_end (writing->page);
  pln_markup_raw (writing->page, "\n");
}

static void
write_gathering (Writing *writing)
{
  const PlnProgramme *programme = writing->programme;
  PlnMarkup *page = writing->page;
  g_autofree char *when = pln_when_words (programme->start, programme->end, programme->zone, programme->all_day);

  pln_markup_begin (page, "header", NULL);
  pln_markup_element (page, "h1", programme->title, "class", "p-name summary", "dir", "auto", NULL);
  if (programme->is_cancelled)
    pln_markup_element (page, "p", _("Cancelled"), "class", "off", NULL);
  pln_markup_begin (page, "p", "class", "when", NULL);
  write_time (writing, "dt-start dtstart", programme->start, programme->all_day, when);
  pln_markup_end (page);
  if (*programme->place != '\0')
    pln_markup_element (page, "p", programme->place, "class", "p-location location", "dir", "auto", NULL);
  if (*programme->online != '\0')
    {
      pln_markup_begin (page, "p", NULL);
      pln_markup_element (page, "a", programme->online, "href", programme->online, "rel", "noopener", NULL);
      pln_markup_end (page);
    }
  if (*programme->url != '\0')
    {
      pln_markup_begin (page, "p", NULL);
      pln_markup_element (page, "a", programme->url, "class", "u-url url", "href", programme->url, "rel", "noopener", NULL);
      pln_markup_end (page);
    }
  if (*programme->description != '\0')
    {
      pln_markup_begin (page, "div", "class", "about p-description description", NULL);
      write_paragraphs (writing, programme->description);
      pln_markup_end (page);
    }
  pln_markup_end (page);
  pln_markup_raw (page, "\n");
}

static void
write_days (Writing *writing)
{
  const PlnProgramme *programme = writing->programme;

  if (programme->days->len < 2)
    return;

  pln_markup_begin (writing->page, "nav", "aria-label", _("Days"), NULL);
  for (guint i = 0; i < programme->days->len; i++)
    {
      const PlnProgrammeDay *day = g_ptr_array_index (programme->days, i);
      g_autofree char *link = g_strdup_printf ("#day-%u", i + 1);
      /* Translators: a day among others, see g_date_time_format (): Tue 19 July. */
      g_autofree char *words = g_date_time_format (day->date, _("%a %-e %B"));

      pln_markup_element (writing->page, "a", words, "href", link, NULL);
    }
  pln_markup_end (writing->page);
  pln_markup_raw (writing->page, "\n");
}

static void
write_tracks (Writing *writing)
{
  const PlnProgramme *programme = writing->programme;

  if (programme->tracks->len == 0)
    return;

  pln_markup_begin (writing->page, "ul", "class", "tracks", "aria-label", _("Tracks"), NULL);
  for (guint i = 0; i < programme->tracks->len; i++)
    {
      const PlnProgrammeTrack *track = g_ptr_array_index (programme->tracks, i);
      g_autofree char *class = pln_html_style_track (programme, track->name);

      pln_markup_element (writing->page, "li", track->name, "class", class, NULL);
    }
  pln_markup_end (writing->page);
  pln_markup_raw (writing->page, "\n");
}

static void
write_text (Writing    *writing,
            const char *text)
{
  if (*text == '\0')
    return;

  if (strlen (text) > SHORT_TEXT)
    {
      pln_markup_begin (writing->page, "details", NULL);
      pln_markup_element (writing->page, "summary", _("About"), NULL);
      pln_markup_begin (writing->page, "div", "class", "p-description description", NULL);
      write_paragraphs (writing, text);
      pln_markup_end (writing->page);
    }
  else
    {
      pln_markup_begin (writing->page, "div", "class", "text p-description description", NULL);
      write_paragraphs (writing, text);
    }
  pln_markup_end (writing->page);
}

static void
write_where (Writing                *writing,
             const PlnProgrammeItem *item)
{
  g_autofree char *colour = pln_html_style_track (writing->programme, item->track);
  g_autofree char *class = g_strconcat ("track p-category category ", colour, NULL);

  if (*item->room == '\0' && *item->track == '\0' && !item->is_cancelled)
    return;

  pln_markup_begin (writing->page, "p", "class", "where", NULL);
  if (item->is_cancelled)
    pln_markup_element (writing->page, "strong", _("Cancelled"), "class", "off", NULL);
  if (*item->room != '\0')
    pln_markup_element (writing->page, "span", item->room, "class", "at p-location location", "dir", "auto", NULL);
  if (*item->track != '\0')
    pln_markup_element (writing->page, "span", item->track, "class", class, "dir", "auto", NULL);
  pln_markup_end (writing->page);
}

static void
write_times (Writing                *writing,
             const PlnProgrammeItem *item)
{
  g_autofree char *from = pln_when_words_time (item->start);
  g_autofree char *to = pln_when_words_time (item->end);

  pln_markup_begin (writing->page, "p", "class", "times", NULL);
  write_time (writing, "dt-start dtstart", item->start, item->all_day, item->all_day ? _("All day") : from);
  if (!item->all_day && g_date_time_compare (item->end, item->start) > 0)
    {
      pln_markup_text (writing->page, "–");
      write_time (writing, "dt-end dtend", item->end, FALSE, to);
    }
  pln_markup_end (writing->page);
}

static void
write_item (Writing                *writing,
            const PlnProgrammeItem *item,
            gboolean                is_elsewhere)
{
  g_autofree char *id = g_strdup_printf ("s%u", item->id);
  g_autofree char *anchor = g_strconcat ("#", id, NULL);
  g_autofree char *track = pln_html_style_track (writing->programme, item->track);
  g_autofree char *class = g_strconcat ("h-event vevent", item->is_break ? " break" : "", item->is_cancelled ? " cancelled" : "",
                                        is_elsewhere ? " elsewhere" : "",
                                        track != NULL ? " " : "", track, NULL);
  g_autofree char *names = g_strjoinv (_(", "), item->speakers);

  pln_markup_begin (writing->page, "article", "id", id, "class", class, NULL);
  write_times (writing, item);
  pln_markup_begin (writing->page, "h4", "class", "p-name summary", "dir", "auto", NULL);
  pln_markup_element (writing->page, "a", item->title, "class", "u-url url", "href", *item->url != '\0' ? item->url : anchor,
                      "rel", *item->url != '\0' ? "noopener" : NULL, NULL);
  pln_markup_end (writing->page);
  if (*names != '\0')
    pln_markup_element (writing->page, "p", names, "class", "who", "dir", "auto", NULL);
  write_where (writing, item);
  write_text (writing, item->description);
  pln_markup_end (writing->page);
  pln_markup_raw (writing->page, "\n");
}

static void
write_timed (Writing                *writing,
             const PlnProgrammeGrid *grid,
             guint                   day)
{
  gboolean is_grid = grid->columns->len <= PLN_HTML_MOST_COLUMNS;
  g_autofree char *id = g_strdup_printf ("items-%u", day + 1);
  guint n_times = 0;

  pln_markup_begin (writing->page, "div", "id", id, "class", is_grid ? "items grid" : "items", NULL);
  for (guint i = 0; i < grid->columns->len && is_grid; i++)
    {
      g_autofree char *room = g_strdup_printf ("room-%u-%u", day + 1, i + 1);

      pln_markup_element (writing->page, "div", g_ptr_array_index (grid->columns, i), "id", room, "class", "room", "dir", "auto",
                          "aria-hidden", "true", NULL);
    }
  for (guint i = 0; i < grid->places->len; i++)
    {
      const PlnProgrammePlace *place = &g_array_index (grid->places, PlnProgrammePlace, i);

      if (i == 0 || (place - 1)->start != place->start)
        {
          g_autofree char *at = g_strdup_printf ("time-%u-%u", day + 1, ++n_times);
          g_autofree char *words = pln_when_words_time (place->item->start);

          pln_markup_element (writing->page, "h3", words, "id", at, NULL);
        }
      write_item (writing, place->item, place->is_elsewhere);
    }
  pln_markup_end (writing->page);
}

static void
write_day (Writing *writing,
           guint    at)
{
  const PlnProgrammeDay *day = g_ptr_array_index (writing->programme->days, at);
  const PlnProgrammeGrid *grid = g_ptr_array_index (writing->grids, at);
  g_autofree char *id = g_strdup_printf ("day-%u", at + 1);
  g_autofree char *words = pln_when_words_heading (day->date);

  pln_markup_begin (writing->page, "section", "class", "day", "id", id, NULL);
  pln_markup_element (writing->page, "h2", words, NULL);
  pln_markup_raw (writing->page, "\n");
  if (grid->all_day->len > 0)
    {
      pln_markup_begin (writing->page, "div", "class", "items", NULL);
      for (guint i = 0; i < grid->all_day->len; i++)
        write_item (writing, g_ptr_array_index (grid->all_day, i), TRUE);
      pln_markup_end (writing->page);
    }
  if (grid->places->len > 0)
    write_timed (writing, grid, at);
  if (day->n == 0)
    pln_markup_element (writing->page, "p", _("The programme is not known yet."), NULL);
  pln_markup_end (writing->page);
  pln_markup_raw (writing->page, "\n");
}

static void
write_foot (Writing *writing)
{
  g_autofree char *zone = pln_when_words_zone_at (writing->programme->zone, writing->programme->start);
  /* Translators: all times of a programme are those of a zone: “London time (UTC+1)”. */
  g_autofree char *words = g_strdup_printf (_("All times are %s."), zone);

  pln_markup_begin (writing->page, "footer", NULL);
  pln_markup_element (writing->page, "p", words, NULL);
  pln_markup_element (writing->page, "p", _("Made with Plenary"), NULL);
  pln_markup_end (writing->page);
  pln_markup_raw (writing->page, "\n");
}

/* The language of what Plenary itself says on the page: en, de, pt-BR. */
static char *
find_language (void)
{
  const char *const *names = g_get_language_names ();
  g_autofree char *name = g_strndup (names[0], strcspn (names[0], ".@"));

  if (g_str_equal (name, "C") || g_str_equal (name, "POSIX"))
    return g_strdup ("en");

  return g_strdelimit (g_steal_pointer (&name), "_", '-');
}

/**
 * pln_html_write:
 * @programme: a programme
 * @address: (nullable): where the page will be, http or https
 *
 * Writes the programme as one page of HTML, which is also well-formed XML.
 *
 * Returns: (transfer full): the page
 */
GBytes *
pln_html_write (const PlnProgramme *programme,
                const char         *address)
{
  Writing writing = { .programme = programme };
  g_autofree char *language = find_language ();

  writing.grids = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_programme_grid_free);
  for (guint i = 0; i < programme->days->len; i++)
    g_ptr_array_add (writing.grids, pln_programme_grid_new (programme, i));
  writing.page = pln_markup_new ("<!DOCTYPE html>\n", FALSE);

  pln_markup_begin (writing.page, "html", "lang", language, NULL);
  write_head (&writing, address);
  pln_markup_begin (writing.page, "body", "class", "h-event vevent", NULL);
  pln_markup_element (writing.page, "a", _("To the programme"), "class", "skip", "href", "#programme", NULL);
  write_gathering (&writing);
  write_days (&writing);
  write_tracks (&writing);
  pln_markup_begin (writing.page, "main", "id", "programme", NULL);
  for (guint i = 0; i < programme->days->len; i++)
    write_day (&writing, i);
  pln_markup_end (writing.page);
  write_foot (&writing);
  pln_markup_end (writing.page);
  pln_markup_end (writing.page);
  g_ptr_array_unref (writing.grids);

  return pln_markup_finish (writing.page);
}
