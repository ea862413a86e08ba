/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-note-print.h"

#include "pln-config.h"
#include "pln-note-words.h"
#include "pln-pages-private.h"
#include "pln-print.h"
#include "pln-str.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>

/* An empty sheet for each group, to be written on by hand and typed in later:
 * where and when, the question, who sits there, and room for each part of a
 * report. */

#define TITLE    20.0 /* points */
#define QUESTION 14.0
#define SMALL    10.0
#define GAP      12.0
#define RULE     24.0 /* from line to line, for handwriting */
#define TEMPLATE "report-back"

typedef struct
{
  PlnPrint *print;
  double    y;
  double    width;
} Sheet;

static void
add_text (Sheet      *sheet,
          const char *text,
          double      size,
          gboolean    is_bold,
          const char *colour,
          double      gap)
{
  g_autofree char *clean = pln_str_one_line (text);
  PangoLayout *layout;
  double height;

  if (*clean == '\0')
    return;
  layout = pln_print_text_new (sheet->print, clean, size, is_bold, sheet->width);
  pln_print_text_limit (layout, 6 * QUESTION);
  height = pln_print_text_height (layout);
  pln_print_add_text (sheet->print, layout, colour, PLN_PRINT_MARGIN, sheet->y); /* which has it from here on */
  sheet->y += height + gap;
}

static Sheet
begin (PlnPrint *print)
{
  pln_print_add_page (print);

  return (Sheet) { print, PLN_PRINT_MARGIN, pln_print_get_width (print) - 2 * PLN_PRINT_MARGIN };
}

/* What is asked for, and lines to write on: as many as the page has room for. */
static void
add_parts (Sheet *sheet)
{
  double bottom = pln_print_get_height (sheet->print) - PLN_PRINT_MARGIN;
  PlnNoteKind kind;
  const char *prompt;
  guint n_parts = 0;
  double each;

  while (pln_note_words_prompt (TEMPLATE, n_parts, &kind) != NULL)
    n_parts++;
  each = (bottom - sheet->y) / MAX (n_parts, 1);
  for (guint i = 0; (prompt = pln_note_words_prompt (TEMPLATE, i, &kind)) != NULL; i++)
    {
      double end = sheet->y + each;
      g_autofree char *heading = g_strdup_printf ("%s: %s", pln_note_words_kind (kind), prompt);

      add_text (sheet, heading, SMALL, TRUE, PLN_PRINT_BLACK, 0);
      for (double y = sheet->y + RULE; y <= end - GAP; y += RULE)
        pln_print_add_box (sheet->print, PLN_PRINT_BOX_FULL, PLN_PRINT_LINE, PLN_PRINT_MARGIN, y, sheet->width, 0.5);
      sheet->y = end;
    }
}

static char *
names_of (PlnGathering *gathering,
          PlnGroup     *group)
{
  GPtrArray *places = pln_group_get_places (group);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const PlnPlace *place = g_ptr_array_index (places, i);
      PlnAttendee *person = pln_gathering_find_attendee (gathering, place->person);

      if (person != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? " · " : "", pln_attendee_get_display_name (person));
    }

  return g_string_free (names, FALSE);
}

static void
add_group (PlnPrint     *print,
           PlnGathering *gathering,
           PlnRound     *round,
           PlnGroup     *group)
{
  Sheet sheet = begin (print);
  g_autofree char *title = g_strdup_printf (_("Round %u, group %u"), pln_round_get_number (round),
                                            pln_group_get_number (group));
  g_autofree char *times = pln_round_get_start (round) != NULL
                           ? pln_when_words_times (pln_round_get_start (round), pln_round_get_end (round)) : g_strdup ("");
  const char *room = pln_group_get_room (group);
  g_autofree char *where = g_strjoin (*times != '\0' && *room != '\0' ? " · " : "", times, room, NULL);
  g_autofree char *question = pln_note_words_question (gathering, pln_group_get_uid (group));
  g_autofree char *names = names_of (gathering, group);

  add_text (&sheet, pln_gathering_get_title (gathering), SMALL, FALSE, PLN_PRINT_DIM, 0);
  add_text (&sheet, title, TITLE, TRUE, PLN_PRINT_BLACK, 0);
  add_text (&sheet, where, SMALL, FALSE, PLN_PRINT_DIM, GAP);
  add_text (&sheet, question, QUESTION, TRUE, PLN_PRINT_BLACK, GAP);
  add_text (&sheet, names, SMALL, FALSE, PLN_PRINT_BLACK, GAP);
  sheet.y += GAP;
  add_parts (&sheet);
}

/**
 * pln_note_print_sheets:
 * @gathering: a gathering that is loaded
 *
 * Returns: (transfer full): a PDF with an empty sheet for the notes of each
 *   group; with one for all, if there are no groups
 */
GBytes *
pln_note_print_sheets (PlnGathering *gathering)
{
  GListModel *rounds = pln_gathering_get_rounds (gathering);
  g_autoptr(PlnPages) pages = NULL;
  PlnPrint *print;
  g_autofree char *title = pln_str_one_line (pln_gathering_get_title (gathering));
  double width, height;

  pln_pages_find_paper (FALSE, &width, &height);
  print = pln_print_new (width, height);
  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);
      GListModel *groups = pln_round_get_groups (round);

      for (guint j = 0; j < g_list_model_get_n_items (groups); j++)
        {
          g_autoptr(PlnGroup) group = g_list_model_get_item (groups, j);

          add_group (print, gathering, round, group);
        }
    }
  if (pln_print_get_n_pages (print) == 0)
    {
      Sheet sheet = begin (print);

      add_text (&sheet, title, TITLE, TRUE, PLN_PRINT_BLACK, GAP);
      add_parts (&sheet);
    }

  pages = pln_pages_new (print);

  return pln_pages_to_pdf (pages, title);
}
