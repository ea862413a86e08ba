/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-network-tags.h"
#include "pln-person-pane.h"
#include "pln-ui-people.h"
#include "pln-ui-test.h"

typedef struct
{
  PlnGathering *gathering;
  PlnAttendee  *attendee;
  PlnWishList  *wishes;
  GtkWidget    *pane;
  GtkWindow    *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->gathering = pln_ui_people_new (20, FALSE);
  fixture->attendee = pln_gathering_find_attendee (fixture->gathering, "person000002");
  fixture->wishes = pln_wish_list_new ();
  fixture->pane = g_object_new (PLN_TYPE_PERSON_PANE, NULL);
  fixture->window = pln_ui_test_show (fixture->pane, fixture->wishes);
  pln_person_pane_show (PLN_PERSON_PANE (fixture->pane), fixture->gathering, fixture->attendee);
  pln_ui_test_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  pln_ui_test_end (fixture->window, fixture->pane);
  g_object_unref (fixture->gathering);
  g_object_unref (fixture->wishes);
}

static void
wished (Fixture    *fixture,
        const char *expected)
{
  g_autofree char *text = pln_wish_list_take (fixture->wishes);

  g_assert_cmpstr (text, ==, expected);
}

static GtkEditable *
field (Fixture    *fixture,
       const char *name)
{
  return GTK_EDITABLE (pln_ui_test_find_named (fixture->pane, name));
}

/* An edit is announced once, with the person before and after it; looking at
 * somebody, or a change from elsewhere, announces nothing. */
static void
test_edit (Fixture       *fixture,
           gconstpointer  user_data)
{
  PlnPersonPane *pane = PLN_PERSON_PANE (fixture->pane);

  pln_ui_test_walk (fixture->pane);
  pln_attendee_set_organisation (fixture->attendee, "Elsewhere");
  g_assert_cmpstr (gtk_editable_get_text (field (fixture, "organisation")), ==, "Elsewhere");
  wished (fixture, "");

  gtk_widget_grab_focus (GTK_WIDGET (field (fixture, "sector")));
  gtk_editable_set_text (field (fixture, "sector"), " Public libraries ");
  g_signal_emit_by_name (field (fixture, "sector"), "activate");
  wished (fixture, "save-attendee person000002\n");
  g_assert_cmpstr (pln_attendee_get_sector (PLN_ATTENDEE (fixture->wishes->before)), ==, "Public");
  g_assert_cmpstr (pln_attendee_get_sector (PLN_ATTENDEE (fixture->wishes->after)), ==, "Public libraries");
  g_assert_cmpstr (pln_attendee_get_organisation (PLN_ATTENDEE (fixture->wishes->after)), ==, "Elsewhere");

  pln_person_pane_save (pane); /* as when the focus leaves: it is asked for already */
  wished (fixture, "");
}

/* What is being typed is saved when another person is shown. */
static void
test_leave (Fixture       *fixture,
            gconstpointer  user_data)
{
  PlnAttendee *other = pln_gathering_find_attendee (fixture->gathering, "person000003");

  gtk_widget_grab_focus (GTK_WIDGET (field (fixture, "email")));
  gtk_editable_set_text (field (fixture, "email"), "new@example.org");
  pln_person_pane_show (PLN_PERSON_PANE (fixture->pane), fixture->gathering, other);
  wished (fixture, "save-attendee person000002\n");
  g_assert_cmpstr (gtk_editable_get_text (field (fixture, "email")), ==, pln_attendee_get_email (other));
}

static void
test_escape (Fixture       *fixture,
             gconstpointer  user_data)
{
  gtk_widget_grab_focus (GTK_WIDGET (field (fixture, "name")));
  gtk_editable_set_text (field (fixture, "name"), "Somebody else");
  g_assert_true (pln_ui_test_key (GTK_WIDGET (field (fixture, "name")), GDK_KEY_Escape, 0));
  g_assert_cmpstr (gtk_editable_get_text (field (fixture, "name")), ==, pln_attendee_get_name (fixture->attendee));
  wished (fixture, "");
}

static void
test_choices (Fixture       *fixture,
              gconstpointer  user_data)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (pln_ui_test_find_named (fixture->pane, "role")), PLN_ROLE_SPEAKER);
  wished (fixture, "save-attendee person000002\n");
  g_assert_cmpint (pln_attendee_get_role (PLN_ATTENDEE (fixture->wishes->after)), ==, PLN_ROLE_SPEAKER);

  gtk_switch_set_active (GTK_SWITCH (pln_ui_test_find_named (fixture->pane, "waiting")), TRUE);
  wished (fixture, "save-attendee person000002\n");
  g_assert_true (pln_attendee_get_waiting (PLN_ATTENDEE (fixture->wishes->after)));

  g_assert_true (gtk_widget_activate_action (fixture->pane, "person.answer", "s", "declined"));
  wished (fixture, "set-answer 1 declined\n");
}

static void
test_networks (Fixture       *fixture,
               gconstpointer  user_data)
{
  PlnNetworkTags *tags = PLN_NETWORK_TAGS (pln_ui_test_find (fixture->pane, PLN_TYPE_NETWORK_TAGS));

  g_assert_true (g_strv_equal (pln_network_tags_get_networks (tags), pln_attendee_get_networks (fixture->attendee)));

  pln_network_tags_add (tags, "Fresh");
  wished (fixture, "save-attendee person000002\n");
  g_assert_true (g_strv_contains (pln_attendee_get_networks (PLN_ATTENDEE (fixture->wishes->after)), "Fresh"));

  pln_network_tags_remove (tags, pln_attendee_get_networks (fixture->attendee)[0]);
  wished (fixture, "save-attendee person000002\n");
  g_assert_false (g_strv_contains (pln_attendee_get_networks (PLN_ATTENDEE (fixture->wishes->after)),
                                   pln_attendee_get_networks (fixture->attendee)[0]));
}

int
main (int    argc,
      char **argv)
{
  pln_ui_test_init (&argc, &argv);

#define ADD(path, func) g_test_add ("/ui/person-pane/" path, Fixture, NULL, set_up, func, tear_down)

  ADD ("edit", test_edit);
  ADD ("leave", test_leave);
  ADD ("escape", test_escape);
  ADD ("choices", test_choices);
  ADD ("networks", test_networks);

  return g_test_run ();
}
