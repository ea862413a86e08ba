/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-clock.h"
#include "pln-note-columns.h"
#include "pln-note-editor.h"
#include "pln-note-row.h"
#include "pln-note-sheet.h"
#include "pln-ui-people.h"
#include "pln-ui-programme.h"
#include "pln-ui-rounds.h"
#include "pln-ui-test.h"

typedef struct
{
  PlnWishList   *wishes;
  PlnGathering  *gathering;
  PlnNoteSheet  *sheet;
  PlnNoteEditor *editor;
  GtkWindow     *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  pln_clock_set (PLN_UI_TEST_NOW);
  fixture->wishes = pln_wish_list_new ();
  fixture->gathering = pln_ui_programme_new (TRUE);
  fixture->sheet = g_object_new (PLN_TYPE_NOTE_SHEET, NULL);
  fixture->window = pln_ui_test_show (GTK_WIDGET (fixture->sheet), fixture->wishes);
  pln_note_sheet_open (fixture->sheet, fixture->gathering, "networking");
  fixture->editor = PLN_NOTE_EDITOR (pln_ui_test_find (GTK_WIDGET (fixture->sheet), PLN_TYPE_NOTE_EDITOR));
  pln_note_editor_edit_line (fixture->editor, NULL);
  pln_ui_test_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  pln_note_sheet_open (fixture->sheet, NULL, NULL);
  pln_ui_test_settle ();
  pln_ui_test_end (fixture->window, fixture->sheet);
  g_object_unref (fixture->gathering);
  g_object_unref (fixture->wishes);
}

static PlnNoteRow *
row_of (Fixture *fixture)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (fixture->editor));
  GtkWidget *row = gtk_widget_get_ancestor (gtk_root_get_focus (root), PLN_TYPE_NOTE_ROW);

  g_assert_nonnull (row);

  return PLN_NOTE_ROW (row);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (pln_note_row_get_view (row_of (fixture))), text, -1);
}

/* A key, as the editor sees it before the text does. */
static gboolean
press (Fixture         *fixture,
       guint            key,
       GdkModifierType  state)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->editor));
  gboolean done = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &done);
    }
  pln_ui_test_settle ();

  return done;
}

/* “kind text|…” of what stands there. */
static char *
shown (Fixture *fixture)
{
  PlnNote *note = pln_note_editor_get_note (fixture->editor);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pln_note_get_n_lines (note); i++)
    {
      PlnNoteLine *line = pln_note_get_line (note, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "|" : "", pln_note_kind_store (pln_note_line_get_kind (line)),
                              pln_note_line_get_text (line));
    }

  return g_string_free (text, FALSE);
}

static void
assert_shown (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *text = shown (fixture);

  g_assert_cmpstr (text, ==, expected);
}

static PlnNote *
model_of (Fixture *fixture)
{
  return pln_gathering_find_note_of (fixture->gathering, "networking");
}

static gboolean
says (Fixture    *fixture,
      const char *text)
{
  GtkWidget *widget = pln_ui_test_find_text (GTK_WIDGET (fixture->sheet), text);

  return widget != NULL && gtk_widget_get_mapped (widget);
}

static void
save (Fixture *fixture)
{
  pln_note_editor_flush (fixture->editor);
  pln_wish_list_saved (fixture->wishes);
  pln_ui_test_settle ();
}

static void
test_write (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_true (says (fixture, "Networking and sustaining collaboration"));
  g_assert_true (says (fixture, "No decision yet"));
  g_assert_false (says (fixture, "Saved at 13:12"));
  g_assert_null (model_of (fixture)); /* an empty sheet is no note */

  type (fixture, "Two hosts");
  g_assert_true (press (fixture, GDK_KEY_F4, 0));
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  type (fixture, "In October");
  g_assert_true (press (fixture, GDK_KEY_4, GDK_ALT_MASK));
  assert_shown (fixture, "IDEA Two hosts|DECISION In October");
  g_assert_true (says (fixture, "One decision written down"));

  save (fixture);
  g_assert_cmpuint (pln_note_get_n_lines (model_of (fixture)), ==, 2);
  g_assert_true (says (fixture, "Saved at 13:12"));
  g_assert_false (pln_note_editor_is_dirty (fixture->editor));
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  type (fixture, "one two");
  pln_note_row_edit (row_of (fixture), 3);
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  assert_shown (fixture, "POINT one|POINT two");
  g_assert_true (press (fixture, GDK_KEY_BackSpace, 0));
  assert_shown (fixture, "POINT one two");
  pln_note_row_edit (row_of (fixture), -1);
  press (fixture, GDK_KEY_Return, 0);
  type (fixture, "three");
  g_assert_true (press (fixture, GDK_KEY_Up, GDK_ALT_MASK));
  assert_shown (fixture, "POINT three|POINT one two");
  g_assert_true (press (fixture, GDK_KEY_Down, 0));
  g_assert_true (press (fixture, GDK_KEY_BackSpace, GDK_CONTROL_MASK));
  assert_shown (fixture, "POINT three");
  g_assert_false (press (fixture, GDK_KEY_Return, GDK_SHIFT_MASK)); /* a row in the line: the text's own */
  g_assert_false (press (fixture, GDK_KEY_slash, 0));               /* only an action has a date */
}

static void
test_promise (Fixture       *fixture,
              gconstpointer  data)
{
  PlnNoteLine *line;

  type (fixture, "Ask the networks");
  press (fixture, GDK_KEY_F6, 0);
  g_assert_true (says (fixture, "Who will do it?"));
  g_assert_true (says (fixture, "By when?"));
  g_assert_true (says (fixture, "One action without an owner"));
  save (fixture);

  line = pln_note_get_line (model_of (fixture), 0);
  pln_note_line_set_owner (line, "Hana Ashdown", "hhhhhhhhhhhh");
  pln_note_line_set_due (line, "20110805");
  pln_note_set_state (model_of (fixture), PLN_NOTE_SAVED, NULL);
  pln_ui_test_settle ();
  g_assert_true (says (fixture, "Hana Ashdown"));
  g_assert_true (says (fixture, "Fri 5 August"));
  g_assert_false (says (fixture, "One action without an owner"));
}

/* What others write comes in; what is written here stays. */
static void
test_others (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(PlnNoteLine) theirs = pln_note_line_new ("theirstheirs");
  PlnNoteLine *line;

  type (fixture, "mine");
  save (fixture);
  type (fixture, " and more");

  pln_note_line_set_text (theirs, "from the other laptop");
  pln_note_insert_line (model_of (fixture), theirs, 0);
  pln_note_set_state (model_of (fixture), PLN_NOTE_SAVED, NULL);
  pln_ui_test_settle ();
  assert_shown (fixture, "POINT from the other laptop|POINT mine and more");

  line = pln_note_get_line (model_of (fixture), 1);
  pln_note_line_set_text (line, "theirs");
  pln_note_set_state (model_of (fixture), PLN_NOTE_SAVED, NULL);
  pln_ui_test_settle ();
  assert_shown (fixture, "POINT from the other laptop|POINT mine and more|POINT theirs");
  g_assert_cmpstr (pln_note_line_get_beside (pln_note_get_line (pln_note_editor_get_note (fixture->editor), 2)), ==,
                   pln_note_line_get_id (line));

  save (fixture);
  g_assert_cmpuint (pln_note_get_n_lines (model_of (fixture)), ==, 3);
  pln_note_remove_line (model_of (fixture), "theirstheirs");
  pln_note_set_state (model_of (fixture), PLN_NOTE_SAVED, NULL);
  pln_ui_test_settle ();
  assert_shown (fixture, "POINT mine and more|POINT theirs");
}

/* What could not be written stays on the sheet, and is tried again. */
static void
test_disk_full (Fixture       *fixture,
                gconstpointer  data)
{
  fixture->wishes->notes_fail = TRUE;
  type (fixture, "must not be lost");
  pln_note_editor_flush (fixture->editor);
  pln_ui_test_settle ();
  assert_shown (fixture, "POINT must not be lost");
  g_assert_true (says (fixture, "Not saved yet"));
  g_assert_true (says (fixture, "Save again"));
  g_assert_true (pln_note_editor_is_dirty (fixture->editor));

  fixture->wishes->notes_fail = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "sheet.save", NULL);
  pln_wish_list_saved (fixture->wishes);
  pln_ui_test_settle ();
  g_assert_false (says (fixture, "Not saved yet"));
  g_assert_cmpuint (pln_note_get_n_lines (model_of (fixture)), ==, 1);
}

static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_true (pln_note_editor_add_text (fixture->editor, "one\ntwo"));
  assert_shown (fixture, "POINT one|POINT two");
}

/* What is asked for is not written. */
static void
test_template (Fixture       *fixture,
               gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "sheet.start", "s", "report-back");
  pln_ui_test_settle ();
  g_assert_true (says (fixture, "What we agreed on"));
  type (fixture, "Networks need hosts");
  save (fixture);
  g_assert_cmpuint (pln_note_get_n_lines (model_of (fixture)), ==, 1);
  assert_shown (fixture, "POINT Networks need hosts|IDEA |QUESTION |DECISION |ACTION ");
}

/* Whoever leaves the sheet has saved it. */
static void
test_leave (Fixture       *fixture,
            gconstpointer  data)
{
  type (fixture, "typed just now");
  pln_note_sheet_open (fixture->sheet, fixture->gathering, "questions");
  pln_wish_list_saved (fixture->wishes);
  g_assert_cmpstr (pln_note_line_get_text (pln_note_get_line (model_of (fixture), 0)), ==, "typed just now");
  assert_shown (fixture, "POINT ");
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  type (fixture, "Ask the networks");
  press (fixture, GDK_KEY_F6, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row_of (fixture)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "14:12, action: Ask the networks. No owner");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (pln_note_row_get_view (row_of (fixture))),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "14:12, action. No owner");
}

/* The groups of a round: who sits here, from one to the next, all of them. */
static void
test_groups (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(PlnGathering) gathering = pln_ui_people_new (124, FALSE);
  g_autoptr(PlnRound) round = NULL;
  g_autoptr(PlnGroup) first = NULL;
  g_autoptr(PlnGroup) second = NULL;

  pln_ui_rounds_add (gathering, 1, 6);
  round = g_list_model_get_item (pln_gathering_get_rounds (gathering), 0);
  first = g_list_model_get_item (pln_round_get_groups (round), 0);
  second = g_list_model_get_item (pln_round_get_groups (round), 1);

  pln_note_sheet_open (fixture->sheet, gathering, pln_group_get_uid (first));
  pln_ui_test_settle ();
  g_assert_true (says (fixture, "Group 1"));
  g_assert_true (says (fixture, "At this table"));
  g_assert_true (says (fixture, "Facilitator"));
  type (fixture, "Said in the first");
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "sheet.go", "i", 1);
  pln_wish_list_saved (fixture->wishes);
  pln_ui_test_settle ();
  g_assert_true (says (fixture, "Group 2"));
  assert_shown (fixture, "POINT ");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (pln_ui_test_find_named (GTK_WIDGET (fixture->sheet), "all")), TRUE);
  pln_ui_test_settle ();
  g_assert_true (says (fixture, "Said in the first"));
  g_assert_true (says (fixture, "Nothing written yet"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "sheet.close", NULL);
  g_assert_false (says (fixture, "Said in the first"));
}

/* A line is as high as its text, whatever the text view knows of it. */
static void
test_height (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *view = GTK_WIDGET (pln_note_row_get_view (row_of (fixture)));
  int one;
  int many;

  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, 200, &one, NULL, NULL, NULL);
  type (fixture, "Most networks began with one person and a mailing list. Nobody planned a second year.");
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, 200, &many, NULL, NULL, NULL);
  g_assert_cmpint (one, >, 10);
  g_assert_cmpint (many, >, 2 * one);
}

int
main (int    argc,
      char **argv)
{
  pln_ui_test_init (&argc, &argv);

#define ADD(name, function) g_test_add ("/note-sheet/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("write", test_write);
  ADD ("edit", test_edit);
  ADD ("promise", test_promise);
  ADD ("others", test_others);
  ADD ("disk-full", test_disk_full);
  ADD ("paste", test_paste);
  ADD ("template", test_template);
  ADD ("leave", test_leave);
  ADD ("names", test_names);
  ADD ("groups", test_groups);
  ADD ("height", test_height);
#undef ADD

  return g_test_run ();
}
