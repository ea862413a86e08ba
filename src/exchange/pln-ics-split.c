/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ics-split.h"

#include "pln-id.h"

#include <glib/gi18n.h>
#include <string.h>

#define OWN_PREFIX "X-PLENARY-"

static void
object_free (PlnIcsObject *object)
{
  g_free (object->uid);
  g_array_unref (object->parts);
  g_clear_pointer (&object->record, pln_ical_record_free);
  g_free (object);
}

/* The same component without a UID is the same object each time it is read. */
static char *
made_uid (PlnIcalText       *text,
          const PlnIcalPart *part)
{
  PlnIcalSpan first, last;
  g_autofree char *raw = NULL;
  g_autofree char *id = NULL;

  pln_ical_text_get_span (text, part->first, &first);
  pln_ical_text_get_span (text, MIN (part->last, pln_ical_text_get_n_spans (text) - 1), &last);
  raw = g_utf8_make_valid ((const char *) g_bytes_get_data (pln_ical_text_get_bytes (text), NULL) + first.at,
                           (gssize) (last.at - first.at));
  id = pln_id_derive (raw);

  return g_strconcat (id, "@import", NULL);
}

static gboolean
is_instance (PlnIcalText *text,
             guint        part)
{
  g_autoptr(PlnIcalLine) line = pln_ical_text_get_line (text, part, "RECURRENCE-ID");

  return line != NULL;
}

static PlnIcsObject *
object_new (PlnIcalText  *text,
            guint         part,
            PlnIcalZones *zones)
{
  PlnIcsObject *object = g_new0 (PlnIcsObject, 1);
  const PlnIcalPart *component = pln_ical_text_get_part (text, part);

  object->parts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (object->parts, part);
  object->flaw = component->flaw;
  object->record = pln_ical_record_read (text, part, zones, NULL);
  if (object->record != NULL && object->record->start.date_time == NULL && g_str_equal (component->name, "VEVENT"))
    object->flaw = _("It has no date.");
  else if (object->record != NULL && *object->record->uid == '\0' && is_instance (text, part))
    object->flaw = _("It changes one day of something that repeats, and does not say of what.");
  object->uid = object->record != NULL && *object->record->uid != '\0' ? g_strdup (object->record->uid)
                                                                       : made_uid (text, component);

  return object;
}

/* Of two main components of one UID, the later one counts. */
static void
join (PlnIcsObject *object,
      PlnIcsObject *more,
      PlnIcalText  *text)
{
  guint part = g_array_index (more->parts, guint, 0);
  guint main_part = g_array_index (object->parts, guint, 0);
  gboolean had_main = !is_instance (text, main_part);

  if (is_instance (text, part))
    {
      g_array_append_val (object->parts, part);
      return;
    }
  if (had_main && more->record->sequence < object->record->sequence)
    return;
  if (had_main)
    g_array_remove_index (object->parts, 0);
  g_array_prepend_val (object->parts, part);
  pln_ical_record_free (object->record);
  object->record = g_steal_pointer (&more->record);
  object->flaw = more->flaw;
}

static gboolean
is_object (PlnIcalText       *text,
           const PlnIcalPart *part)
{
  static const char *const names[] = { "VEVENT", "VTODO", "VJOURNAL", NULL };

  return g_strv_contains (names, part->name)
         && (part->parent < 0 || g_str_equal (pln_ical_text_get_part (text, (guint) part->parent)->name, "VCALENDAR"));
}

/**
 * pln_ics_split:
 * @text: a file
 *
 * Finds the objects of a file. One that is broken is listed with its flaw and
 * does not hide the others.
 *
 * Returns: (transfer full) (element-type PlnIcsObject): the objects, in order
 */
GPtrArray *
pln_ics_split (PlnIcalText *text)
{
  GPtrArray *objects = g_ptr_array_new_with_free_func ((GDestroyNotify) object_free);
  g_autoptr(GHashTable) by_uid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(PlnIcalZones) zones = pln_ical_zones_new (text);

  for (guint i = 0; i < pln_ical_text_get_n_parts (text); i++)
    {
      const PlnIcalPart *part = pln_ical_text_get_part (text, i);
      PlnIcsObject *object = is_object (text, part) ? object_new (text, i, zones) : NULL;
      PlnIcsObject *known;
      g_autofree char *key = NULL;

      if (object == NULL)
        continue;
      key = g_strconcat (part->name, ":", object->uid, NULL);
      known = object->record != NULL ? g_hash_table_lookup (by_uid, key) : NULL;
      if (known != NULL)
        {
          join (known, object, text);
          object_free (object);
          continue;
        }
      g_ptr_array_add (objects, object);
      if (object->record != NULL)
        g_hash_table_insert (by_uid, g_steal_pointer (&key), object);
    }

  return objects;
}

/* As it lies in the file, with CRLF. */
static void
append_raw (GString    *out,
            const char *raw,
            gsize       length)
{
  for (const char *at = raw; at < raw + length; at++)
    {
      if (*at == '\r' && at + 1 < raw + length && at[1] == '\n')
        continue;
      if (*at == '\n' || *at == '\r')
        g_string_append (out, "\r\n");
      else
        g_string_append_c (out, *at);
    }
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append (out, "\r\n");
}

static gboolean
is_own (const PlnIcalSlice *name)
{
  return name->length > strlen (OWN_PREFIX) && g_ascii_strncasecmp (name->at, OWN_PREFIX, strlen (OWN_PREFIX)) == 0;
}

/* A line without parameters of our own, which others must not set. */
static gboolean
append_without_own (GString           *out,
                    const PlnIcalView *view)
{
  g_autoptr(PlnIcalLine) line = NULL;
  g_autofree char *written = NULL;
  gboolean changed = FALSE;

  if (g_strstr_len (view->parameters.at, (gssize) view->parameters.length, OWN_PREFIX) == NULL)
    return FALSE;

  line = pln_ical_line_new_from_view (view);
  for (guint i = line->parameters->len; i > 0; i--)
    {
      PlnIcalParameter *parameter = g_ptr_array_index (line->parameters, i - 1);

      if (g_str_has_prefix (parameter->name, OWN_PREFIX))
        {
          g_ptr_array_remove_index (line->parameters, i - 1);
          changed = TRUE;
        }
    }
  written = changed ? pln_ical_line_write (line, NULL) : NULL;
  if (written != NULL)
    g_string_append (out, written);

  return written != NULL;
}

/* Whether a line has times without a zone, which are by the clock of the
 * calendar that it stands in, if that names one. */
static gboolean
floats (const PlnIcalView *view)
{
  static const char *const names[] = { "DTSTART", "DTEND", "DUE", "RECURRENCE-ID", "RDATE", "EXDATE" };
  PlnIcalSlice tzid;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (pln_ical_slice_is (&view->name, names[i]))
      return view->value.length >= strlen ("YYYYMMDDTHHMMSS") && view->value.at[view->value.length - 1] != 'Z'
             && memchr (view->value.at, 'T', view->value.length) != NULL && !pln_ical_view_find (view, "TZID", &tzid);

  return FALSE;
}

/* @tzids, if not NULL, takes the zones that the lines name, and "" for a
 * time that names none. */
static void
append_part (GString     *out,
             PlnIcalText *text,
             guint        part,
             gboolean     own,
             GHashTable  *tzids)
{
  const PlnIcalPart *component = pln_ical_text_get_part (text, part);
  const char *data = g_bytes_get_data (pln_ical_text_get_bytes (text), NULL);
  g_autoptr(GString) scratch = g_string_new (NULL);
  guint end = MIN (component->last + 1, pln_ical_text_get_n_spans (text));

  for (guint i = component->first; i < end; i++)
    {
      PlnIcalSpan span;
      PlnIcalView view;
      PlnIcalSlice tzid;
      gboolean is_line;

      pln_ical_text_get_span (text, i, &span);
      is_line = pln_ical_text_view_span (text, &span, scratch, &view);
      if (is_line && tzids != NULL && pln_ical_view_find (&view, "TZID", &tzid))
        g_hash_table_add (tzids, pln_ical_slice_dup (&tzid));
      else if (is_line && tzids != NULL && floats (&view))
        g_hash_table_add (tzids, g_strdup (""));
      if (!own && is_line && (is_own (&view.name) || append_without_own (out, &view)))
        continue;
      append_raw (out, data + span.at, span.length);
    }
}

static void
append_zones (GString     *out,
              PlnIcalText *text,
              GHashTable  *tzids)
{
  for (guint i = 0; i < pln_ical_text_get_n_parts (text) && g_hash_table_size (tzids) > 0; i++)
    {
      const PlnIcalPart *part = pln_ical_text_get_part (text, i);
      g_autoptr(PlnIcalLine) line = NULL;
      g_autofree char *tzid = NULL;

      if (!g_str_equal (part->name, "VTIMEZONE") || part->flaw != NULL)
        continue;
      line = pln_ical_text_get_line (text, i, "TZID");
      tzid = line != NULL ? pln_ical_line_get_text (line) : g_strdup ("");
      if (g_hash_table_remove (tzids, tzid))
        append_part (out, text, i, TRUE, NULL);
    }
}

/* What feeds call the zone of times that name none (X-WR-TIMEZONE). */
static void
append_calendar_zone (GString     *out,
                      PlnIcalText *text)
{
  const char *data = g_bytes_get_data (pln_ical_text_get_bytes (text), NULL);
  PlnIcalWalk walk;
  PlnIcalSpan span;

  if (!g_str_equal (pln_ical_text_get_part (text, 0)->name, "VCALENDAR"))
    return;
  pln_ical_walk_init (&walk, text, 0);
  while (pln_ical_walk_next (&walk, &span))
    if (pln_ical_text_span_is (text, &span, "X-WR-TIMEZONE"))
      {
        append_raw (out, data + span.at, span.length);
        return;
      }
}

/**
 * pln_ics_object_write:
 * @object: an object without a flaw
 * @text: the file that it comes from
 * @own: whether own lines count
 *
 * Makes a text of its own of an object: its lines as they are, the zones they
 * name, and that of the calendar for times that name none. Own lines and parameters of our own are left out unless @own.
 *
 * Returns: (transfer full): the text
 */
GBytes *
pln_ics_object_write (const PlnIcsObject *object,
                      PlnIcalText        *text,
                      gboolean            own)
{
  g_autoptr(GHashTable) tzids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GString) parts = g_string_new (NULL);
  GString *out = g_string_new ("BEGIN:VCALENDAR\r\n"
                               "VERSION:2.0\r\n"
                               "PRODID:-//Plenary//Plenary//EN\r\n"
                               "CALSCALE:GREGORIAN\r\n");

  for (guint i = 0; i < object->parts->len; i++)
    append_part (parts, text, g_array_index (object->parts, guint, i), own, tzids);
  if (g_hash_table_remove (tzids, ""))
    append_calendar_zone (out, text);
  append_zones (out, text, tzids);
  g_string_append_len (out, parts->str, (gssize) parts->len);
  g_string_append (out, "END:VCALENDAR\r\n");

  return g_string_free_to_bytes (out);
}
