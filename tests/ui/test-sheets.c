/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ask.h"
#include "pln-bin-sheet.h"
#include "pln-clock.h"
#include "pln-import-sheet.h"
#include "pln-invite-guests.h"
#include "pln-invite-sheet.h"
#include "pln-invited-sheet.h"
#include "pln-ui-test.h"
#include "pln-zone-row.h"

static PlnAttendee *
invite (PlnGathering *gathering,
        const char   *id,
        const char   *email,
        PlnAnswer     answer,
        int           told) /* the sequence, or -1 */
{
  g_autoptr(PlnAttendee) guest = pln_attendee_new (id);

  pln_attendee_set_name (guest, id);
  pln_attendee_set_email (guest, email);
  pln_attendee_set_answer (guest, answer);
  pln_attendee_set_told (guest, told >= 0, told);
  pln_gathering_add_attendee (gathering, guest);

  return pln_gathering_find_attendee (gathering, id);
}

static PlnGathering *
meet_up (void)
{
  PlnGathering *gathering = pln_gathering_new ("g@example.org");

  pln_gathering_set_title (gathering, "CPD23 meet-up");
  pln_gathering_set_organiser (gathering, "Dorrie", "dorrie@example.org");
  pln_gathering_set_sequence (gathering, 1);
  pln_gathering_set_loaded (gathering, TRUE);
  invite (gathering, "new000000001", "a@example.org", PLN_ANSWER_NEEDS_ACTION, -1);
  invite (gathering, "new000000002", "b@example.org", PLN_ANSWER_NEEDS_ACTION, -1);
  invite (gathering, "nomail000001", "", PLN_ANSWER_ACCEPTED, -1);
  invite (gathering, "old000000001", "c@example.org", PLN_ANSWER_ACCEPTED, 0);
  invite (gathering, "silent000001", "d@example.org", PLN_ANSWER_NEEDS_ACTION, 1);
  invite (gathering, "going0000001", "e@example.org", PLN_ANSWER_ACCEPTED, 1);
  invite (gathering, "declined0001", "f@example.org", PLN_ANSWER_DECLINED, 0);

  return gathering;
}

static PlnSheet *
show (PlnSheet *sheet)
{
  pln_sheet_present (sheet, NULL);
  pln_ui_test_settle ();
  pln_ui_test_walk (adw_window_get_content (ADW_WINDOW (sheet)));

  return sheet;
}

static const char *
label_of (PlnSheet   *sheet,
          const char *name)
{
  return gtk_label_get_label (GTK_LABEL (pln_ui_test_find_named (GTK_WIDGET (sheet), name)));
}

static void
check_action (PlnSheet   *sheet,
              const char *expected)
{
  g_autofree char *action = NULL;

  g_object_get (sheet, "action", &action, NULL);
  g_assert_cmpstr (action, ==, expected);
}

static void
check_wish (PlnWishList *wishes,
            const char  *expected)
{
  g_autofree char *text = pln_wish_list_take (wishes);

  g_assert_cmpstr (text, ==, expected);
}

/* New guests and those with old news are ticked, and the sentence says all. */
static void
test_invite (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnGathering) gathering = meet_up ();
  g_autoptr(GFile) folder = g_file_new_for_path ("/tmp");
  PlnSheet *sheet = show (pln_invite_sheet_new (PLN_WISHES (wishes), gathering));
  gpointer weak = sheet;

  g_object_add_weak_pointer (G_OBJECT (sheet), &weak);
  check_action (sheet, "Export 3 invitations…");
  g_assert_cmpstr (label_of (sheet, "notice_label"), ==,
                   "This writes 3 files, one for each guest. Nothing is sent by itself. "
                   "1 guest already has an invitation and gets an update. 1 guest has no address and gets none.");
  g_assert_nonnull (pln_ui_test_find_text (GTK_WIDGET (sheet), "New, not invited yet"));
  g_assert_null (pln_ui_test_find_text (GTK_WIDGET (sheet), "On the waiting list"));
  g_assert_null (pln_ui_test_find_text (GTK_WIDGET (sheet), "Chosen in the list"));
  g_assert_nonnull (strstr (label_of (sheet, "words_label"), "you are invited"));
  g_assert_cmpstr (label_of (sheet, "count_label"), ==, "1 of 4");
  g_assert_false (gtk_widget_get_visible (pln_ui_test_find_named (GTK_WIDGET (sheet), "identity_group")));

  pln_invite_sheet_export (PLN_INVITE_SHEET (sheet), folder);
  pln_ui_test_settle ();
  check_wish (wishes, "export-invitations new000000001 new000000002 old000000001\n");
  g_assert_null (weak);
}

static void
test_invite_chosen (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnGathering) gathering = meet_up ();
  g_autoptr(GPtrArray) chosen = g_ptr_array_new ();
  PlnSheet *sheet;

  g_ptr_array_add (chosen, pln_gathering_find_attendee (gathering, "declined0001"));
  sheet = show (pln_invite_sheet_new_for (PLN_WISHES (wishes), gathering, chosen));
  check_action (sheet, "Export 1 invitation…");
  g_assert_nonnull (pln_ui_test_find_text (GTK_WIDGET (sheet), "Chosen in the list"));
  pln_sheet_close (sheet);
  pln_ui_test_settle ();
}

static void
test_cancel (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnGathering) gathering = meet_up ();
  PlnSheet *sheet;

  pln_gathering_set_cancelled (gathering, TRUE);
  sheet = show (pln_invite_sheet_new (PLN_WISHES (wishes), gathering));
  check_action (sheet, "Export 4 cancellations…");
  g_assert_nonnull (strstr (label_of (sheet, "words_label"), "has been cancelled"));
  pln_sheet_close (sheet);
  pln_ui_test_settle ();
}

/* Without an organiser, the sheet asks who invites before it does anything. */
static void
test_identity (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnGathering) gathering = meet_up ();
  PlnSheet *sheet;

  pln_gathering_set_organiser (gathering, "", "");
  sheet = show (pln_invite_sheet_new (PLN_WISHES (wishes), gathering));
  g_assert_true (gtk_widget_get_visible (pln_ui_test_find_named (GTK_WIDGET (sheet), "identity_group")));
  pln_sheet_act (sheet);
  g_assert_true (gtk_widget_get_visible (pln_ui_test_find_named (GTK_WIDGET (sheet), "identity_problem")));
  check_wish (wishes, "");
  pln_sheet_close (sheet);
  pln_ui_test_settle ();
}

static void
test_nobody (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnGathering) gathering = pln_gathering_new ("g@example.org");
  PlnSheet *sheet = show (pln_invite_sheet_new (PLN_WISHES (wishes), gathering));

  g_assert_cmpstr (label_of (sheet, "notice_label"), ==, "Nobody is chosen, so no file is written.");
  g_assert_nonnull (pln_ui_test_find_text (GTK_WIDGET (sheet), "Nobody"));
  pln_sheet_close (sheet);
  pln_ui_test_settle ();
}

static void
test_invited (void)
{
  g_autoptr(GFile) folder = g_file_new_for_path ("/tmp/Invitations");
  PlnSheet *sheet = show (pln_invited_sheet_new (folder, 43, "Hello"));

  g_assert_cmpstr (label_of (sheet, "count_label"), ==, "43 files, one for each of 43 guests");
  g_assert_cmpstr (label_of (sheet, "folder_label"), ==, "/tmp/Invitations");
  pln_sheet_close (sheet);
  pln_ui_test_settle ();
}

static void
offer (GListStore    *items,
       const char    *kind,
       PlnImportFate  fate)
{
  g_autoptr(PlnImportItem) item = pln_import_item_new (kind, "Title", NULL, fate, "");

  g_list_store_append (items, item);
}

static void
test_import (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(GListStore) items = g_list_store_new (PLN_TYPE_IMPORT_ITEM);
  g_autoptr(GFile) file = g_file_new_for_path ("/tmp/launch.ics");
  PlnSheet *sheet;
  gpointer weak;

  offer (items, "gathering", PLN_IMPORT_ADDED);
  offer (items, "session", PLN_IMPORT_ADDED);
  offer (items, "session", PLN_IMPORT_CHANGED);
  offer (items, "session", PLN_IMPORT_UNCHANGED);
  offer (items, "event", PLN_IMPORT_REFUSED);
  sheet = show (pln_import_sheet_new (PLN_WISHES (wishes), file, PLN_IMPORT_AS_SUGGESTED, NULL, PLN_IMPORT_ASKS_AS, G_LIST_MODEL (items)));
  weak = sheet;
  g_object_add_weak_pointer (G_OBJECT (sheet), &weak);

  check_action (sheet, "Import 3");
  g_assert_cmpstr (label_of (sheet, "notice_label"), ==,
                   "1 gathering, 3 sessions: 2 are new, 1 changes, 1 is here already, 1 cannot be taken in.");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (pln_ui_test_find_named (GTK_WIDGET (sheet), "as_row"))), ==, 0);
  check_wish (wishes, "");

  adw_combo_row_set_selected (ADW_COMBO_ROW (pln_ui_test_find_named (GTK_WIDGET (sheet), "as_row")), 1);
  check_wish (wishes, "preview-import launch.ics\n");
  pln_sheet_act (sheet);
  pln_ui_test_settle ();
  check_wish (wishes, "import-file launch.ics\n");
  g_assert_null (weak);
}

/* A schedule is what it is; only its zone may be open. */
static void
test_import_of_a_schedule (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(GListStore) items = g_list_store_new (PLN_TYPE_IMPORT_ITEM);
  g_autoptr(GFile) file = g_file_new_for_path ("/tmp/schedule.xml");
  PlnSheet *sheet;

  offer (items, "gathering", PLN_IMPORT_ADDED);
  offer (items, "session", PLN_IMPORT_ADDED);
  sheet = show (pln_import_sheet_new (PLN_WISHES (wishes), file, PLN_IMPORT_AS_SUGGESTED, "", PLN_IMPORT_ASKS_ZONE, G_LIST_MODEL (items)));
  g_assert_false (gtk_widget_get_visible (pln_ui_test_find_named (GTK_WIDGET (sheet), "as_row")));
  g_assert_true (gtk_widget_is_visible (pln_ui_test_find_named (GTK_WIDGET (sheet), "zone_row")));

  pln_zone_row_set_zone (PLN_ZONE_ROW (pln_ui_test_find_named (GTK_WIDGET (sheet), "zone_row")), "Europe/Brussels");
  check_wish (wishes, "preview-import schedule.xml Europe/Brussels\n");
  pln_import_sheet_show (PLN_IMPORT_SHEET (sheet), file, PLN_IMPORT_AS_SUGGESTED, "Europe/Brussels", PLN_IMPORT_ASKS_ZONE, G_LIST_MODEL (items));
  check_wish (wishes, "");
  pln_sheet_act (sheet);
  pln_ui_test_settle ();
  check_wish (wishes, "import-file schedule.xml Europe/Brussels\n");

  sheet = show (pln_import_sheet_new (PLN_WISHES (wishes), file, PLN_IMPORT_AS_SUGGESTED, "Europe/London", PLN_IMPORT_ASKS_NOTHING, G_LIST_MODEL (items)));
  g_assert_false (gtk_widget_is_visible (pln_ui_test_find_named (GTK_WIDGET (sheet), "zone_row")));
  pln_sheet_close (sheet);
  pln_ui_test_settle ();
}

static void
test_bin (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GDateTime) now = pln_clock_now_utc ();
  g_autoptr(GDateTime) three_days_ago = g_date_time_add_days (now, -3);
  PlnSheet *sheet;
  GtkStack *stack;

  g_ptr_array_add (hits, pln_hit_new ("session", "s@example.org", "g@example.org", "", "A & B", "CPD23", three_days_ago));
  sheet = show (pln_bin_sheet_new (PLN_WISHES (wishes), hits));
  stack = GTK_STACK (pln_ui_test_find_named (GTK_WIDGET (sheet), "stack"));
  g_assert_nonnull (pln_ui_test_find_text (GTK_WIDGET (sheet), "A & B"));
  g_assert_nonnull (pln_ui_test_find_text (GTK_WIDGET (sheet), "CPD23 · deleted 3 days ago, kept 27 more days"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "list");

  g_signal_emit_by_name (pln_ui_test_find (GTK_WIDGET (stack), GTK_TYPE_BUTTON), "clicked");
  check_wish (wishes, "restore-from-bin s@example.org\n");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  pln_sheet_close (sheet);
  pln_ui_test_settle ();
}

/* Deleting asks only if guests would not hear of it. */
static void
test_delete (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnGathering) told = meet_up ();
  g_autoptr(PlnGathering) untold = pln_gathering_new ("u@example.org");
  GtkWidget *label = gtk_label_new ("");
  GtkWindow *window = pln_ui_test_show (label, wishes);
  GListModel *windows = gtk_window_get_toplevels ();

  pln_ask_delete (window, PLN_WISHES (wishes), untold);
  check_wish (wishes, "delete-gathering u@example.org\n");

  pln_ask_delete (window, PLN_WISHES (wishes), told);
  check_wish (wishes, "");
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) dialog = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (dialog))
        adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "yes");
    }
  check_wish (wishes, "delete-gathering g@example.org\n");

  pln_ui_test_end (window, label);
}

int
main (int    argc,
      char **argv)
{
  pln_ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/invite-sheet/who", test_invite);
  g_test_add_func ("/ui/invite-sheet/chosen", test_invite_chosen);
  g_test_add_func ("/ui/invite-sheet/cancel", test_cancel);
  g_test_add_func ("/ui/invite-sheet/identity", test_identity);
  g_test_add_func ("/ui/invite-sheet/nobody", test_nobody);
  g_test_add_func ("/ui/invited-sheet/result", test_invited);
  g_test_add_func ("/ui/import-sheet/counts", test_import);
  g_test_add_func ("/ui/import-sheet/schedule", test_import_of_a_schedule);
  g_test_add_func ("/ui/bin-sheet/restore", test_bin);
  g_test_add_func ("/ui/ask/delete", test_delete);

  return g_test_run ();
}
