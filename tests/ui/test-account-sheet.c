/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ui-test.h"

#include "pln-account-sheet.h"
#include "pln-remote-row.h"

/* The test plays the server: it sets what the core would set. */
typedef struct
{
  PlnWishList *wishes;
  PlnAccount  *account; /* (nullable) */
  PlnSheet    *sheet;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->wishes = pln_wish_list_new ();
  if (user_data != NULL)
    {
      fixture->account = pln_ui_servers_account ();
      pln_account_set_problem (fixture->account, PLN_ACCOUNT_NEEDS_PASSWORD, NULL);
    }
  fixture->sheet = pln_account_sheet_new (PLN_WISHES (fixture->wishes), fixture->account, "CPD23 meet-up");
  pln_sheet_present (fixture->sheet, NULL);
  pln_ui_test_settle ();
  g_free (pln_wish_list_take (fixture->wishes));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autofree char *text = NULL;

  pln_ui_test_end (GTK_WINDOW (fixture->sheet), fixture->sheet);
  text = pln_wish_list_take (fixture->wishes);
  g_assert_true (g_str_has_suffix (text, "end-sign-in\n")); /* and with it the password is forgotten */
  g_clear_object (&fixture->account);
  g_object_unref (fixture->wishes);
}

static void
expect_wishes (Fixture    *fixture,
               const char *lines)
{
  g_autofree char *text = pln_wish_list_take (fixture->wishes);

  g_assert_cmpstr (text, ==, lines);
}

static GtkWidget *
named (Fixture    *fixture,
       const char *id)
{
  GtkWidget *widget = pln_ui_test_find_named (GTK_WIDGET (fixture->sheet), id);

  g_assert_nonnull (widget);

  return widget;
}

static gboolean
is_shown (GtkWidget *widget)
{
  return widget != NULL && gtk_widget_get_mapped (widget);
}

static gboolean
shows (Fixture    *fixture,
       const char *text)
{
  pln_ui_test_settle ();

  return is_shown (pln_ui_test_find_text (GTK_WIDGET (fixture->sheet), text));
}

static void
fill (Fixture    *fixture,
      const char *id,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (named (fixture, id)), text);
}

static void
enter (Fixture *fixture)
{
  pln_ui_test_settle ();
  pln_sheet_act (fixture->sheet);
}

static PlnSignIn *
find_server (Fixture *fixture)
{
  PlnSignIn *sign_in = fixture->wishes->servers.sign_in;

  fill (fixture, "address_row", "dorrie@fenwick.example");
  enter (fixture);
  expect_wishes (fixture, "find-server dorrie@fenwick.example\n");
  pln_sign_in_set_server (sign_in, "https://cal.fenwick.example/dav/", "dorrie@fenwick.example");
  pln_sign_in_set_step (sign_in, PLN_SIGN_IN_PASSWORD);

  return sign_in;
}

static PlnSignIn *
find_calendars (Fixture *fixture)
{
  const char *const addresses[] = { "dorrie@fenwick.example", NULL };
  PlnSignIn *sign_in = find_server (fixture);
  g_autoptr(GPtrArray) calendars = pln_ui_servers_calendars ();

  fill (fixture, "password_row", "secret");
  enter (fixture);
  expect_wishes (fixture, "log-in dorrie@fenwick.example secret\n");
  pln_sign_in_set_addresses (sign_in, addresses, TRUE);
  pln_remote_calendar_set_chosen (g_ptr_array_index (calendars, 0), TRUE);
  pln_sign_in_set_for_gatherings (sign_in, g_ptr_array_index (calendars, 0));
  pln_sign_in_set_for_organisers (sign_in, g_ptr_array_index (calendars, 0));
  g_list_store_splice (pln_sign_in_get_calendars (sign_in), 0, 0, calendars->pdata, calendars->len);
  pln_sign_in_set_step (sign_in, PLN_SIGN_IN_CALENDARS);
  pln_ui_test_settle ();

  return sign_in;
}

/* From the address to the calendars; the host is shown before the password is asked. */
static void
test_steps (Fixture       *fixture,
            gconstpointer  user_data)
{
  PlnSignIn *sign_in;
  g_autofree char *action = NULL;

  g_assert_false (shows (fixture, "cal.fenwick.example"));
  g_assert_false (is_shown (named (fixture, "password_row")));
  sign_in = find_server (fixture);
  g_assert_true (shows (fixture, "cal.fenwick.example"));
  g_assert_true (is_shown (named (fixture, "password_row")));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (named (fixture, "user_row"))), ==, "dorrie@fenwick.example");
  pln_sign_in_set_step (sign_in, PLN_SIGN_IN_ADDRESS);
  pln_ui_test_settle ();

  find_calendars (fixture);
  g_assert_true (shows (fixture, "4 calendars found at cal.fenwick.example"));
  g_assert_true (shows (fixture, "Signed in as dorrie@fenwick.example · encrypted · answers of guests come back by themselves"));
  g_object_get (fixture->sheet, "action", &action, NULL);
  g_assert_cmpstr (action, ==, "Use 1 calendar");
  g_assert_false (is_shown (named (fixture, "address_group"))); /* the server knows it */
  pln_ui_test_walk (GTK_WIDGET (named (fixture, "scroller")));

  pln_remote_calendar_set_chosen (pln_sign_in_get_for_gatherings (sign_in), TRUE);
  enter (fixture);
  expect_wishes (fixture, "use-calendars DREaM committee\n");
}

/* Back goes one step back, and forgets the password. */
static void
test_back (Fixture       *fixture,
           gconstpointer  user_data)
{
  PlnSignIn *sign_in = find_calendars (fixture);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "sheet.back", NULL));
  g_assert_cmpint (pln_sign_in_get_step (sign_in), ==, PLN_SIGN_IN_PASSWORD);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (named (fixture, "password_row"))), ==, "");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "sheet.back", NULL));
  g_assert_cmpint (pln_sign_in_get_step (sign_in), ==, PLN_SIGN_IN_ADDRESS);
  pln_ui_test_settle ();
  g_assert_true (is_shown (named (fixture, "address_row")));
}

static void
fail (Fixture          *fixture,
      PlnSignInProblem  problem,
      const char       *words,
      const char       *help,
      const char       *fingerprint)
{
  pln_sign_in_set_problem (fixture->wishes->servers.sign_in, problem, words, help, fingerprint);
  pln_ui_test_settle ();
}

/* A failure stands below the field that can cure it, and goes when that is mended. */
static void
test_failures (Fixture       *fixture,
               gconstpointer  user_data)
{
  GtkWidget *address_problem = named (fixture, "address_problem");
  GtkWidget *password_problem = named (fixture, "password_problem");

  fill (fixture, "address_row", "dorrie@gmail.com");
  fail (fixture, PLN_SIGN_IN_GOOGLE, "Google cannot be connected.", NULL, NULL);
  g_assert_true (is_shown (address_problem));
  g_assert_true (shows (fixture, "Google cannot be connected."));
  fill (fixture, "address_row", "dorrie@fenwick.example");
  pln_ui_test_settle ();
  g_assert_false (is_shown (address_problem));

  find_server (fixture);
  fill (fixture, "password_row", "secret");
  fail (fixture, PLN_SIGN_IN_WRONG_PASSWORD, "Not accepted.", NULL, NULL);
  g_assert_true (is_shown (password_problem));
  g_assert_false (is_shown (named (fixture, "help_row")));

  fail (fixture, PLN_SIGN_IN_APP_PASSWORD, "It wants another one.", "https://fenwick.example/passwords", NULL);
  g_assert_true (is_shown (named (fixture, "help_row")));
}

/* A certificate that is not trusted shows why and which; to trust it is a plain button. */
static void
test_certificate (Fixture       *fixture,
                  gconstpointer  user_data)
{
  GtkWidget *trust;

  find_server (fixture);
  fill (fixture, "password_row", "secret");
  fail (fixture, PLN_SIGN_IN_CERTIFICATE, "It was made by the server itself.", NULL, "AB:CD:EF");
  g_assert_true (shows (fixture, "It was made by the server itself."));
  g_assert_true (shows (fixture, "AB:CD:EF"));
  trust = gtk_widget_get_ancestor (pln_ui_test_find_text (GTK_WIDGET (fixture->sheet), "Trust this one"), GTK_TYPE_BUTTON);
  g_assert_false (gtk_widget_has_css_class (trust, "suggested-action"));
  g_signal_emit_by_name (trust, "clicked");
  expect_wishes (fixture, "trust-server AB:CD:EF\n");
}

/* A calendar is made for the gathering that was looked at. */
static void
test_make_calendar (Fixture       *fixture,
                    gconstpointer  user_data)
{
  PlnSignIn *sign_in = find_calendars (fixture);
  g_autoptr(PlnRemoteCalendar) calendar = NULL;
  g_autofree char *action = NULL;

  g_assert_true (shows (fixture, "Create a new calendar for this gathering"));
  g_signal_emit_by_name (named (fixture, "make_row"), "activated");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (named (fixture, "name_row"))), ==, "CPD23 meet-up");
  g_signal_emit_by_name (named (fixture, "create"), "clicked");
  expect_wishes (fixture, "make-calendar CPD23 meet-up\n");

  fail (fixture, PLN_SIGN_IN_CALENDAR, "The server makes no calendars.", NULL, NULL);
  g_assert_true (shows (fixture, "The server makes no calendars."));
  fail (fixture, PLN_SIGN_IN_IS_FINE, NULL, NULL, NULL);

  calendar = pln_remote_calendar_new ("https://cal.fenwick.example/dav/new/", "CPD23 meet-up", NULL, PLN_HOLDS_ALL, TRUE);
  pln_remote_calendar_set_chosen (calendar, TRUE);
  g_list_store_append (pln_sign_in_get_calendars (sign_in), calendar);
  pln_sign_in_set_for_gatherings (sign_in, calendar);
  g_object_get (fixture->sheet, "action", &action, NULL);
  g_assert_cmpstr (action, ==, "Use 2 calendars");
}

/* What is not used takes nothing new. */
static void
test_places (Fixture       *fixture,
             gconstpointer  user_data)
{
  PlnSignIn *sign_in = find_calendars (fixture);
  g_autoptr(PlnRemoteCalendar) first = g_list_model_get_item (G_LIST_MODEL (pln_sign_in_get_calendars (sign_in)), 0);
  AdwComboRow *row = ADW_COMBO_ROW (named (fixture, "gatherings_row"));

  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 1);
  pln_remote_calendar_set_chosen (first, FALSE);
  g_assert_null (pln_sign_in_get_for_gatherings (sign_in));
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  enter (fixture);
  expect_wishes (fixture, ""); /* none is chosen */

  pln_remote_calendar_set_chosen (first, TRUE);
  adw_combo_row_set_selected (row, 1);
  g_assert_true (pln_sign_in_get_for_gatherings (sign_in) == first);
}

/* Who only has to sign in again is asked for the password and nothing else. */
static void
test_password_again (Fixture       *fixture,
                     gconstpointer  user_data)
{
  PlnSignIn *sign_in = fixture->wishes->servers.sign_in;
  g_autoptr(GPtrArray) calendars = pln_ui_servers_calendars ();

  g_assert_true (is_shown (named (fixture, "password_row")));
  fill (fixture, "password_row", "secret");
  enter (fixture);
  expect_wishes (fixture, "log-in dorrie@fenwick.example secret\n");
  pln_remote_calendar_set_chosen (g_ptr_array_index (calendars, 1), TRUE);
  g_list_store_splice (pln_sign_in_get_calendars (sign_in), 0, 0, calendars->pdata, calendars->len);
  pln_sign_in_set_step (sign_in, PLN_SIGN_IN_CALENDARS);
  expect_wishes (fixture, "use-calendars CPD23\n");
}

int
main (int   argc,
      char *argv[])
{
  pln_ui_test_init (&argc, &argv);

  g_test_add ("/account-sheet/steps", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/account-sheet/back", Fixture, NULL, set_up, test_back, tear_down);
  g_test_add ("/account-sheet/failures", Fixture, NULL, set_up, test_failures, tear_down);
  g_test_add ("/account-sheet/certificate", Fixture, NULL, set_up, test_certificate, tear_down);
  g_test_add ("/account-sheet/make-calendar", Fixture, NULL, set_up, test_make_calendar, tear_down);
  g_test_add ("/account-sheet/places", Fixture, NULL, set_up, test_places, tear_down);
  g_test_add ("/account-sheet/password-again", Fixture, "account", set_up, test_password_again, tear_down);

  return g_test_run ();
}
