/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-board-private.h"
#include "pln-breakouts-page-private.h"
#include "pln-clock.h"
#include "pln-group-head.h"
#include "pln-mend-sheet.h"
#include "pln-met-chart.h"
#include "pln-rules-group.h"
#include "pln-mixing-sheet.h"
#include "pln-role-slot.h"
#include "pln-ui-people.h"
#include "pln-ui-rounds.h"
#include "pln-ui-test.h"

#define WORTH "Everybody meets 10 to 12 new people; nobody meets twice. " \
              "Every group has three sectors or more and at least two networks."

typedef struct
{
  PlnGathering *gathering;
  PlnWishList  *wishes;
  GtkWidget    *page;
  PlnBoard     *board;
  GtkWindow    *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  guint n_rounds = GPOINTER_TO_UINT (user_data);

  pln_clock_set (PLN_UI_TEST_NOW);
  fixture->gathering = pln_ui_people_new (124, FALSE);
  if (n_rounds > 0)
    pln_ui_rounds_add (fixture->gathering, n_rounds, 6);
  fixture->wishes = pln_wish_list_new ();
  fixture->page = pln_breakouts_page_new ();
  fixture->board = PLN_BOARD (pln_ui_test_find (fixture->page, PLN_TYPE_BOARD));
  pln_breakouts_page_set_gathering (PLN_BREAKOUTS_PAGE (fixture->page), fixture->gathering);
  fixture->window = pln_ui_test_show (fixture->page, fixture->wishes);
  if (n_rounds > 1)
    gtk_widget_activate_action (fixture->page, "breakouts.step", "i", 1);
  pln_ui_test_settle ();
  while (n_rounds > 0 && gtk_widget_get_width (g_ptr_array_index (fixture->board->columns, 0)) == 0)
    g_main_context_iteration (NULL, TRUE); /* arrows and Tab go by place */
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  pln_ui_test_end (fixture->window, fixture->page);
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

static PlnGroup *
group (Fixture *fixture,
       guint    number)
{
  return pln_group_column_get_group (g_ptr_array_index (fixture->board->columns, number - 1));
}

/* The card of a seat, and the focus on it. */
static PlnPersonCard *
take_card (Fixture *fixture,
           guint    number,
           guint    seat)
{
  const PlnPlace *place = g_ptr_array_index (pln_group_get_places (group (fixture, number)), seat);
  PlnPersonCard *card = pln_board_find_card (fixture->board, place->person);

  g_assert_nonnull (card);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (card)));

  return card;
}

static void
press (Fixture         *fixture,
       guint            key,
       GdkModifierType  modifiers)
{
  g_assert_true (pln_ui_test_key (GTK_WIDGET (fixture->board), key, modifiers));
  pln_ui_test_settle ();
}

static const char *
sentence (Fixture *fixture)
{
  return pln_quality_bar_get_text (PLN_QUALITY_BAR (pln_ui_test_find (fixture->page, PLN_TYPE_QUALITY_BAR)));
}

/* Without rounds it is said what they are good for. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_assert_true (gtk_widget_get_mapped (pln_ui_test_find_text (fixture->page, "No rounds yet")));
  g_assert_true (gtk_widget_get_mapped (pln_ui_test_find_text (fixture->page, "Make groups by hand")));
}

static void
test_shown (Fixture       *fixture,
            gconstpointer  user_data)
{
  GtkWidget *head = pln_ui_test_find (fixture->page, PLN_TYPE_GROUP_HEAD);

  g_assert_cmpuint (fixture->board->columns->len, ==, 14);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Group 1, Who leads, and who could?, Room 1, table 1, 6 people");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (pln_ui_test_find (fixture->page, PLN_TYPE_ROLE_SLOT)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Group 3 has no note-taker. Choose one");
  g_assert_cmpstr (sentence (fixture), ==, WORTH);
  pln_ui_test_walk (fixture->page);
}

/* A card says who, where, and what is special. */
static void
test_card_words (Fixture       *fixture,
                 gconstpointer  user_data)
{
  PlnPersonCard *card = take_card (fixture, 1, 0);
  PlnAttendee *attendee = pln_person_card_get_attendee (card);
  g_autofree char *words = NULL;

  pln_attendee_set_sector (attendee, "Public");
  pln_attendee_set_networks (attendee, (const char *const[]) { "LISNPN", "CDG", NULL });
  pln_attendee_set_first_time (attendee, TRUE);
  pln_ui_test_settle ();
  words = g_strdup_printf ("%s, Facilitator, Public, LISNPN and CDG; first time; Group 1, 1 of 6",
                           pln_attendee_get_display_name (attendee));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, words);
}

/* Picked up, carried by arrows, dropped; the sentence says where it is. */
static void
test_carry (Fixture       *fixture,
            gconstpointer  user_data)
{
  PlnPersonCard *card = take_card (fixture, 1, 3);
  g_autofree char *id = g_strdup (pln_person_card_get_id (card));
  g_autofree char *expected = g_strdup_printf ("place-people %s to 2\n", id);
  g_autofree char *picked = g_strdup_printf ("Picked up %s", pln_attendee_get_display_name (pln_person_card_get_attendee (card)));

  press (fixture, GDK_KEY_x, GDK_CONTROL_MASK);
  g_assert_cmpstr (sentence (fixture), ==, picked);
  press (fixture, GDK_KEY_Right, 0);
  g_assert_cmpstr (sentence (fixture), ==, "Group 2, then 7 people. One pair would meet twice.");
  press (fixture, GDK_KEY_Return, 0);
  wished (fixture, expected);
  g_assert_nonnull (pln_group_get_place (group (fixture, 2), id));
  g_assert_false (pln_board_is_holding (fixture->board));

  /* The focus went with the card. */
  g_assert_true (pln_board_get_focus (fixture->board) == GTK_WIDGET (pln_board_find_card (fixture->board, id)));
}

/* By pointer: what lies below it is the target, and is what the drop means. */
static void
test_drag (Fixture       *fixture,
           gconstpointer  user_data)
{
  PlnPersonCard *card = take_card (fixture, 1, 3);
  g_autofree char *expected = g_strdup_printf ("place-people %s to 2\n", pln_person_card_get_id (card));
  graphene_rect_t area;

  g_assert_true (gtk_widget_compute_bounds (g_ptr_array_index (fixture->board->columns, 1), GTK_WIDGET (fixture->board), &area));
  g_assert_true (pln_board_drag_from (fixture->board, card, 0, 0));
  pln_board_drag_to (fixture->board, area.origin.x + 20, area.origin.y + 20);
  g_assert_cmpstr (sentence (fixture), ==, "Group 2, then 7 people. One pair would meet twice.");
  g_assert_true (gtk_widget_has_css_class (g_ptr_array_index (fixture->board->columns, 1), "target"));

  pln_board_drag_to (fixture->board, -100, -100); /* out of the board: nowhere */
  g_assert_false (gtk_widget_has_css_class (g_ptr_array_index (fixture->board->columns, 1), "target"));
  pln_board_drag_to (fixture->board, area.origin.x + 20, area.origin.y + 20);
  pln_board_drop (fixture->board);
  pln_ui_test_settle ();
  wished (fixture, expected);
  g_assert_false (pln_board_is_holding (fixture->board));
}

static void
test_put_back (Fixture       *fixture,
               gconstpointer  user_data)
{
  take_card (fixture, 1, 3);
  press (fixture, GDK_KEY_space, 0);
  press (fixture, GDK_KEY_Right, 0);
  press (fixture, GDK_KEY_Escape, 0);
  g_assert_false (pln_board_is_holding (fixture->board));
  wished (fixture, "");
  g_assert_cmpstr (sentence (fixture), ==, WORTH);
}

/* A slot gives its role. */
static void
test_slot (Fixture       *fixture,
           gconstpointer  user_data)
{
  PlnPersonCard *card = take_card (fixture, 2, 4);
  g_autofree char *expected = g_strdup_printf ("place-people %s to 3 note-taker\n", pln_person_card_get_id (card));

  press (fixture, GDK_KEY_space, 0);
  press (fixture, GDK_KEY_Right, 0);
  press (fixture, GDK_KEY_Up, 0);
  g_assert_cmpstr (sentence (fixture), ==, "Group 3, Note-taker. One pair would meet twice.");
  press (fixture, GDK_KEY_Return, 0);
  wished (fixture, expected);
  g_assert_null (pln_ui_test_find (fixture->page, PLN_TYPE_ROLE_SLOT));
}

/* One digit moves at once if no other can follow; two name a group of two. */
static void
test_digits (Fixture       *fixture,
             gconstpointer  user_data)
{
  PlnPersonCard *card = take_card (fixture, 1, 3);
  g_autofree char *id = g_strdup (pln_person_card_get_id (card));
  g_autofree char *five = g_strdup_printf ("place-people %s to 5\n", id);
  g_autofree char *twelve = g_strdup_printf ("place-people %s to 12\n", id);

  press (fixture, GDK_KEY_5, 0);
  wished (fixture, five);
  press (fixture, GDK_KEY_1, 0);
  wished (fixture, "");
  press (fixture, GDK_KEY_2, 0);
  wished (fixture, twelve);
}

static void
test_letters (Fixture       *fixture,
              gconstpointer  user_data)
{
  PlnPersonCard *card = take_card (fixture, 1, 3);
  const char *before = pln_group_get_person (group (fixture, 1), PLN_GROUP_ROLE_NOTE_TAKER);
  g_autofree char *id = g_strdup (pln_person_card_get_id (card));
  g_autofree char *role = g_strdup_printf ("place-people %s to 1 note-taker, %s to 1\n", id, before);
  g_autofree char *lock = g_strdup_printf ("place-people %s to 1 note-taker locked\n", id);
  g_autofree char *out = g_strdup_printf ("place-people %s to 0\n", id);

  press (fixture, GDK_KEY_n, 0);
  wished (fixture, role);
  press (fixture, GDK_KEY_l, 0);
  wished (fixture, lock);
  press (fixture, GDK_KEY_Delete, 0);
  wished (fixture, out);
  g_assert_cmpuint (pln_board_get_n_free (fixture->board), ==, 1);
  g_assert_true (g_str_has_suffix (sentence (fixture), "1 not placed."));
}

/* The other roles, and whether somebody is here. */
static void
test_more_letters (Fixture       *fixture,
                   gconstpointer  user_data)
{
  static const struct { guint key; const char *role; } roles[] = {
    { GDK_KEY_t, "timekeeper" }, { GDK_KEY_r, "reporter" }, { GDK_KEY_b, "buddy" },
  };
  PlnPersonCard *card = take_card (fixture, 1, 3);
  g_autofree char *id = g_strdup (pln_person_card_get_id (card));
  g_autofree char *here = g_strdup_printf ("set-presence here %s\n", id);
  g_autofree char *left = g_strdup_printf ("set-presence left %s\n", id);

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autofree char *role = g_strdup_printf ("place-people %s to 1 %s\n", id, roles[i].role);

      press (fixture, roles[i].key, 0);
      wished (fixture, role);
    }

  press (fixture, GDK_KEY_h, 0);
  wished (fixture, here);
  pln_attendee_set_presence (pln_gathering_find_attendee (fixture->gathering, id), PLN_PRESENCE_HERE, NULL, NULL);
  press (fixture, GDK_KEY_h, 0);
  wished (fixture, left);
}

/* Two organisers placed the same person: it is said, and one of the places is kept. */
static void
test_twice (Fixture       *fixture,
            gconstpointer  user_data)
{
  GtkWidget *bar = pln_ui_test_find (fixture->page, PLN_TYPE_TWICE_BAR);
  const PlnPlace *place = g_ptr_array_index (pln_group_get_places (group (fixture, 7)), 2);
  PlnAttendee *attendee = pln_gathering_find_attendee (fixture->gathering, place->person);
  g_autoptr(GPtrArray) before = pln_places_copy (pln_group_get_places (group (fixture, 3)));
  g_autoptr(GPtrArray) places = pln_places_copy (before);
  g_autofree char *words = g_strdup_printf ("%s sits in Group 3 and Group 7 of Round 2.",
                                            pln_attendee_get_display_name (attendee));
  g_autofree char *kept = g_strdup_printf ("place-people %s to 7\n", place->person);

  g_assert_false (gtk_widget_get_visible (bar));
  g_ptr_array_add (places, pln_place_copy (place));
  pln_group_set_places (group (fixture, 3), places);
  pln_ui_test_settle ();
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_nonnull (pln_ui_test_find_text (bar, words));
  g_assert_nonnull (pln_ui_test_find_text (bar, "Keep in Group 3"));

  g_signal_emit_by_name (gtk_widget_get_ancestor (pln_ui_test_find_text (bar, "Keep in Group 7"), GTK_TYPE_BUTTON), "clicked");
  wished (fixture, kept);
  pln_group_set_places (group (fixture, 3), before);
  pln_ui_test_settle ();
  g_assert_false (gtk_widget_get_visible (bar));
}

/* Cards that change their places fly there; then all are as they were. */
static void
test_flight (Fixture       *fixture,
             gconstpointer  user_data)
{
  PlnPersonCard *card = take_card (fixture, 1, 3);
  g_autofree char *id = g_strdup (pln_person_card_get_id (card));

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  g_assert_true (pln_ui_test_key (GTK_WIDGET (fixture->board), GDK_KEY_5, 0));
  g_assert_nonnull (fixture->board->flight);
  while (fixture->board->flight != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_assert_nonnull (pln_group_get_place (group (fixture, 5), id));
  g_assert_true (pln_board_get_focus (fixture->board) == GTK_WIDGET (pln_board_find_card (fixture->board, id)));
  for (guint i = 0; i < fixture->board->columns->len; i++)
    {
      g_autoptr(GPtrArray) stops = pln_group_column_list_stops (g_ptr_array_index (fixture->board->columns, i));

      for (guint j = 0; j < stops->len; j++)
        g_assert_cmpfloat (gtk_widget_get_opacity (stops->pdata[j]), ==, 1);
    }
}

/* Several who are chosen move together, in one step. */
static void
test_several (Fixture       *fixture,
              gconstpointer  user_data)
{
  PlnPersonCard *one = take_card (fixture, 1, 3);
  PlnPersonCard *two = take_card (fixture, 4, 5);
  g_autofree char *text = NULL;

  pln_board_choose (fixture->board, one, TRUE);
  pln_board_choose (fixture->board, two, TRUE);
  press (fixture, GDK_KEY_2, 0);
  text = pln_wish_list_take (fixture->wishes);
  g_assert_cmpuint (pln_group_get_n_places (group (fixture, 2)), ==, 8);
  g_assert_true (g_str_has_prefix (text, "place-people "));
  g_assert_null (strchr (strchr (text, '\n') + 1, '\n'));
}

/* Who is not here has no card to be picked up. */
static void
test_away (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autofree char *id = NULL;
  PlnPersonCard *card;

  pln_ui_rounds_arrive (fixture->gathering, 70);
  pln_ui_test_settle ();
  card = take_card (fixture, 1, 0);
  g_assert_false (pln_person_card_get_absent (card)); /* as long as people arrive */
  pln_ui_rounds_arrive (fixture->gathering, 3);
  pln_ui_test_settle ();
  g_assert_true (pln_person_card_get_absent (card));
  id = g_strdup (pln_person_card_get_id (card));
  press (fixture, GDK_KEY_5, 0); /* nothing is moved */
  wished (fixture, "");

  press (fixture, GDK_KEY_Delete, 0);
  g_assert_cmpuint (pln_board_get_n_free (fixture->board), ==, 0);
  g_assert_null (pln_board_find_card (fixture->board, id));
}

/* Arrows go from card to card and from column to column. */
static void
test_arrows (Fixture       *fixture,
             gconstpointer  user_data)
{
  PlnPersonCard *card = take_card (fixture, 1, 0);
  GtkWidget *head = gtk_widget_get_first_child (g_ptr_array_index (fixture->board->columns, 1));

  press (fixture, GDK_KEY_Up, 0);
  g_assert_true (PLN_IS_GROUP_HEAD (pln_board_get_focus (fixture->board)));
  press (fixture, GDK_KEY_Right, 0);
  g_assert_true (pln_board_get_focus (fixture->board) == head);
  press (fixture, GDK_KEY_Left, 0);
  press (fixture, GDK_KEY_Down, 0);
  g_assert_true (pln_board_get_focus (fixture->board) == GTK_WIDGET (card));
}

static void
test_rounds (Fixture       *fixture,
             gconstpointer  user_data)
{
  GtkWidget *button = gtk_widget_get_ancestor (pln_ui_test_find_text (fixture->page, "now"), GTK_TYPE_TOGGLE_BUTTON);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Round 1, 14:00, on now");
  gtk_widget_activate_action (fixture->page, "breakouts.step", "i", -1);
  pln_ui_test_settle ();
  g_assert_cmpuint (pln_round_get_number (pln_board_get_round (fixture->board)), ==, 1);
  g_assert_true (g_str_has_suffix (sentence (fixture), "Round 1 is running."));

  gtk_widget_activate_action (fixture->page, "breakouts.lock-round", NULL);
  wished (fixture, "save-rounds 1 for 1\n");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Round 1, 14:00, locked, on now");

  gtk_widget_activate_action (fixture->page, "breakouts.remove-round", NULL);
  pln_ui_test_settle ();
  wished (fixture, "save-rounds 0 for 1\n");
  g_assert_cmpuint (pln_round_get_number (pln_board_get_round (fixture->board)), ==, 2);
}

static void
test_group (Fixture       *fixture,
            gconstpointer  user_data)
{
  take_card (fixture, 1, 0);
  press (fixture, GDK_KEY_Up, 0);
  press (fixture, GDK_KEY_l, 0);
  wished (fixture, "save-group Who leads, and who could?\n");
  g_assert_true (pln_group_get_locked (group (fixture, 1)));

  gtk_widget_activate_action (fixture->page, "breakouts.remove-group", "s", pln_group_get_uid (group (fixture, 1)));
  pln_ui_test_settle ();
  wished (fixture, "delete-group Who leads, and who could?\n");
  g_assert_cmpuint (fixture->board->columns->len, ==, 13);
  g_assert_cmpuint (pln_board_get_n_free (fixture->board), ==, 6);
}

/* The sheet begins to look, and anew with a change; Cancel changes nothing. */
static void
test_mix (Fixture       *fixture,
          gconstpointer  user_data)
{
  PlnSheet *sheet = pln_mixing_sheet_new (PLN_WISHES (fixture->wishes), fixture->gathering);
  GtkWidget *chart = pln_ui_test_find (GTK_WIDGET (sheet), PLN_TYPE_MET_CHART);

  pln_sheet_present (sheet, fixture->window);
  pln_ui_test_settle ();
  wished (fixture, "mix 3 rounds of 6, seed 1\n");
  g_assert_nonnull (pln_ui_test_find_text (GTK_WIDGET (sheet), "A good mix"));
  g_assert_nonnull (pln_ui_test_find_text (GTK_WIDGET (sheet), "Still looking for a better one…"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "New people met, per person: 61 people meet 10, 22 people meet 11, 3 people meet 12");

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (pln_ui_test_find_named (GTK_WIDGET (sheet), "rounds")), 2);
  g_signal_emit_by_name (gtk_widget_get_ancestor (pln_ui_test_find_text (GTK_WIDGET (sheet), "Another mix"), GTK_TYPE_BUTTON), "clicked");
  while (*fixture->wishes->text->str == '\0')
    g_main_context_iteration (NULL, TRUE);
  wished (fixture, "mix 2 rounds of 6, seed 2\n");

  pln_sheet_close (sheet);
  pln_ui_test_settle ();
  wished (fixture, "");
}

static void
test_use_mix (Fixture       *fixture,
              gconstpointer  user_data)
{
  PlnSheet *sheet = pln_mixing_sheet_new (PLN_WISHES (fixture->wishes), fixture->gathering);
  const PlnPlace *place = g_ptr_array_index (pln_group_get_places (group (fixture, 2)), 0);
  g_autofree char *id = g_strdup (place->person);

  pln_sheet_present (sheet, fixture->window);
  pln_ui_test_settle ();
  pln_sheet_act (sheet);
  pln_ui_test_settle ();
  wished (fixture, "mix 3 rounds of 6, seed 1\nuse-mix\n");
  g_assert_nonnull (pln_group_get_place (group (fixture, 1), id));
}

static void
test_rules (Fixture       *fixture,
            gconstpointer  user_data)
{
  PlnSheet *sheet = pln_mixing_sheet_new (PLN_WISHES (fixture->wishes), fixture->gathering);
  PlnRulesGroup *rules = PLN_RULES_GROUP (pln_ui_test_find (GTK_WIDGET (sheet), PLN_TYPE_RULES_GROUP));

  pln_sheet_present (sheet, fixture->window);
  pln_ui_test_settle ();
  pln_rules_group_add (rules, TRUE, "person000000", "person000000", "");
  g_assert_cmpuint (pln_rules_group_get (rules)->len, ==, 0); /* nobody is kept from oneself */
  pln_rules_group_add (rules, TRUE, "person000000", "person000003", "interpreter");
  g_assert_cmpuint (pln_rules_group_get (rules)->len, ==, 1);
  pln_sheet_close (sheet);
}

/* Who must be told, by name. */
static void
test_mend (Fixture       *fixture,
           gconstpointer  user_data)
{
  PlnSheet *sheet = pln_mend_sheet_new (PLN_WISHES (fixture->wishes), fixture->gathering);

  pln_sheet_present (sheet, fixture->window);
  pln_ui_test_settle ();
  g_assert_nonnull (pln_ui_test_find_text (GTK_WIDGET (sheet), "Who must be told"));
  pln_sheet_act (sheet);
  pln_ui_test_settle ();
  wished (fixture, "mend\nuse-mix\n");
}

/* One group at a time, and it is said which. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  user_data)
{
  pln_board_set_narrow (fixture->board, TRUE);
  pln_ui_test_settle ();
  g_assert_nonnull (pln_ui_test_find (fixture->page, ADW_TYPE_CAROUSEL));
  g_assert_cmpuint (fixture->board->columns->len, ==, 14);
  pln_board_set_narrow (fixture->board, FALSE);
  pln_ui_test_settle ();
  g_assert_null (pln_ui_test_find (fixture->page, ADW_TYPE_CAROUSEL));
  g_assert_cmpuint (fixture->board->columns->len, ==, 14);
}

int
main (int    argc,
      char **argv)
{
  pln_ui_test_init (&argc, &argv);

#define ADD(name, n_rounds) \
  g_test_add ("/breakouts-page/" #name, Fixture, GUINT_TO_POINTER (n_rounds), set_up, test_##name, tear_down)
  ADD (empty, 0);
  ADD (shown, 2);
  ADD (card_words, 2);
  ADD (carry, 2);
  ADD (drag, 2);
  ADD (put_back, 2);
  ADD (slot, 2);
  ADD (digits, 2);
  ADD (letters, 2);
  ADD (more_letters, 2);
  ADD (twice, 2);
  ADD (flight, 2);
  ADD (several, 2);
  ADD (away, 2);
  ADD (arrows, 2);
  ADD (rounds, 2);
  ADD (group, 2);
  ADD (mix, 2);
  ADD (use_mix, 2);
  ADD (rules, 2);
  ADD (mend, 2);
  ADD (narrow, 2);

  return g_test_run ();
}
