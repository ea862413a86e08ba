/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-edit-private.h"

#include "pln-ical-stamp.h"

static void
edit_free (gpointer data)
{
  PlnIcalEdit *edit = data;

  g_free (edit->name);
  g_free (edit->key);
  pln_ical_line_free (edit->line);
  g_free (edit->parameter);
  g_free (edit->value);
  g_free (edit);
}

static PlnIcalEdit *
add (PlnIcalEdits    *edits,
     PlnIcalEditKind  kind)
{
  PlnIcalEdit *edit = g_new0 (PlnIcalEdit, 1);

  edit->kind = kind;
  g_ptr_array_add (edits->edits, edit);

  return edit;
}

/* People are known by their address, however it is written. */
static char *
normalise_key (const char *name,
               const char *key)
{
  return g_ascii_strcasecmp (name, "ATTENDEE") == 0 && key != NULL ? pln_ical_address_key (key) : g_strdup (key);
}

/**
 * PlnIcalEdits:
 *
 * A list of line edits for one object: for its component of a kind that has no
 * RECURRENCE-ID, or for that of one instance of a series. Plain data, made on one thread and applied on another, to the
 * text as it is then, one edit after the other. Lines that no edit names keep
 * their bytes.
 *
 * Where one of several lines is meant, it is known by a *key*: an ATTENDEE by
 * its address; a line of our own (`X-PLENARY-…`) by its `ID`; any other by its
 * value as it stands, such as RELATED-TO by the UID.
 */

/**
 * pln_ical_edits_new:
 * @component: the kind of the component: `VEVENT`, `VJOURNAL` or `VTODO`
 *
 * Returns: (transfer full): an empty list
 */
PlnIcalEdits *
pln_ical_edits_new (const char *component)
{
  PlnIcalEdits *edits = g_new0 (PlnIcalEdits, 1);

  edits->component = g_strdup (component);
  edits->edits = g_ptr_array_new_with_free_func (edit_free);

  return edits;
}

/**
 * pln_ical_edits_copy:
 * @edits: a list
 *
 * Returns: (transfer full): the same edits
 */
PlnIcalEdits *
pln_ical_edits_copy (const PlnIcalEdits *edits)
{
  PlnIcalEdits *copy = pln_ical_edits_new (edits->component);

  copy->instance = g_strdup (edits->instance);
  for (guint i = 0; i < edits->edits->len; i++)
    {
      const PlnIcalEdit *edit = g_ptr_array_index (edits->edits, i);
      PlnIcalEdit *same = add (copy, edit->kind);

      same->name = g_strdup (edit->name);
      same->key = g_strdup (edit->key);
      same->line = edit->line != NULL ? pln_ical_line_copy (edit->line) : NULL;
      same->parameter = g_strdup (edit->parameter);
      same->value = g_strdup (edit->value);
      same->place = edit->place;
      same->place.zone = same->value;
      same->now = edit->now;
      same->bump = edit->bump;
    }

  return copy;
}

void
pln_ical_edits_free (PlnIcalEdits *edits)
{
  if (edits == NULL)
    return;

  g_free (edits->component);
  g_free (edits->instance);
  g_ptr_array_unref (edits->edits);
  g_free (edits);
}

gboolean
pln_ical_edits_is_empty (const PlnIcalEdits *edits)
{
  return edits->edits->len == 0;
}

/**
 * pln_ical_edits_set:
 * @edits: a list
 * @line: (transfer full): a line
 *
 * The property is to have exactly this line: it stands where the first one of
 * that name stood, and others of that name go.
 */
void
pln_ical_edits_set (PlnIcalEdits *edits,
                    PlnIcalLine  *line)
{
  PlnIcalEdit *edit = add (edits, PLN_ICAL_EDIT_SET);

  edit->name = g_strdup (line->name);
  edit->line = line;
}

/**
 * pln_ical_edits_unset:
 * @edits: a list
 * @name: the name of a property
 *
 * All lines of that name go.
 */
void
pln_ical_edits_unset (PlnIcalEdits *edits,
                      const char   *name)
{
  add (edits, PLN_ICAL_EDIT_UNSET)->name = g_ascii_strup (name, -1);
}

/**
 * pln_ical_edits_put:
 * @edits: a list
 * @key: by what the line is known so far
 * @line: (transfer full): a line; its own key may be another one
 *
 * The line stands where the one that is known by @key stood, or at the end of
 * the properties if there is none.
 */
void
pln_ical_edits_put (PlnIcalEdits *edits,
                    const char   *key,
                    PlnIcalLine  *line)
{
  PlnIcalEdit *edit = add (edits, PLN_ICAL_EDIT_PUT);

  edit->name = g_strdup (line->name);
  edit->key = normalise_key (line->name, key);
  edit->line = line;
}

/**
 * pln_ical_edits_drop:
 * @edits: a list
 * @name: the name of a property
 * @key: by what the line is known
 *
 * All lines of that name and key go.
 */
void
pln_ical_edits_drop (PlnIcalEdits *edits,
                     const char   *name,
                     const char   *key)
{
  PlnIcalEdit *edit = add (edits, PLN_ICAL_EDIT_DROP);

  edit->name = g_ascii_strup (name, -1);
  edit->key = normalise_key (name, key);
}

/**
 * pln_ical_edits_parameter:
 * @edits: a list
 * @name: the name of a property
 * @key: (nullable): by what the line is known; %NULL for the first of that name
 * @parameter: the name of a parameter
 * @value: (nullable): its one value; %NULL removes it
 *
 * Sets one parameter; nothing else of the line changes. If there is no such
 * line (any more), nothing happens.
 */
void
pln_ical_edits_parameter (PlnIcalEdits *edits,
                          const char   *name,
                          const char   *key,
                          const char   *parameter,
                          const char   *value)
{
  PlnIcalEdit *edit = add (edits, PLN_ICAL_EDIT_PARAMETER);

  edit->name = g_ascii_strup (name, -1);
  edit->key = normalise_key (name, key);
  edit->parameter = g_ascii_strup (parameter, -1);
  edit->value = g_strdup (value);
}

/**
 * pln_ical_edits_zone:
 * @edits: a list
 * @tzid: the TZID of a time zone
 * @vtimezone: a VTIMEZONE, with CRLF
 *
 * The text is to have this VTIMEZONE: where the one of that TZID stands, or
 * before the first component. Those that are not named stay.
 */
void
pln_ical_edits_zone (PlnIcalEdits *edits,
                     const char   *tzid,
                     const char   *vtimezone)
{
  PlnIcalEdit *edit = add (edits, PLN_ICAL_EDIT_ZONE);

  edit->name = g_strdup (tzid);
  edit->value = g_strdup (vtimezone);
}

/**
 * pln_ical_edits_stamp:
 * @edits: a list
 * @now: seconds since 1970, UTC
 * @bump: whether the guests have to know of the change: SEQUENCE + 1
 *
 * Sets DTSTAMP and LAST-MODIFIED, unless the other edits of the list turn out
 * to change nothing.
 */
void
pln_ical_edits_stamp (PlnIcalEdits *edits,
                      gint64        now,
                      gboolean      bump)
{
  PlnIcalEdit *edit = add (edits, PLN_ICAL_EDIT_STAMP);

  edit->now = now;
  edit->bump = bump;
}

/**
 * pln_ical_edits_instance:
 * @edits: a list
 * @id: the RECURRENCE-ID of one instance of a series
 *
 * All edits but those of the series mean this instance alone: its component,
 * which is made from that of the series if it has none yet.
 */
void
pln_ical_edits_instance (PlnIcalEdits *edits,
                         const char   *id)
{
  g_free (edits->instance);
  edits->instance = g_strdup (id);
}

/**
 * pln_ical_edits_move_all:
 * @edits: a list
 * @id: the RECURRENCE-ID of the instance that the user moved
 * @place: where that is to be
 *
 * Moves a whole series, see [func@ical_series_move], before the other edits.
 */
void
pln_ical_edits_move_all (PlnIcalEdits       *edits,
                         const char         *id,
                         const PlnIcalPlace *place)
{
  PlnIcalEdit *edit = add (edits, PLN_ICAL_EDIT_MOVE_ALL);

  edit->key = g_strdup (id);
  edit->value = g_strdup (place->zone);
  edit->place = *place;
  edit->place.zone = edit->value;
}

/**
 * pln_ical_edits_take_out:
 * @edits: a list
 * @id: the RECURRENCE-ID of one instance of a series
 *
 * Takes one instance out, see [func@ical_series_drop], before the other edits.
 */
void
pln_ical_edits_take_out (PlnIcalEdits *edits,
                         const char   *id)
{
  add (edits, PLN_ICAL_EDIT_TAKE_OUT)->key = g_strdup (id);
}

/**
 * pln_ical_object_new:
 * @component: the kind of the component: `VEVENT`, `VJOURNAL` or `VTODO`
 * @uid: its UID, without control characters
 * @now: seconds since 1970, UTC
 *
 * Makes an object of its own: a VCALENDAR around one component. Edits fill it.
 *
 * Returns: (transfer full): its text
 */
GBytes *
pln_ical_object_new (const char *component,
                     const char *uid,
                     gint64      now)
{
  g_autoptr(PlnIcalLine) line = pln_ical_line_new_text ("UID", uid);
  g_autofree char *uid_line = pln_ical_line_write (line, NULL);
  g_autofree char *stamp = pln_ical_stamp_new (now);
  GString *text;

  g_return_val_if_fail (uid_line != NULL, NULL);

  text = g_string_new ("BEGIN:VCALENDAR\r\n"
                       "VERSION:2.0\r\n"
                       "PRODID:-//Plenary//Plenary//EN\r\n"
                       "CALSCALE:GREGORIAN\r\n");
  g_string_append_printf (text, "BEGIN:%s\r\n%s", component, uid_line);
  g_string_append_printf (text, "DTSTAMP:%s\r\nCREATED:%s\r\nLAST-MODIFIED:%s\r\n", stamp, stamp, stamp);
  g_string_append_printf (text, "END:%s\r\nEND:VCALENDAR\r\n", component);

  return g_string_free_to_bytes (text);
}
