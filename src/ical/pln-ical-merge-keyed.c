/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-merge-private.h"

#include "pln-ical-meaning.h"

#include <string.h>

/* Parameters that say one thing together, and the one by which the newer of
 * two is told. */
typedef struct
{
  const char *names[4];
  const char *newer;
} Statement;

static const Statement statements[] = {
  { { "SAID", "AT", "BY", NULL }, "AT" },                 /* what a guest said by other ways */
  { { "GOT-SEQ", "GOT-STAMP", NULL }, "GOT-STAMP" },      /* the last reply taken */
};

/* One keyed line while it is merged. */
typedef struct
{
  PlnIcalMerge        *merge;
  const PlnIcalTriple *triple;
  PlnIcalLine         *of[PLN_ICAL_N_SIDES]; /* base may be NULL */
  PlnIcalLine         *merged;               /* of remote, changed */
  gboolean             contradict;
} Keyed;

static const PlnIcalParameter *
find_parameter (const PlnIcalLine *line,
                const char        *name)
{
  for (guint i = 0; line != NULL && i < line->parameters->len; i++)
    {
      const PlnIcalParameter *parameter = g_ptr_array_index (line->parameters, i);

      if (g_str_equal (parameter->name, name))
        return parameter;
    }

  return NULL;
}

static char *
said (const Keyed     *keyed,
      PlnIcalSideName  side,
      const char      *name)
{
  const PlnIcalParameter *parameter = find_parameter (keyed->of[side], name);

  return parameter != NULL ? pln_ical_meaning_of_parameter (keyed->of[side], parameter) : NULL;
}

static void
take_parameter (Keyed           *keyed,
                PlnIcalSideName  side,
                const char      *name)
{
  const PlnIcalParameter *parameter = find_parameter (keyed->of[side], name);

  pln_ical_line_set_parameter_list (keyed->merged, name,
                                    parameter != NULL ? (const char *const *) parameter->values : NULL);
}

static const char *
get (const Keyed     *keyed,
     PlnIcalSideName  side,
     const char      *name)
{
  const char *value = pln_ical_line_get_parameter (keyed->of[side], name);

  return value != NULL ? value : "";
}

/* SEQUENCE, then DTSTAMP, of the last reply (RFC 5546, 2.1.5). */
static int
compare_replies (const char *a,
                 const char *b)
{
  gint64 sequence_a = g_ascii_strtoll (a, NULL, 10);
  gint64 sequence_b = g_ascii_strtoll (b, NULL, 10);
  const char *stamp_a = strchr (a, ' ');
  const char *stamp_b = strchr (b, ' ');

  if (sequence_a != sequence_b)
    return sequence_a < sequence_b ? -1 : 1;

  return g_strcmp0 (stamp_a, stamp_b);
}

/* More than 0 if local's reply is the newer one, less if remote's; 0 if that
 * is not known. */
static int
newer_reply (const Keyed *keyed)
{
  const PlnIcalMergeHints *hints = keyed->merge->hints;
  const char *key = keyed->triple->of[PLN_ICAL_REMOTE]->key;
  const char *local = NULL;
  const char *remote = NULL;

  if (hints != NULL && hints->local_replies != NULL)
    local = g_hash_table_lookup (hints->local_replies, key);
  if (hints != NULL && hints->remote_replies != NULL)
    remote = g_hash_table_lookup (hints->remote_replies, key);
  if (local == NULL || remote == NULL)
    return (local != NULL) - (remote != NULL);

  return compare_replies (local, remote);
}

static gboolean
is_self (const Keyed *keyed)
{
  const PlnIcalMergeHints *hints = keyed->merge->hints;
  g_autofree char *self = hints != NULL && hints->self != NULL ? pln_ical_address_key (hints->self) : NULL;

  return self != NULL && g_str_equal (self, keyed->triple->of[PLN_ICAL_REMOTE]->key);
}

/* Which of two changed answers counts. */
static PlnIcalSideName
choose_answer (Keyed      *keyed,
               const char *local,  /* NULL: NEEDS-ACTION */
               const char *remote)
{
  int newer;

  if (keyed->merge->flags & PLN_ICAL_MERGE_UNDO)
    return PLN_ICAL_REMOTE; /* it arrived in between */
  if (is_self (keyed))
    return PLN_ICAL_LOCAL;
  newer = newer_reply (keyed);
  if (newer != 0)
    return newer > 0 ? PLN_ICAL_LOCAL : PLN_ICAL_REMOTE;
  if (local == NULL || remote == NULL) /* an answer beats no answer */
    return local != NULL ? PLN_ICAL_LOCAL : PLN_ICAL_REMOTE;

  keyed->contradict = TRUE;
  return PLN_ICAL_REMOTE;
}

/* Of what remote says, that is a change which counts. */
static gboolean
changed_there (const Keyed *keyed,
               const char  *base,
               const char  *remote)
{
  return !(keyed->merge->flags & PLN_ICAL_MERGE_CARRY) && g_strcmp0 (remote, base) != 0;
}

static void
merge_answer (Keyed *keyed)
{
  PlnIcalMerge *merge = keyed->merge;
  g_autofree char *base = said (keyed, PLN_ICAL_BASE, "PARTSTAT");
  g_autofree char *local = said (keyed, PLN_ICAL_LOCAL, "PARTSTAT");
  g_autofree char *remote = said (keyed, PLN_ICAL_REMOTE, "PARTSTAT");
  gboolean plain = merge->flags == PLN_ICAL_MERGE_NONE;
  PlnIcalSideName side = PLN_ICAL_REMOTE;

  /* An answer to a time that is no longer meant must be asked for again. */
  if (plain && merge->local_rescheduled && local == NULL)
    side = PLN_ICAL_LOCAL;
  else if (plain && merge->remote_rescheduled && remote == NULL)
    side = PLN_ICAL_REMOTE;
  else if (!changed_there (keyed, base, remote))
    side = g_strcmp0 (local, base) != 0 ? PLN_ICAL_LOCAL : PLN_ICAL_REMOTE;
  else if (g_strcmp0 (local, base) != 0 && g_strcmp0 (local, remote) != 0)
    side = choose_answer (keyed, local, remote);

  if (side == PLN_ICAL_LOCAL && g_strcmp0 (local, remote) != 0)
    {
      take_parameter (keyed, PLN_ICAL_LOCAL, "PARTSTAT");
      take_parameter (keyed, PLN_ICAL_LOCAL, "RSVP");
    }
}

static void
merge_statement (Keyed           *keyed,
                 const Statement *statement)
{
  gboolean local_changed = FALSE;
  gboolean remote_changed = FALSE;
  gboolean take;

  for (guint i = 0; statement->names[i] != NULL; i++)
    {
      g_autofree char *base = said (keyed, PLN_ICAL_BASE, statement->names[i]);
      g_autofree char *local = said (keyed, PLN_ICAL_LOCAL, statement->names[i]);
      g_autofree char *remote = said (keyed, PLN_ICAL_REMOTE, statement->names[i]);

      local_changed |= g_strcmp0 (local, base) != 0;
      remote_changed |= changed_there (keyed, base, remote);
    }

  take = local_changed && !remote_changed;
  if (local_changed && remote_changed && !(keyed->merge->flags & PLN_ICAL_MERGE_UNDO))
    take = strcmp (get (keyed, PLN_ICAL_LOCAL, statement->newer), get (keyed, PLN_ICAL_REMOTE, statement->newer)) > 0;
  for (guint i = 0; take && statement->names[i] != NULL; i++)
    take_parameter (keyed, PLN_ICAL_LOCAL, statement->names[i]);
}

/* Both sides changed one parameter to something else. */
static void
settle (Keyed      *keyed,
        const char *name)
{
  static const char *const remote_wins[] = {
    "RSVP", "SCHEDULE-STATUS", "SCHEDULE-FORCE-SEND", "X-NUM-GUESTS", "X-RESPONSE-COMMENT", "X-PLENARY-ID", "POS", NULL
  };
  gint64 local;
  gint64 remote;

  if (g_strv_contains (remote_wins, name))
    return;

  if (g_str_equal (name, "X-PLENARY-TOLD")) /* what was sent last */
    {
      local = g_ascii_strtoll (get (keyed, PLN_ICAL_LOCAL, name), NULL, 10);
      remote = g_ascii_strtoll (get (keyed, PLN_ICAL_REMOTE, name), NULL, 10);
      if (local > remote)
        take_parameter (keyed, PLN_ICAL_LOCAL, name);
    }
  else if (g_str_equal (name, "SCHEDULE-AGENT")) /* once invited by file, for good */
    {
      if (g_ascii_strcasecmp (get (keyed, PLN_ICAL_LOCAL, name), "CLIENT") == 0)
        take_parameter (keyed, PLN_ICAL_LOCAL, name);
    }
  else
    keyed->contradict = TRUE;
}

static gboolean
is_part_of_statement (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    if (g_strv_contains (statements[i].names, name))
      return TRUE;

  return FALSE;
}

static void
merge_parameter (Keyed      *keyed,
                 const char *name)
{
  g_autofree char *base = said (keyed, PLN_ICAL_BASE, name);
  g_autofree char *local = said (keyed, PLN_ICAL_LOCAL, name);
  g_autofree char *remote = said (keyed, PLN_ICAL_REMOTE, name);

  if (g_strcmp0 (local, base) == 0 || g_strcmp0 (local, remote) == 0
      || (local == NULL && (keyed->merge->flags & PLN_ICAL_MERGE_KEEP) && g_str_has_prefix (name, "X-")))
    return;
  if (!changed_there (keyed, base, remote))
    take_parameter (keyed, PLN_ICAL_LOCAL, name);
  else
    settle (keyed, name);
}

/* All that local has or has removed. */
static void
merge_parameters (Keyed *keyed)
{
  g_autoptr(GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  if (g_str_equal (keyed->merged->name, "ATTENDEE"))
    {
      g_hash_table_add (done, (char *) "PARTSTAT");
      merge_parameter (keyed, "RSVP"); /* before the answer, which may take it along */
      g_hash_table_add (done, (char *) "RSVP");
      merge_answer (keyed);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    merge_statement (keyed, &statements[i]);

  for (PlnIcalSideName side = PLN_ICAL_BASE; side <= PLN_ICAL_LOCAL; side++)
    for (guint i = 0; keyed->of[side] != NULL && i < keyed->of[side]->parameters->len; i++)
      {
        const PlnIcalParameter *parameter = g_ptr_array_index (keyed->of[side]->parameters, i);

        if (!is_part_of_statement (parameter->name) && g_hash_table_add (done, parameter->name))
          merge_parameter (keyed, parameter->name);
      }
}

static char *
value_of (const PlnIcalLine *line)
{
  return line == NULL ? NULL
         : g_str_equal (line->name, "ATTENDEE") ? pln_ical_address_key (line->value) : pln_ical_line_get_text (line);
}

/* What was written of one line of a note on both sides is kept on both: the
 * local text stands beside the remote one, with an ID that every computer
 * finds alike. */
static void
keep_beside (Keyed *keyed)
{
  PlnIcalMerge *merge = keyed->merge;
  const PlnIcalProp *remote = keyed->triple->of[PLN_ICAL_REMOTE];
  g_autoptr(PlnIcalLine) line = pln_ical_line_copy (keyed->of[PLN_ICAL_LOCAL]);
  g_autofree char *both = g_strconcat (remote->id, "\n", line->value, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, both, -1);
  const GPtrArray *others = pln_ical_side_get (&merge->side[PLN_ICAL_REMOTE], line->name);
  g_autofree char *unfolded = NULL;

  hash[12] = '\0';
  for (guint i = 0; i < others->len; i++)
    if (g_strcmp0 (((const PlnIcalProp *) g_ptr_array_index (others, i))->id, hash) == 0)
      return; /* it stands there already */

  pln_ical_line_set_parameter (line, "ID", hash);
  pln_ical_line_set_parameter (line, "BESIDE", remote->id);
  unfolded = pln_ical_line_write_unfolded (line, NULL);
  if (unfolded != NULL)
    pln_ical_draft_insert (merge->draft, remote->span + 1, unfolded);
  else
    pln_ical_merge_conflict (merge, line->name, remote);
}

static void
merge_value (Keyed *keyed)
{
  g_autofree char *base = value_of (keyed->of[PLN_ICAL_BASE]);
  g_autofree char *local = value_of (keyed->of[PLN_ICAL_LOCAL]);
  g_autofree char *remote = value_of (keyed->of[PLN_ICAL_REMOTE]);

  if (g_strcmp0 (local, base) == 0 || g_strcmp0 (local, remote) == 0)
    return;

  if (!changed_there (keyed, base, remote))
    {
      g_free (keyed->merged->value);
      keyed->merged->value = g_strdup (keyed->of[PLN_ICAL_LOCAL]->value);
    }
  else if (g_str_equal (keyed->merged->name, "X-PLENARY-LINE") && keyed->triple->of[PLN_ICAL_REMOTE]->id != NULL)
    keep_beside (keyed);
  else
    keyed->contradict = TRUE;
}

/**
 * pln_ical_merge_keyed:
 * @merge: a merge
 * @triple: a line that local and remote have and changed differently
 *
 * Merges a line that is known by a key, parameter by parameter.
 */
void
pln_ical_merge_keyed (PlnIcalMerge        *merge,
                      const PlnIcalTriple *triple)
{
  Keyed keyed = { .merge = merge, .triple = triple };
  g_autofree char *meaning = NULL;

  for (PlnIcalSideName side = PLN_ICAL_BASE; side < PLN_ICAL_N_SIDES; side++)
    if (triple->of[side] != NULL)
      keyed.of[side] = pln_ical_side_parse (&merge->side[side], triple->of[side]);
  keyed.merged = pln_ical_line_copy (keyed.of[PLN_ICAL_REMOTE]);

  merge_parameters (&keyed);
  merge_value (&keyed);

  meaning = pln_ical_meaning_of_line (keyed.merged);
  if (!g_str_equal (meaning, triple->of[PLN_ICAL_REMOTE]->meaning))
    pln_ical_merge_write (merge, triple->of[PLN_ICAL_REMOTE], keyed.merged);
  if (keyed.contradict)
    pln_ical_merge_conflict (merge, keyed.merged->name, triple->of[PLN_ICAL_REMOTE]);

  for (PlnIcalSideName side = PLN_ICAL_BASE; side < PLN_ICAL_N_SIDES; side++)
    pln_ical_line_free (keyed.of[side]);
  pln_ical_line_free (keyed.merged);
}
