/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "crash-model.h"

#include <stdlib.h>
#include <string.h>

#define KEPT_STEPS 500
#define FIRST_HOUR 10
#define N_HOURS    3
#define N_SESSIONS 3
#define N_GROUPS   2
#define NOTE "note@plenary"
#define NOTE_LINE "notelinenote"
#define PERSON     "cy0000000001"

typedef struct
{
  guint slot;
  int   before;
  int   after;
} Edit;

typedef struct
{
  GArray   *edits;
  gboolean  undone;
  guint     run;
} Step;

static void
step_free (Step *step)
{
  g_array_unref (step->edits);
  g_free (step);
}

Model *
model_new (void)
{
  Model *model = g_new0 (Model, 1);

  for (guint i = 0; i < N_SLOTS; i++)
    model->values[i] = ABSENT;
  model->values[SLOT_PLACE] = model->values[SLOT_HOUR] = model->values[SLOT_EVENT] = model->values[SLOT_GATHERING] = 0;
  model->values[SLOT_SEAT] = 0;
  model->values[SLOT_SYNCED] = 0;
  model->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);

  return model;
}

void
model_free (Model *model)
{
  g_ptr_array_unref (model->steps);
  g_free (model);
}

static void
set_slot (Model *model,
          Step  *step,
          guint  slot,
          int    value)
{
  Edit edit = { slot, model->values[slot], value };

  if (edit.before == value)
    return;
  g_array_append_val (step->edits, edit);
  model->values[slot] = value;
}

/* What an operation makes of the slots, but for those that turn steps round. */
static void
change_slots (Model    *model,
              Step     *step,
              const Op *op)
{
  int number = (int) op->number;

  switch (op->kind)
    {
    case OP_PUT:
      for (guint i = 0; i < G_N_ELEMENTS (op->slots); i++)
        set_slot (model, step, op->slots[i], number);
      break;
    case OP_DELETE:
      set_slot (model, step, op->slots[0], ABSENT);
      break;
    case OP_IMPORT:
      for (guint i = SLOT_IMPORTED; i < SLOT_SCHEDULE; i++)
        set_slot (model, step, i, number);
      break;
    case OP_SCHEDULE:
      for (guint i = SLOT_SCHEDULE; i < SLOT_DAY; i++)
        set_slot (model, step, i, number);
      break;
    case OP_ONE:
      set_slot (model, step, SLOT_DAY + (op->slots[0] % N_DAYS), number);
      break;
    case OP_ALL:
      set_slot (model, step, SLOT_PLACE, number);
      set_slot (model, step, SLOT_HOUR, number % N_HOURS);
      break;
    case OP_EVENT:
      set_slot (model, step, SLOT_EVENT, number);
      break;
    case OP_MOVE:
      set_slot (model, step, SLOT_GATHERING, number);
      break;
    case OP_PLACE:
      set_slot (model, step, SLOT_SEAT, number % N_GROUPS);
      break;
    case OP_NOTE:
      set_slot (model, step, SLOT_NOTE, number);
      break;
    case OP_SETTLE:
    case OP_UNDO:
    case OP_REDO:
    case N_OP_KINDS:
      g_assert_not_reached ();
    }
}

static void
add_step (Model    *model,
          const Op *op)
{
  Step *step = g_new0 (Step, 1);

  step->edits = g_array_new (FALSE, FALSE, sizeof (Edit));
  change_slots (model, step, op);
  if (step->edits->len == 0)
    {
      step_free (step);
      return;
    }

  for (guint i = model->steps->len; i > 0; i--)
    if (((Step *) model->steps->pdata[i - 1])->undone)
      g_ptr_array_remove_index (model->steps, i - 1);
  step->run = ++model->run;
  g_ptr_array_add (model->steps, step);
  if (model->steps->len > KEPT_STEPS)
    g_ptr_array_remove_index (model->steps, 0);
}

static void
turn_round (Model    *model,
            gboolean  redo)
{
  Step *newest = NULL;

  for (guint i = 0; i < model->steps->len; i++)
    {
      Step *step = model->steps->pdata[i];

      if (step->undone == redo && (newest == NULL || step->run > newest->run))
        newest = step;
    }
  if (newest == NULL)
    return;

  for (guint i = newest->edits->len; i > 0; i--)
    {
      const Edit *edit = &g_array_index (newest->edits, Edit, i - 1);

      model->values[edit->slot] = redo ? edit->after : edit->before;
    }
  newest->undone = !redo;
  newest->run = ++model->run;
}

void
model_apply (Model    *model,
             const Op *op)
{
  if (op->kind == OP_UNDO || op->kind == OP_REDO)
    turn_round (model, op->kind == OP_REDO);
  else if (op->kind == OP_SETTLE)
    model->values[SLOT_SYNCED] = (int) op->number;
  else
    add_step (model, op);
}

void
op_init (Op      *op,
         guint32  seed,
         guint    number)
{
  static const OpKind kinds[] = {
    OP_PUT, OP_PUT, OP_PUT, OP_PUT, OP_PUT, OP_DELETE, OP_UNDO, OP_UNDO, OP_UNDO, OP_REDO, OP_IMPORT,
    OP_SCHEDULE, OP_SCHEDULE, OP_ONE, OP_ONE, OP_ALL, OP_EVENT, OP_MOVE, OP_PLACE, OP_PLACE, OP_SETTLE, OP_SETTLE,
    OP_NOTE, OP_NOTE, OP_NOTE,
  };
  guint32 both[] = { seed, number };
  g_autoptr(GRand) random = g_rand_new_with_seed_array (both, 2);

  op->number = number;
  op->kind = kinds[g_rand_int_range (random, 0, G_N_ELEMENTS (kinds))];
  op->slots[0] = g_rand_int_range (random, 0, N_SMALL);
  op->slots[1] = (op->slots[0] + g_rand_int_range (random, 1, 4)) % N_SMALL;
  op->slots[2] = (op->slots[1] + g_rand_int_range (random, 1, 4)) % N_SMALL;
}

const char *
op_name (const Op *op)
{
  static const char *const names[N_OP_KINDS] = {
    "put", "delete", "undo", "redo", "import", "schedule", "one", "all", "event", "settle", "move", "place", "note",
  };

  return names[op->kind];
}

static char *
origin_id (guint slot,
           int   value)
{
  return g_strdup_printf ("%d-%u", value, slot);
}

/* One object for each of the first slots. */
static char *
slot_text (guint slot,
           int   value)
{
  g_autofree char *uid = g_strdup_printf ("slot-%u", slot);
  g_autofree char *title = g_strdup_printf ("v%d", value);
  g_autoptr(GString) more = g_string_new (NULL);

  for (guint i = 0; i < (guint) (value * 31 + slot * 7) % 60; i++)
    g_string_append_printf (more, "X-LINE:%u of value %d, so that texts are of many sizes\r\n", i, value);
  if (slot >= SLOT_SCHEDULE)
    {
      g_autofree char *id = origin_id (slot, value);

      g_string_append_printf (more, "X-PLENARY-SOURCE;ID=source000001;KIND=BASE:%s\r\n", id);
    }

  return event_text (uid, title, more->str);
}

static void
put_slot (PlnChange *change,
          guint      slot,
          guint      number)
{
  g_autofree char *uid = g_strdup_printf ("slot-%u", slot);
  g_autofree char *text = slot_text (slot, (int) number);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  pln_change_put_text (change, "Gatherings", uid, bytes);
  if (slot >= SLOT_SCHEDULE)
    {
      g_autofree char *id = origin_id (slot, (int) number);

      pln_change_put_origin (change, uid, id, bytes);
    }
}

/* The first line of that name after a place in a text, without it. */
static char *
line_after (const char *text,
            const char *place,
            const char *name)
{
  const char *at = text != NULL ? strstr (text, place) : NULL;

  at = at != NULL ? strstr (at, name) : NULL;

  return at != NULL ? g_strndup (at + strlen (name), strcspn (at + strlen (name), "\r")) : g_strdup ("nothing");
}

static int
hour_of (const char *series)
{
  g_autofree char *start = line_after (series, "BEGIN:VEVENT", "\nDTSTART:201108");

  return strlen (start) == strlen ("01T100000Z") ? atoi (start + strlen ("01T")) / 10000 - FIRST_HOUR : -1;
}

/* One of the series, at the hour at which it is now. */
static PlnEvent *
load_instance (Library  *library,
               guint     day,
               GError  **error)
{
  g_autofree char *text = library_text (library, "series");
  g_autofree char *instance = g_strdup_printf ("201108%02uT%02d0000Z", day + 1, FIRST_HOUR + hour_of (text));

  return library_try_event (library, "series", instance, error);
}

static gboolean
run_one (const Op   *op,
         Library    *library,
         PlnChange  *change,
         GError    **error)
{
  g_autoptr(PlnEvent) before = load_instance (library, op->slots[0] % N_DAYS, error);
  g_autoptr(PlnEvent) after = before != NULL ? pln_event_copy (before) : NULL;
  g_autofree char *title = g_strdup_printf ("v%u", op->number);

  if (before == NULL)
    return FALSE;
  pln_event_set_title (after, title);
  pln_change_put_event (change, before, after, PLN_REACH_THIS);

  return TRUE;
}

static gboolean
run_all (const Op   *op,
         Library    *library,
         PlnChange  *change,
         GError    **error)
{
  g_autoptr(PlnEvent) before = load_instance (library, N_DAYS, error);
  g_autoptr(PlnEvent) after = before != NULL ? pln_event_copy (before) : NULL;
  g_autofree char *place = g_strdup_printf ("v%u", op->number);
  g_autoptr(GDateTime) start = g_date_time_new_utc (2011, 8, N_DAYS + 1, FIRST_HOUR + (int) (op->number % N_HOURS), 0, 0);
  g_autoptr(GDateTime) end = g_date_time_add_hours (start, 1);

  if (before == NULL)
    return FALSE;
  pln_event_set_place (after, place);
  pln_event_set_times (after, start, end, "UTC", FALSE);
  pln_change_put_event (change, before, after, PLN_REACH_ALL);

  return TRUE;
}

static const char *
calendar_of (guint number)
{
  return number % 2 != 0 ? "Abroad" : "Gatherings";
}

static gboolean
run_event (const Op   *op,
           Library    *library,
           PlnChange  *change,
           GError    **error)
{
  g_autoptr(PlnEvent) before = library_try_event (library, "event", "", error);
  g_autoptr(PlnEvent) after = before != NULL ? pln_event_copy (before) : NULL;
  g_autofree char *title = g_strdup_printf ("v%u", op->number);

  if (before == NULL)
    return FALSE;
  pln_event_set_title (after, title);
  pln_event_set_calendar (after, calendar_of (op->number));
  pln_change_put_event (change, before, after, PLN_REACH_THIS);

  return TRUE;
}

static gboolean
run_move (const Op   *op,
          Library    *library,
          PlnChange  *change,
          GError    **error)
{
  g_autoptr(PlnGathering) before = library_try_load (library, "gathering", error);
  g_autoptr(PlnGathering) after = before != NULL ? pln_gathering_copy (before) : NULL;
  g_autofree char *words = g_strdup_printf ("v%u", op->number);

  if (before == NULL)
    return FALSE;

  pln_gathering_set_location (after, words);
  pln_gathering_set_places (after, calendar_of (op->number), "Organisers");
  pln_change_put_gathering (change, before, after);
  for (guint i = 0; i < g_list_model_get_n_items (pln_gathering_get_sessions (before)); i++)
    {
      g_autoptr(PlnSession) session = g_list_model_get_item (pln_gathering_get_sessions (before), i);
      g_autoptr(PlnSession) renamed = pln_session_copy (session);

      pln_session_set_title (renamed, words);
      pln_change_put_session (change, after, session, renamed);
    }

  return TRUE;
}

/* Of the round only what a placing needs. */
static PlnGathering *
gathering_with_person (void)
{
  PlnGathering *gathering = pln_gathering_new ("gathering");
  g_autoptr(PlnAttendee) person = pln_attendee_new (PERSON);

  pln_attendee_set_name (person, "Cy");
  pln_gathering_add_attendee (gathering, person);
  pln_gathering_set_places (gathering, "Gatherings", "Organisers");

  return gathering;
}

static PlnGroup *
group_with (guint    number,
            gboolean is_seated)
{
  g_autofree char *uid = g_strdup_printf ("group-%u", number);
  PlnGroup *group = pln_group_new (uid);
  g_autoptr(GPtrArray) places = pln_places_new ();

  if (is_seated)
    g_ptr_array_add (places, pln_place_new (PERSON, PLN_GROUP_ROLE_REPORTER, FALSE));
  pln_group_set_number (group, number + 1);
  pln_group_set_places (group, places);

  return group;
}

static gboolean
is_seated (Library *library,
           guint    number)
{
  g_autofree char *uid = g_strdup_printf ("group-%u", number);
  g_autofree char *text = library_text (library, uid);

  return text != NULL && strstr (text, PERSON) != NULL;
}

static void
run_place (const Op  *op,
           Library   *library,
           PlnChange *change)
{
  g_autoptr(PlnGathering) gathering = gathering_with_person ();
  g_autoptr(PlnRound) round = pln_round_new ("round");

  for (guint i = 0; i < N_GROUPS; i++)
    {
      g_autoptr(PlnGroup) before = group_with (i, is_seated (library, i));
      g_autoptr(PlnGroup) after = group_with (i, op->number % N_GROUPS == i);

      pln_change_put_group (change, gathering, round, before, after);
    }
}

static void
run_note (const Op  *op,
          PlnChange *change)
{
  g_autoptr(PlnGathering) gathering = gathering_with_person ();
  g_autoptr(PlnNote) after = pln_note_new (NOTE, "group-0");
  g_autoptr(PlnNoteLine) line = pln_note_line_new (NOTE_LINE);
  g_autofree char *words = g_strdup_printf ("v%u", op->number);

  pln_note_line_set_text (line, words);
  pln_note_insert_line (after, line, 0);
  pln_change_put_note (change, gathering, NULL, after);
}

/* The line and what is made of it. */
static char *
read_note (Library *library)
{
  g_autofree char *text = library_text (library, NOTE);
  g_autofree char *shown = text != NULL ? line_after (text, "BEGIN:VJOURNAL", "\nDESCRIPTION:- ") : NULL;
  g_autofree char *said = text != NULL ? line_after (text, NOTE_LINE, "POS=a0:") : NULL;

  return text != NULL ? g_strdup_printf ("%s %s", shown, said) : g_strdup ("nothing");
}

static gboolean
fill_change (const Op   *op,
             Library    *library,
             PlnChange  *change,
             GError    **error)
{
  g_autofree char *uid = g_strdup_printf ("slot-%u", op->slots[0]);

  switch (op->kind)
    {
    case OP_PUT:
      for (guint i = 0; i < G_N_ELEMENTS (op->slots); i++)
        put_slot (change, op->slots[i], op->number);
      return TRUE;
    case OP_DELETE:
      pln_change_delete (change, uid);
      return TRUE;
    case OP_IMPORT:
      for (guint i = SLOT_IMPORTED; i < SLOT_SCHEDULE; i++)
        put_slot (change, i, op->number);
      return TRUE;
    case OP_SCHEDULE:
      for (guint i = SLOT_SCHEDULE; i < SLOT_DAY; i++)
        put_slot (change, i, op->number);
      return TRUE;
    case OP_ONE:
      return run_one (op, library, change, error);
    case OP_ALL:
      return run_all (op, library, change, error);
    case OP_EVENT:
      return run_event (op, library, change, error);
    case OP_MOVE:
      return run_move (op, library, change, error);
    case OP_PLACE:
      run_place (op, library, change);
      return TRUE;
    case OP_NOTE:
      run_note (op, change);
      return TRUE;
    case OP_SETTLE:
    case OP_UNDO:
    case OP_REDO:
    case N_OP_KINDS:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
run_settle (const Op  *op,
            Library   *library,
            GError   **error)
{
  g_autofree char *title = g_strdup_printf ("v%u", op->number);
  g_autofree char *before = library_text (library, "synced");
  g_autofree char *after = event_text ("synced", title, "");
  g_autofree char *left = sync_try (library, "Shared", title, error,
                                    settled_fetched ("synced", before, after, title), NULL);

  if (left == NULL)
    return FALSE;
  g_assert_cmpstr (left, ==, "");

  return TRUE;
}

gboolean
op_run (const Op  *op,
        Library   *library,
        GError   **error)
{
  g_autoptr(GError) why = NULL;
  g_autofree char *label = NULL;
  PlnChange *change;

  if (op->kind == OP_UNDO || op->kind == OP_REDO)
    {
      label = library_try_undo (library, op->kind == OP_REDO, &why);
      if (label != NULL || g_error_matches (why, PLN_STORE_ERROR, PLN_STORE_ERROR_NOTHING))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }

  if (op->kind == OP_SETTLE)
    return run_settle (op, library, error);

  change = pln_change_new ("Crash");
  if (fill_change (op, library, change, error))
    return library_try_apply (library, change, error);

  pln_change_free (change);

  return FALSE;
}

static void
begin_round (PlnChange *change)
{
  g_autoptr(PlnGathering) gathering = gathering_with_person ();
  g_autoptr(PlnRound) round = pln_round_new ("round");

  for (guint i = 0; i < N_GROUPS; i++)
    {
      g_autoptr(PlnGroup) group = group_with (i, i == 0);

      pln_round_put_group (round, group);
    }
  pln_change_put_round (change, gathering, NULL, round);
}

/* None of that is a step of undo. */
void
model_begin (Library *library)
{
  static const char series[] =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Another//EN\r\nBEGIN:VEVENT\r\nUID:series\r\nDTSTAMP:20110701T100000Z\r\n"
    "DTSTART:20110801T100000Z\r\nDTEND:20110801T110000Z\r\nRRULE:FREQ=DAILY;COUNT=5\r\nSUMMARY:v0\r\nLOCATION:v0\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n";
  PlnChange *change = change_new_gathering ("gathering", "Meet-up");
  g_autoptr(PlnGathering) gathering = gathering_sample ("gathering", "Meet-up");
  g_autoptr(PlnGathering) placed = pln_gathering_copy (gathering);
  g_autoptr(GBytes) text = g_bytes_new_static (series, strlen (series));
  g_autofree char *event = event_text ("event", "v0", "");
  g_autofree char *came = event_text ("synced", "v0", "");
  g_autofree char *synced = NULL;
  g_autoptr(GBytes) event_bytes = g_bytes_new (event, strlen (event));

  pln_gathering_set_location (placed, "v0");
  pln_change_put_gathering (change, gathering, placed);
  for (guint i = 0; i < N_SESSIONS; i++)
    {
      g_autofree char *uid = g_strdup_printf ("session-%u", i);
      g_autoptr(PlnSession) session = pln_session_new (uid);

      pln_session_set_title (session, "v0");
      pln_change_put_session (change, placed, NULL, session);
    }
  pln_change_put_text (change, "Gatherings", "series", text);
  pln_change_put_text (change, "Gatherings", "event", event_bytes);
  begin_round (change);
  pln_change_set_lasting (change);
  library_apply (library, change);

  sync_link (library, "Shared");
  synced = sync_settle (library, "Shared", "v0", settled_fetched ("synced", NULL, came, "v0"), NULL);
  g_assert_cmpstr (synced, ==, "");
}

/* The text, its pair and the token say the same. */
static char *
read_synced (Library *library)
{
  g_autofree char *text = library_text (library, "synced");
  g_autofree char *title = line_after (text, "BEGIN:VEVENT", "\nSUMMARY:");
  g_autofree char *state = sync_state (library, "Shared");
  g_autofree char *token = sync_token (library, "Shared");
  g_autoptr(PlnStoreKnown) known = sync_known (library, "Shared", "synced");

  return g_strjoin (" ", title, state, token, known->pair != NULL ? known->pair->etag : "", NULL);
}

/* Of a series, an event or a gathering, only what the slot is about. */
static char *
read_slot (Library *library,
           guint    slot)
{
  g_autofree char *uid = g_strdup_printf ("slot-%u", slot);
  g_autofree char *text = library_text (library, slot == SLOT_EVENT ? "event" : slot == SLOT_GATHERING ? "gathering"
                                                 : slot >= SLOT_DAY ? "series" : uid);
  g_autofree char *place = g_strdup_printf ("\nRECURRENCE-ID:201108%02uT", slot - SLOT_DAY + 1);
  g_autoptr(GString) words = NULL;
  g_autofree char *first = NULL;

  if (slot < SLOT_DAY)
    return g_steal_pointer (&text);
  if (slot == SLOT_SYNCED)
    return read_synced (library);
  if (slot == SLOT_NOTE)
    return read_note (library);
  if (slot == SLOT_SEAT)
    return g_strdup_printf ("%d %d", is_seated (library, 0), is_seated (library, 1));
  if (slot < SLOT_PLACE)
    return line_after (text, place, "\nSUMMARY:");
  if (slot == SLOT_PLACE)
    return line_after (text, "BEGIN:VEVENT", "\nLOCATION:");
  if (slot == SLOT_HOUR)
    return g_strdup_printf ("%d", hour_of (text));
  if (slot == SLOT_EVENT)
    first = line_after (text, "BEGIN:VEVENT", "\nSUMMARY:");
  else
    first = line_after (text, "BEGIN:VEVENT", "\nLOCATION:");

  words = g_string_new (first);
  for (guint i = 0; slot == SLOT_GATHERING && i < N_SESSIONS; i++)
    {
      g_autofree char *name = g_strdup_printf ("session-%u", i);
      g_autofree char *session = library_text (library, name);
      g_autofree char *title = line_after (session, "BEGIN:VEVENT", "\nSUMMARY:");

      g_string_append_printf (words, " %s", title);
    }
  g_string_append_printf (words, ", %d abroad", (int) library_number (library, slot == SLOT_EVENT
    ? "SELECT count(*) FROM object WHERE calendar = 'Abroad' AND uid = 'event'"
    : "SELECT count(*) FROM object WHERE calendar = 'Abroad' AND uid <> 'event'"));

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
expected_slot (guint slot,
               int   value)
{
  if (value == ABSENT)
    return slot < SLOT_DAY ? NULL : g_strdup ("nothing");
  if (slot < SLOT_DAY)
    return slot_text (slot, value);
  if (slot == SLOT_HOUR)
    return g_strdup_printf ("%d", value);
  if (slot == SLOT_SEAT)
    return g_strdup_printf ("%d %d", value == 0, value == 1);
  if (slot == SLOT_NOTE)
    return g_strdup_printf ("v%d v%d", value, value);
  if (slot == SLOT_SYNCED)
    return g_strdup_printf ("v%d synced same v%d v%d", value, value, value);
  if (slot == SLOT_EVENT)
    return g_strdup_printf ("v%d, %d abroad", value, value % 2);
  if (slot == SLOT_GATHERING)
    return g_strdup_printf ("v%d v%d v%d v%d, %d abroad", value, value, value, value, value % 2 != 0 ? 1 + N_SESSIONS : 0);

  return g_strdup_printf ("v%d", value);
}

static void
explain_slot (Model   *model,
              Library *library,
              guint    slot,
              GString *text)
{
  g_autofree char *is = read_slot (library, slot);
  g_autofree char *ought = expected_slot (slot, model->values[slot]);
  const char *title = is != NULL ? strstr (is, "SUMMARY:") : "nothing";

  if (g_strcmp0 (is, ought) == 0)
    return;
  if (title == NULL)
    title = is;
  g_string_append_printf (text, "slot-%u: v%d, but is %.*s\n", slot, model->values[slot],
                          (int) strcspn (title, "\r"), title);
}

/* Of every version of the schedule that was imported all is there, of others
 * nothing; and what the objects name is there. */
static void
explain_origins (Library *library,
                 GString *text)
{
  gint64 n_torn = library_number (library, "SELECT count(*) FROM (SELECT count(*) AS n FROM origin "
                                           "GROUP BY substr (id, 1, instr (id, '-'))) WHERE n <> 20");
  gint64 n_lost = library_number (library, "SELECT count(*) FROM object JOIN content USING (id) "
                                           "WHERE instr (text, CAST ('KIND=BASE' AS BLOB)) > 0 AND NOT EXISTS "
                                           "(SELECT * FROM origin WHERE origin.uid = object.uid AND origin.text = content.text)");

  if (n_torn != 0 || n_lost != 0)
    g_string_append_printf (text, "%d versions torn, %d origins lost\n", (int) n_torn, (int) n_lost);
}

void
model_explain (Model   *model,
               Library *library,
               GString *text)
{
  for (guint i = 0; i < N_SLOTS; i++)
    explain_slot (model, library, i, text);
  explain_origins (library, text);
}

gboolean
model_is (Model   *model,
          Library *library)
{
  g_autoptr(GString) text = g_string_new (NULL);

  model_explain (model, library, text);

  return text->len == 0;
}

void
library_expect_old (Library *library)
{
  g_autofree char *problems = NULL;
  g_autofree char *bin = NULL;
  g_autofree char *found = NULL;

  library_open (library);
  g_assert_cmpstr (pln_store_get_redo_label (library->store), ==, "Edit CPD23 summer meet-up");
  problems = library_check (library);
  g_assert_cmpstr (problems, ==, "");
  bin = library_bin (library);
  g_assert_cmpstr (bin, ==, "Tea");
  found = library_search (library, "cpd23 cafe");
  g_assert_cmpstr (found, ==, "CPD23 meet-up");
  library_close (library);
  g_assert_cmpint (library_number (library, "SELECT count(*) FROM content"), ==, 7);
}
