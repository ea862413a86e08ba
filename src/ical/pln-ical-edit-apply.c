/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-edit-private.h"

#include "pln-ical-draft.h"
#include "pln-ical-stamp.h"

#include <glib/gi18n.h>
#include <string.h>

#define OWN "X-PLENARY-"
#define NONE G_MAXUINT

/* A line of the component, as it is and as it shall be. */
typedef struct
{
  guint     span;    /* NONE for a new one */
  char     *line;    /* unfolded; NULL: as it stands in the text */
  gboolean  dropped;
  guint     same;    /* the next entry of the same name and key, or NONE */
} Entry;

/* The lines of one name. */
typedef struct
{
  GArray     *entries; /* guint: indices into all entries */
  GHashTable *keys;    /* key → index + 1 of the first entry; NULL until it is needed */
} Named;

/* The component while it is edited. All steps but making the index of one
 * name's keys take time that does not grow with the number of lines. */
typedef struct
{
  PlnIcalText *text;
  guint        part;
  GArray      *entries; /* Entry */
  GHashTable  *names;   /* upper case → Named */
  GString     *scratch;
  gboolean     changed;
} Component;

static void
named_free (gpointer data)
{
  Named *named = data;

  g_array_unref (named->entries);
  g_clear_pointer (&named->keys, g_hash_table_unref);
  g_free (named);
}

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->line);
}

static void
component_clear (Component *component)
{
  if (component->text == NULL)
    return; /* it was never filled */

  g_array_unref (component->entries);
  g_hash_table_unref (component->names);
  g_string_free (component->scratch, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Component, component_clear)

static Entry *
entry_at (Component *component,
          guint      index)
{
  return &g_array_index (component->entries, Entry, index);
}

/* The line as it is at the moment; valid until the next call. */
static PlnIcalSlice
current_line (Component *component,
              guint      index)
{
  const Entry *entry = entry_at (component, index);
  PlnIcalSpan span;

  if (entry->line != NULL)
    return (PlnIcalSlice) { entry->line, strlen (entry->line) };

  pln_ical_text_get_span (component->text, entry->span, &span);

  return pln_ical_text_unfold_span (component->text, &span, component->scratch);
}

static Named *
named (Component  *component,
       const char *name)
{
  Named *lines = g_hash_table_lookup (component->names, name);

  if (lines == NULL)
    {
      lines = g_new0 (Named, 1);
      lines->entries = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (component->names, g_strdup (name), lines);
    }

  return lines;
}

/* By what one of several lines is known. */
static char *
key_of (const PlnIcalView *view)
{
  g_autofree char *value = pln_ical_view_dup_value (view);
  char *id = NULL;

  if (pln_ical_slice_is (&view->name, "ATTENDEE"))
    return pln_ical_address_key (value);
  if (view->name.length > strlen (OWN) && g_ascii_strncasecmp (view->name.at, OWN, strlen (OWN)) == 0)
    id = pln_ical_view_dup_parameter (view, "ID");

  return id != NULL ? id : g_steal_pointer (&value);
}

static void
add_key (Component *component,
         Named     *lines,
         guint      index)
{
  PlnIcalSlice line = current_line (component, index);
  PlnIcalView view;
  g_autofree char *key = NULL;
  guint first;

  if (!pln_ical_view_init (&view, line.at, line.length, NULL))
    return;

  key = key_of (&view);
  first = GPOINTER_TO_UINT (g_hash_table_lookup (lines->keys, key));
  if (first == 0)
    {
      entry_at (component, index)->same = NONE;
      g_hash_table_insert (lines->keys, g_steal_pointer (&key), GUINT_TO_POINTER (index + 1));
    }
  else
    {
      entry_at (component, index)->same = entry_at (component, first - 1)->same;
      entry_at (component, first - 1)->same = index;
    }
}

static GHashTable *
keys_of (Component *component,
         Named     *lines)
{
  if (lines->keys == NULL)
    {
      lines->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < lines->entries->len; i++)
        {
          guint index = g_array_index (lines->entries, guint, i);

          if (!entry_at (component, index)->dropped)
            add_key (component, lines, index);
        }
    }

  return lines->keys;
}

static guint
find_keyed (Component  *component,
            Named      *lines,
            const char *key)
{
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (keys_of (component, lines), key));

  return first > 0 ? first - 1 : NONE;
}

static guint
find_first (Component *component,
            Named     *lines)
{
  for (guint i = 0; i < lines->entries->len; i++)
    {
      guint index = g_array_index (lines->entries, guint, i);

      if (!entry_at (component, index)->dropped)
        return index;
    }

  return NONE;
}

static void
take_line (Component *component,
           guint      index,
           char      *line) /* (transfer full) */
{
  PlnIcalSlice before = current_line (component, index);
  Entry *entry = entry_at (component, index);

  if (before.length == strlen (line) && memcmp (before.at, line, before.length) == 0)
    {
      g_free (line);
      return;
    }

  g_free (entry->line);
  entry->line = line;
  component->changed = TRUE;
}

static void
drop (Component *component,
      guint      index)
{
  entry_at (component, index)->dropped = TRUE;
  component->changed = TRUE;
}

static guint
append (Component *component,
        Named     *lines,
        char      *line) /* (transfer full) */
{
  Entry entry = { .span = NONE, .line = line, .same = NONE };
  guint index = component->entries->len;

  g_array_append_val (component->entries, entry);
  g_array_append_val (lines->entries, index);
  component->changed = TRUE;

  return index;
}

/* All lines of that name go but one, which may be NONE. */
static void
drop_others (Component *component,
             Named     *lines,
             guint      kept)
{
  for (guint i = 0; i < lines->entries->len; i++)
    {
      guint index = g_array_index (lines->entries, guint, i);

      if (index != kept && !entry_at (component, index)->dropped)
        drop (component, index);
    }

  g_clear_pointer (&lines->keys, g_hash_table_unref);
  g_array_set_size (lines->entries, 0);
  if (kept != NONE)
    g_array_append_val (lines->entries, kept);
}

static void
set_line (Component  *component,
          const char *name,
          char       *line) /* (transfer full) */
{
  Named *lines = named (component, name);
  guint index = find_first (component, lines);

  if (index == NONE)
    index = append (component, lines, line);
  else
    take_line (component, index, line);
  drop_others (component, lines, index);
}

static gboolean
apply_set (Component          *component,
           const PlnIcalEdit  *edit,
           GError            **error)
{
  char *line = pln_ical_line_write_unfolded (edit->line, error);

  if (line == NULL)
    return FALSE;

  set_line (component, edit->name, line);

  return TRUE;
}

static gboolean
apply_put (Component          *component,
           const PlnIcalEdit  *edit,
           GError            **error)
{
  Named *lines = named (component, edit->name);
  guint index = find_keyed (component, lines, edit->key);
  char *line = pln_ical_line_write_unfolded (edit->line, error);

  if (line == NULL)
    return FALSE;

  if (index == NONE)
    {
      add_key (component, lines, append (component, lines, line));
      return TRUE;
    }

  /* Its key may change; what else has the old key is known by it alone then. */
  if (entry_at (component, index)->same == NONE)
    g_hash_table_remove (lines->keys, edit->key);
  else
    g_hash_table_insert (lines->keys, g_strdup (edit->key),
                         GUINT_TO_POINTER (entry_at (component, index)->same + 1));
  take_line (component, index, line);
  add_key (component, lines, index);

  return TRUE;
}

static void
apply_drop (Component         *component,
            const PlnIcalEdit *edit)
{
  Named *lines = named (component, edit->name);

  for (guint index = find_keyed (component, lines, edit->key), next; index != NONE; index = next)
    {
      next = entry_at (component, index)->same;
      drop (component, index);
    }
  g_hash_table_remove (lines->keys, edit->key);
}

/* The line with one parameter replaced where it stands, added behind the
 * others, or without it; all other bytes stay. NULL on error. */
static char *
with_parameter (PlnIcalSlice        line,
                const PlnIcalEdit  *edit,
                GError            **error)
{
  g_autoptr(GString) changed = g_string_sized_new (line.length + 40);
  g_autoptr(GString) written = g_string_new (NULL);
  const char *values[] = { edit->value, NULL };
  PlnIcalView view;
  PlnIcalSlice rest = { NULL, 0 };
  PlnIcalSlice name;
  PlnIcalSlice raw;

  if (!pln_ical_view_init (&view, line.at, line.length, error))
    return NULL;
  if (edit->value != NULL
      && !pln_ical_line_append_parameter (written, edit->name, edit->parameter, values, error))
    return NULL;

  g_string_append_len (changed, view.name.at, view.name.length);
  while (pln_ical_view_next (&view, &rest, &name, &raw))
    if (!pln_ical_slice_is (&name, edit->parameter))
      g_string_append_len (changed, name.at - 1, rest.at - name.at + 1);
    else
      {
        g_autofree char *before = raw.at != NULL ? pln_ical_values_decode (&raw) : NULL;

        if (edit->value != NULL && g_strcmp0 (before, edit->value) == 0) /* so it keeps its bytes */
          g_string_append_len (changed, name.at - 1, rest.at - name.at + 1);
        else
          g_string_append_len (changed, written->str, written->len);
        g_string_truncate (written, 0);
      }
  g_string_append_len (changed, written->str, written->len);
  g_string_append_len (changed, view.value.at - 1, view.value.length + 1);

  if (changed->len > PLN_ICAL_MAX_LINE || !pln_ical_view_init (&view, changed->str, changed->len, NULL))
    {
      g_set_error (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_REFUSED, _("“%s” was not written. %s"),
                   edit->name, _("The line would become too long."));
      return NULL;
    }

  return g_string_free (g_steal_pointer (&changed), FALSE);
}

static gboolean
apply_parameter (Component          *component,
                 const PlnIcalEdit  *edit,
                 GError            **error)
{
  Named *lines = named (component, edit->name);
  guint index = edit->key != NULL ? find_keyed (component, lines, edit->key) : find_first (component, lines);
  char *line;

  if (index == NONE)
    return TRUE; /* somebody else took it away */

  line = with_parameter (current_line (component, index), edit, error);
  if (line == NULL)
    return FALSE;

  /* ID is what lines of our own are known by. */
  take_line (component, index, line);
  if (g_str_equal (edit->parameter, "ID"))
    g_clear_pointer (&lines->keys, g_hash_table_unref);

  return TRUE;
}

static void
apply_stamp (Component         *component,
             const PlnIcalEdit *edit)
{
  g_autofree char *stamp = pln_ical_stamp_new (edit->now);
  guint index = find_first (component, named (component, "SEQUENCE"));

  set_line (component, "DTSTAMP", g_strconcat ("DTSTAMP:", stamp, NULL));
  set_line (component, "LAST-MODIFIED", g_strconcat ("LAST-MODIFIED:", stamp, NULL));

  if (edit->bump)
    {
      PlnIcalSlice line = index != NONE ? current_line (component, index) : (PlnIcalSlice) { ":0", 2 };
      g_autofree char *value = g_strndup (line.at, line.length);
      const char *colon = strrchr (value, ':');
      gint64 sequence = colon != NULL ? g_ascii_strtoll (colon + 1, NULL, 10) : 0;

      set_line (component, "SEQUENCE",
                g_strdup_printf ("SEQUENCE:%d", (int) CLAMP (sequence, 0, G_MAXINT - 1) + 1));
    }
}

static gboolean
apply_edit (Component          *component,
            const PlnIcalEdit  *edit,
            GError            **error)
{
  switch (edit->kind)
    {
    case PLN_ICAL_EDIT_SET:
      return apply_set (component, edit, error);
    case PLN_ICAL_EDIT_UNSET:
      drop_others (component, named (component, edit->name), NONE);
      return TRUE;
    case PLN_ICAL_EDIT_PUT:
      return apply_put (component, edit, error);
    case PLN_ICAL_EDIT_DROP:
      apply_drop (component, edit);
      return TRUE;
    case PLN_ICAL_EDIT_PARAMETER:
      return apply_parameter (component, edit, error);
    case PLN_ICAL_EDIT_MOVE_ALL: /* these are done already */
    case PLN_ICAL_EDIT_TAKE_OUT:
    case PLN_ICAL_EDIT_ZONE:     /* these two when the others are done */
    case PLN_ICAL_EDIT_STAMP:
    default:
      return TRUE;
    }
}

static gboolean
refuse (GError     **error,
        const char  *name,
        const char  *why)
{
  g_set_error (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_REFUSED, _("“%s” was not written. %s"), name, why);
  return FALSE;
}

/* A gathering is what guests and other programs see: only these lines of our
 * own may stand there, nothing private above all. */
static gboolean
may_stand_on_gathering (const char *name)
{
  static const char *const names[] = {
    OWN "KIND", OWN "SERIES", OWN "CAPACITY", OWN "ANSWER-BY", OWN "STATE", OWN "ROOM",
    OWN "SOURCE", NULL
  };

  return g_strv_contains (names, name);
}

/* Lines that occur more than once, and so need an ID to be known by. */
static gboolean
is_repeated (const char *name)
{
  static const char *const names[] = { OWN "GUEST", OWN "LINE", OWN "SPEAKER", OWN "ROOM", OWN "SOURCE", NULL };

  return g_strv_contains (names, name);
}

static gboolean
is_gathering (Component *component)
{
  guint index = find_first (component, named (component, OWN "KIND"));
  PlnIcalSlice line = index != NONE ? current_line (component, index) : (PlnIcalSlice) { "", 0 };
  PlnIcalView view;

  return pln_ical_view_init (&view, line.at, line.length, NULL) && pln_ical_slice_is (&view.value, "GATHERING");
}

/* Lines of our own follow their grammar, whoever wrote the edit. */
static gboolean
check_own_lines (Component  *component,
                 GError    **error)
{
  gboolean gathering = is_gathering (component);

  for (guint i = 0; i < component->entries->len; i++)
    {
      const Entry *entry = entry_at (component, i);
      g_autofree char *name = NULL;
      PlnIcalView view;
      PlnIcalSlice id;

      if (entry->line == NULL || entry->dropped || !g_str_has_prefix (entry->line, OWN)
          || !pln_ical_view_init (&view, entry->line, strlen (entry->line), NULL))
        continue;

      name = g_strndup (view.name.at, view.name.length);
      if (gathering && !may_stand_on_gathering (name))
        return refuse (error, name, _("It must not stand on a gathering, which guests may read."));
      if (is_repeated (name) && (!pln_ical_view_find (&view, "ID", &id) || id.length == 0))
        return refuse (error, name, _("It has no ID."));
    }

  return TRUE;
}

static void
component_init (Component   *component,
                PlnIcalText *text,
                guint        part)
{
  PlnIcalWalk walk;
  PlnIcalSpan span;

  component->text = text;
  component->part = part;
  component->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (component->entries, entry_clear);
  component->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, named_free);
  component->scratch = g_string_new (NULL);
  component->changed = FALSE;

  pln_ical_walk_init (&walk, text, part);
  while (pln_ical_walk_next (&walk, &span))
    {
      guint index = component->entries->len;
      Entry entry = { .span = walk.at, .same = NONE };
      PlnIcalView view;

      if (pln_ical_text_view_span (text, &span, component->scratch, &view))
        {
          g_autofree char *name = g_ascii_strup (view.name.at, view.name.length);

          g_array_append_val (component->entries, entry);
          g_array_append_val (named (component, name)->entries, index);
        }
    }
}

static void
component_write (Component    *component,
                 PlnIcalDraft *draft)
{
  guint end = pln_ical_text_get_lines_end (component->text, component->part);

  for (guint i = 0; i < component->entries->len; i++)
    {
      const Entry *entry = entry_at (component, i);

      if (entry->dropped && entry->span != NONE)
        pln_ical_draft_drop (draft, entry->span);
      else if (!entry->dropped && entry->span == NONE)
        pln_ical_draft_insert (draft, end, entry->line);
      else if (!entry->dropped && entry->line != NULL)
        pln_ical_draft_replace (draft, entry->span, entry->line);
    }
}

static int
find_zone (PlnIcalText *text,
           const char  *tzid)
{
  for (guint part = 0; part < pln_ical_text_get_n_parts (text); part++)
    if (g_str_equal (pln_ical_text_get_part (text, part)->name, "VTIMEZONE"))
      {
        g_autoptr(PlnIcalLine) line = pln_ical_text_get_line (text, part, "TZID");
        g_autofree char *name = line != NULL ? pln_ical_line_get_text (line) : NULL;

        if (g_strcmp0 (name, tzid) == 0)
          return part;
      }

  return -1;
}

/* Where a VTIMEZONE goes: behind the properties of the calendar. */
static guint
first_component (PlnIcalText *text,
                 guint        main)
{
  int calendar = pln_ical_text_get_part (text, main)->parent;

  return calendar >= 0 ? pln_ical_text_get_lines_end (text, calendar) : pln_ical_text_get_part (text, main)->first;
}

static gboolean
is_one_zone (const char *vtimezone)
{
  g_autoptr(PlnIcalText) text = pln_ical_text_new_from_string (vtimezone, NULL);
  const PlnIcalPart *part;

  if (text == NULL || !g_utf8_validate (vtimezone, -1, NULL))
    return FALSE;
  for (const char *at = vtimezone; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at) && strchr ("\r\n\t", *at) == NULL)
      return FALSE;

  part = pln_ical_text_get_part (text, 0);

  return g_str_equal (part->name, "VTIMEZONE") && part->flaw == NULL
         && part->first == 0 && part->last + 1 == pln_ical_text_get_n_spans (text);
}

static gboolean
same_zone (PlnIcalText *text,
           guint        zone,
           const char  *vtimezone)
{
  const PlnIcalPart *part = pln_ical_text_get_part (text, zone);
  const char *data = g_bytes_get_data (pln_ical_text_get_bytes (text), NULL);
  PlnIcalSpan first;
  PlnIcalSpan last;

  pln_ical_text_get_span (text, part->first, &first);
  pln_ical_text_get_span (text, part->last, &last);

  return last.at + last.length - first.at == strlen (vtimezone)
         && memcmp (data + first.at, vtimezone, strlen (vtimezone)) == 0;
}

static gboolean
apply_zone (PlnIcalDraft       *draft,
            PlnIcalText        *text,
            guint               main,
            const PlnIcalEdit  *edit,
            gboolean            keeps, /* the zone that is there, which others need, too */
            GError            **error)
{
  int zone = find_zone (text, edit->name);
  guint before = first_component (text, main);

  if (!is_one_zone (edit->value))
    return refuse (error, "VTIMEZONE", _("It is not one time zone."));

  if (zone >= 0 && pln_ical_text_get_part (text, zone)->ended)
    {
      if (keeps || same_zone (text, zone, edit->value))
        return TRUE;
      before = pln_ical_text_get_part (text, zone)->first;
      pln_ical_draft_drop_part (draft, zone);
    }
  pln_ical_draft_insert_raw (draft, before, edit->value, strlen (edit->value));

  return TRUE;
}

/* The last word about each zone. */
static gboolean
apply_zones (PlnIcalDraft        *draft,
             PlnIcalText         *text,
             guint                main,
             const PlnIcalEdits  *edits,
             GError             **error)
{
  g_autoptr(GHashTable) last = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < edits->edits->len; i++)
    {
      PlnIcalEdit *edit = g_ptr_array_index (edits->edits, i);

      if (edit->kind == PLN_ICAL_EDIT_ZONE)
        g_hash_table_insert (last, edit->name, edit);
    }
  for (guint i = 0; i < edits->edits->len; i++)
    {
      const PlnIcalEdit *edit = g_ptr_array_index (edits->edits, i);

      if (edit->kind == PLN_ICAL_EDIT_ZONE && g_hash_table_lookup (last, edit->name) == edit
          && !apply_zone (draft, text, main, edit, edits->instance != NULL, error))
        return FALSE;
    }

  return TRUE;
}

static int
find_main (PlnIcalText  *text,
           const char   *component,
           const char   *instance,
           GError      **error)
{
  int main = pln_ical_text_find_part (text, component, NULL, instance);
  PlnIcalSpan span;

  if (main < 0)
    {
      g_set_error (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_BROKEN,
                   /* Translators: %s is the name of a calendar component, such as VEVENT. */
                   _("The object cannot be changed: there is no %s in it."), component);
      return -1;
    }
  if (pln_ical_text_get_part (text, main)->flaw != NULL)
    {
      pln_ical_text_get_span (text, pln_ical_text_get_part (text, main)->first, &span);
      g_set_error (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_BROKEN,
                   /* Translators: the second %s is a sentence that says why. */
                   _("The object at line %u cannot be changed. %s"),
                   span.line, pln_ical_text_get_part (text, main)->flaw);
      return -1;
    }

  return main;
}

/* What concerns the series, before anything else; then the instance that the
 * other edits mean gets its component. */
static GBytes *
apply_to_series (const PlnIcalEdits  *edits,
                 GBytes              *text,
                 GError             **error)
{
  g_autoptr(GBytes) series = g_bytes_ref (text);

  for (guint i = 0; i < edits->edits->len; i++)
    {
      const PlnIcalEdit *edit = g_ptr_array_index (edits->edits, i);
      GBytes *after;

      if (edit->kind == PLN_ICAL_EDIT_MOVE_ALL)
        after = pln_ical_series_move (series, edit->key, &edit->place, error);
      else if (edit->kind == PLN_ICAL_EDIT_TAKE_OUT)
        after = pln_ical_series_drop (series, edit->key, error);
      else
        continue;
      if (after == NULL)
        return NULL;
      g_bytes_unref (series);
      series = after;
    }

  return edits->instance != NULL ? pln_ical_series_detach (series, edits->instance, error) : g_steal_pointer (&series);
}

/**
 * pln_ical_edits_apply:
 * @edits: a list
 * @text: the text of an object
 * @error: return location for a [error@IcalError]: `BROKEN` if the object
 *   lacks the component or its end, `REFUSED` if a line must not be written:
 *   control characters, lines of our own that do not belong there; or if it is
 *   not certain when a series takes place
 *
 * Applies edits to a text. Lines that no edit names keep their bytes, as does
 * a line that would say the same; the components of other occurrences
 * (RECURRENCE-ID) are left alone, unless the whole series is moved. New lines end as those of the text do.
 *
 * Takes time proportional to the size of the text and the number of edits.
 *
 * Returns: (transfer full): the new text, or @text itself if nothing changes;
 *   %NULL on error
 */
GBytes *
pln_ical_edits_apply (const PlnIcalEdits  *edits,
                      GBytes              *text,
                      GError             **error)
{
  g_autoptr(GBytes) series = apply_to_series (edits, text, error);
  g_autoptr(PlnIcalText) split = series != NULL ? pln_ical_text_new (series, error) : NULL;
  g_autoptr(PlnIcalDraft) draft = NULL;
  g_auto(Component) component = { NULL };
  gboolean only_stamps = series == text;
  int main;

  if (split == NULL || (main = find_main (split, edits->component, edits->instance, error)) < 0)
    return NULL;

  draft = pln_ical_draft_new (split);
  component_init (&component, split, main);

  for (guint i = 0; i < edits->edits->len; i++)
    {
      const PlnIcalEdit *edit = g_ptr_array_index (edits->edits, i);

      only_stamps = only_stamps && edit->kind == PLN_ICAL_EDIT_STAMP;
      if (!apply_edit (&component, edit, error))
        return NULL;
    }
  if (!check_own_lines (&component, error) || !apply_zones (draft, split, main, edits, error))
    return NULL;

  if (only_stamps || component.changed || pln_ical_draft_is_changed (draft) || series != text)
    for (guint i = 0; i < edits->edits->len; i++)
      {
        const PlnIcalEdit *edit = g_ptr_array_index (edits->edits, i);

        if (edit->kind == PLN_ICAL_EDIT_STAMP)
          apply_stamp (&component, edit);
      }
  component_write (&component, draft);

  return pln_ical_draft_finish (draft, error);
}
