/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-zone-private.h"

#define FIRST G_GINT64_CONSTANT (-5400000000) /* in 1798: there were no zones yet */
#define LAST  G_GINT64_CONSTANT (4200000000)  /* in 2103: GLib knows no changes after 2037 */

/* From @since on, up to the next, that is the offset. */
typedef struct
{
  gint64 since;
  gint64 end;    /* what the clock shows when it ends */
  int    offset;
} Span;

struct _PlnIcalOffsets
{
  Span  *spans;
  guint  n;
};

G_LOCK_DEFINE_STATIC (tables);
static GHashTable *tables; /* identifier of a zone → PlnIcalOffsets */

static void
add_span (GArray *spans,
          gint64  since,
          int     offset)
{
  Span span = { since, G_MAXINT64, offset };
  Span *before = spans->len > 0 ? &g_array_index (spans, Span, spans->len - 1) : NULL;

  if (before != NULL && before->offset == offset)
    return;
  if (before != NULL)
    before->end = since + before->offset;
  g_array_append_val (spans, span);
}

static int
interval_at (GTimeZone *zone,
             gint64     moment)
{
  return g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, moment);
}

/* GLib numbers the intervals, but does not say when they begin: that is looked
 * for by halves, between two moments that lie in these. */
static void
add_changes (GArray    *spans,
             GTimeZone *zone,
             gint64     from,
             int        from_interval,
             gint64     to,
             int        to_interval)
{
  gint64 middle = from + (to - from) / 2;
  int interval;

  if (from_interval == to_interval)
    return;
  if (to - from == 1)
    {
      add_span (spans, to, g_time_zone_get_offset (zone, to_interval));
      return;
    }

  interval = interval_at (zone, middle);
  add_changes (spans, zone, from, from_interval, middle, interval);
  add_changes (spans, zone, middle, interval, to, to_interval);
}

static PlnIcalOffsets *
make_table (GTimeZone *zone)
{
  PlnIcalOffsets *offsets = g_new (PlnIcalOffsets, 1);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));
  int first = interval_at (zone, FIRST);

  add_span (spans, FIRST, g_time_zone_get_offset (zone, first));
  add_changes (spans, zone, FIRST, first, LAST, interval_at (zone, LAST));
  offsets->n = spans->len;
  offsets->spans = (Span *) g_array_free (spans, FALSE);

  return offsets;
}

/**
 * pln_ical_offsets_get:
 * @zone: a zone of this computer
 *
 * Gives all offsets of a zone as a table, which is made once: GLib's own
 * search is slow. For any thread.
 *
 * Returns: (transfer none): the table, which stays for ever
 */
const PlnIcalOffsets *
pln_ical_offsets_get (GTimeZone *zone)
{
  const char *name = g_time_zone_get_identifier (zone);
  PlnIcalOffsets *offsets;

  G_LOCK (tables);
  if (tables == NULL)
    tables = g_hash_table_new (g_str_hash, g_str_equal);
  offsets = g_hash_table_lookup (tables, name);
  if (offsets == NULL)
    {
      offsets = make_table (zone);
      g_hash_table_insert (tables, (char *) g_intern_string (name), offsets);
    }
  G_UNLOCK (tables);

  return offsets;
}

/**
 * pln_ical_offsets_at_face:
 * @offsets: a table
 * @face: what the clock shows, see [func@ical_face_to_number]
 * @hint: (inout): where the last face was found; 0 at first
 * @skipped: (out): whether the clock never shows it
 *
 * Of a time that the clock shows twice, the first is meant; for one that it
 * skips, the offset before the gap counts (RFC 5545, 3.3.5).
 *
 * Returns: seconds to the east of UTC
 */
int
pln_ical_offsets_at_face (const PlnIcalOffsets *offsets,
                          gint64                face,
                          guint                *hint,
                          gboolean             *skipped)
{
  const Span *spans = offsets->spans;
  guint low = 0;
  guint high = offsets->n - 1;

  if (*hint > high || face >= spans[*hint].end || (*hint > 0 && face < spans[*hint - 1].end))
    {
      while (low < high) /* the first that ends later */
        {
          guint middle = low + (high - low) / 2;

          if (face < spans[middle].end)
            high = middle;
          else
            low = middle + 1;
        }
      *hint = low;
    }

  *skipped = *hint > 0 && face < spans[*hint].since + spans[*hint].offset;

  return spans[*skipped ? *hint - 1 : *hint].offset;
}

/**
 * pln_ical_offsets_at_moment:
 * @offsets: a table
 * @moment: seconds since 1970, UTC
 *
 * Returns: seconds to the east of UTC
 */
int
pln_ical_offsets_at_moment (const PlnIcalOffsets *offsets,
                            gint64                moment)
{
  guint low = 0;
  guint high = offsets->n - 1;

  while (low < high) /* the last that has begun */
    {
      guint middle = low + (high - low + 1) / 2;

      if (offsets->spans[middle].since <= moment)
        low = middle;
      else
        high = middle - 1;
    }

  return offsets->spans[low].offset;
}
