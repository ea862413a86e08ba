/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-board-private.h"

#include "pln-board-people.h"
#include "pln-config.h"
#include "pln-group-words.h"
#include "pln-str.h"
#include "pln-wishes.h"

#include <glib/gi18n.h>

/* What can be done to a card or a group, as menus. */

/* "2 · Keeping contact after today (6)" */
static char *
group_label (PlnGroup *group)
{
  g_autofree char *topic = pln_str_one_line (pln_group_get_topic (group));
  g_autofree char *name = pln_group_name (group);

  /* Translators: in a menu: a group, its topic, how many people sit in it */
  return *topic != '\0' && pln_group_get_number (group) > 0
         ? g_strdup_printf (_("%s: %s (%u)"), name, topic, pln_group_get_n_places (group))
         : g_strdup_printf (_("%s (%u)"), name, pln_group_get_n_places (group));
}

static void
add_item (GMenu      *menu,
          const char *label,
          const char *action,
          GVariant   *target)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_groups (PlnBoard   *self,
             const char *person)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < self->columns->len; i++)
    {
      PlnGroup *group = pln_group_column_get_group (g_ptr_array_index (self->columns, i));
      g_autofree char *label = group_label (group);

      if (pln_group_get_place (group, person) == NULL)
        add_item (menu, label, "board.place", g_variant_new ("(ssi)", person, pln_group_get_uid (group), PLN_GROUP_ROLE_NONE));
    }

  return G_MENU_MODEL (menu);
}

static void
append_section (GMenu *menu,
                GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static GMenu *
make_card_menu (PlnBoard      *self,
                PlnPersonCard *card)
{
  GMenu *menu = g_menu_new ();
  const char *id = pln_person_card_get_id (card);
  PlnGroup *group = pln_person_card_get_group (card);
  g_autoptr(GMenuModel) groups = make_groups (self, id);
  gboolean is_here = pln_attendee_get_presence (pln_person_card_get_attendee (card)) == PLN_PRESENCE_HERE;
  GMenu *section = g_menu_new ();

  g_menu_append_submenu (section, _("Move to"), groups);
  if (group != NULL)
    add_item (section, _("Not placed"), "board.place", g_variant_new ("(ssi)", id, "", PLN_GROUP_ROLE_NONE));
  append_section (menu, section);

  if (group != NULL)
    {
      section = g_menu_new ();
      for (PlnGroupRole role = PLN_GROUP_ROLE_FACILITATOR; role < PLN_N_GROUP_ROLES; role++)
        add_item (section, pln_person_card_get_role (card) == role ? _("No role") : pln_group_role_word (role), "board.role",
                  g_variant_new ("(si)", id, role));
      append_section (menu, section);
      section = g_menu_new ();
      add_item (section, pln_person_card_get_locked (card) ? _("Unlock") : _("Lock"), "board.lock", g_variant_new_string (id));
      append_section (menu, section);
    }

  section = g_menu_new ();
  add_item (section, is_here ? _("Not here any more") : _("Is here"), "board.presence",
            g_variant_new ("(si)", id, is_here ? PLN_PRESENCE_LEFT : PLN_PRESENCE_HERE));
  add_item (section, _("Show this person"), "board.show-person", g_variant_new_string (id));
  append_section (menu, section);

  return menu;
}

static GMenu *
make_group_menu (PlnGroup *group)
{
  GMenu *menu = g_menu_new ();
  GMenu *section = g_menu_new ();

  add_item (section, _("Notes"), "breakouts.open-group", g_variant_new_string (pln_group_get_uid (group)));
  add_item (section, _("Paste into the notes"), "board.paste", g_variant_new_string (pln_group_get_uid (group)));
  append_section (menu, section);
  section = g_menu_new ();
  add_item (section, _("Edit…"), "breakouts.edit-group", g_variant_new_string (pln_group_get_uid (group)));
  add_item (section, pln_group_get_locked (group) ? _("Unlock") : _("Lock"), "board.lock-group",
            g_variant_new_string (pln_group_get_uid (group)));
  append_section (menu, section);
  section = g_menu_new ();
  add_item (section, _("Remove this group"), "breakouts.remove-group", g_variant_new_string (pln_group_get_uid (group)));
  append_section (menu, section);

  return menu;
}

static void
open (PlnBoard  *self,
      GMenu     *menu,
      GtkWidget *at)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  pln_board_open_popover (self, popover, at);
}

/* (internal): Opens the menu of the card or group that @at belongs to. */
void
pln_board_open_menu (PlnBoard  *self,
                     GtkWidget *at)
{
  GtkWidget *card = gtk_widget_get_ancestor (at, PLN_TYPE_PERSON_CARD);
  GtkWidget *column = gtk_widget_get_ancestor (at, PLN_TYPE_GROUP_COLUMN);
  g_autoptr(GMenu) menu = NULL;

  if (card != NULL)
    {
      menu = make_card_menu (self, PLN_PERSON_CARD (card));
      open (self, menu, card);
    }
  else if (column != NULL)
    {
      menu = make_group_menu (pln_group_column_get_group (PLN_GROUP_COLUMN (column)));
      open (self, menu, gtk_widget_get_first_child (column));
    }
}

/* Those who would like it first, those who would rather not today last. */
static int
compare_wishes (gconstpointer a,
                gconstpointer b,
                gpointer      role)
{
  static const int order[] = {
    [PLN_ROLE_WISH_UNKNOWN] = 1, [PLN_ROLE_WISH_HAPPY] = 0, [PLN_ROLE_WISH_BUDDY] = 2, [PLN_ROLE_WISH_NOT_TODAY] = 3,
  };
  PlnAttendee *one = *(PlnAttendee **) a;
  PlnAttendee *two = *(PlnAttendee **) b;
  int by_wish = order[pln_attendee_wishes_role (one, (PlnGroupRole) GPOINTER_TO_INT (role))]
                - order[pln_attendee_wishes_role (two, (PlnGroupRole) GPOINTER_TO_INT (role))];

  return by_wish != 0 ? by_wish : g_strcmp0 (pln_attendee_get_sort_key (one), pln_attendee_get_sort_key (two));
}

static char *
wish_label (PlnAttendee  *attendee,
            PlnGroupRole  role)
{
  g_autofree char *name = pln_str_one_line (pln_attendee_get_display_name (attendee));

  switch (pln_attendee_wishes_role (attendee, role))
    {
    case PLN_ROLE_WISH_HAPPY:
      return g_strdup_printf (_("%s (happy to)"), name);
    case PLN_ROLE_WISH_BUDDY:
      return g_strdup_printf (_("%s (with a buddy)"), name);
    case PLN_ROLE_WISH_NOT_TODAY:
      return g_strdup_printf (_("%s (not today)"), name);
    case PLN_ROLE_WISH_UNKNOWN:
    default:
      return g_steal_pointer (&name);
    }
}

/* Who of a group could have a role. */
static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlnBoard *self = PLN_BOARD (widget);
  g_autoptr(GPtrArray) people = g_ptr_array_new ();
  g_autoptr(GMenu) menu = g_menu_new ();
  PlnGroupColumn *column;
  GPtrArray *places;
  const char *uid;
  int role;

  g_variant_get (parameter, "(&si)", &uid, &role);
  column = pln_board_find_column (self, uid);
  if (column == NULL || !pln_board_can_change (self))
    return;

  places = pln_group_get_places (pln_group_column_get_group (column));
  for (guint i = 0; i < places->len; i++)
    {
      const PlnPlace *place = g_ptr_array_index (places, i);
      PlnAttendee *attendee = pln_gathering_find_attendee (self->gathering, place->person);

      if (attendee != NULL && place->role == PLN_GROUP_ROLE_NONE && !pln_board_is_away (self->gathering, attendee))
        g_ptr_array_add (people, attendee);
    }
  g_ptr_array_sort_with_data (people, compare_wishes, GINT_TO_POINTER (role));
  for (guint i = 0; i < people->len; i++)
    {
      g_autofree char *label = wish_label (people->pdata[i], (PlnGroupRole) role);

      add_item (menu, label, "board.role", g_variant_new ("(si)", pln_attendee_get_id (people->pdata[i]), role));
    }
  open (self, menu, GTK_WIDGET (column));
}

static void
place_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  PlnBoard *self = PLN_BOARD (widget);
  const char *person, *group;
  PlnPersonCard *card;
  int role;

  g_variant_get (parameter, "(&s&si)", &person, &group, &role);
  card = pln_board_find_card (self, person);
  if (card != NULL)
    {
      g_autoptr(GPtrArray) people = pln_board_list_for (self, card);

      pln_board_move (self, people, group, (PlnGroupRole) role);
    }
}

static void
role_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnBoard *self = PLN_BOARD (widget);
  const char *person;
  PlnPersonCard *card;
  int role;

  g_variant_get (parameter, "(&si)", &person, &role);
  card = pln_board_find_card (self, person);
  if (card != NULL)
    pln_board_give_role (self, card, (PlnGroupRole) role);
}

static void
presence_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  const char *person;
  PlnPersonCard *card;
  int presence;

  g_variant_get (parameter, "(&si)", &person, &presence);
  card = pln_board_find_card (PLN_BOARD (widget), person);
  if (card != NULL)
    pln_board_set_presence (PLN_BOARD (widget), card, (PlnPresence) presence);
}

static void
paste_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  PlnBoard *self = PLN_BOARD (widget);
  PlnGroupColumn *column = pln_board_find_column (self, g_variant_get_string (parameter, NULL));

  if (column != NULL)
    pln_board_paste (self, gtk_widget_get_first_child (GTK_WIDGET (column)));
}

static void
lock_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnPersonCard *card = pln_board_find_card (PLN_BOARD (widget), g_variant_get_string (parameter, NULL));

  if (card != NULL)
    pln_board_lock_card (PLN_BOARD (widget), card);
}

static void
lock_group_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  PlnGroupColumn *column = pln_board_find_column (PLN_BOARD (widget), g_variant_get_string (parameter, NULL));

  if (column != NULL)
    pln_board_lock_group (PLN_BOARD (widget), pln_group_column_get_group (column));
}

static void
show_person_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  PlnBoard *self = PLN_BOARD (widget);
  PlnWishes *wishes = pln_wishes_find (widget);

  if (wishes != NULL && self->gathering != NULL)
    PLN_WISHES_GET_IFACE (wishes)->open_gathering (wishes, pln_gathering_get_uid (self->gathering),
                                                   g_variant_get_string (parameter, NULL));
}

/* Where there is one group at a time: to which group whom of it, in two steps. */
static void
move_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnBoard *self = PLN_BOARD (widget);
  GtkWidget *part = self->pager != NULL ? pln_board_pager_get (self->pager) : NULL;
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GPtrArray) stops = NULL;

  if (part == NULL || !pln_board_can_change (self))
    return;

  stops = PLN_IS_GROUP_COLUMN (part) ? pln_group_column_list_stops (PLN_GROUP_COLUMN (part))
                                     : pln_unplaced_list_stops (self->unplaced);
  for (guint i = 0; i < stops->len; i++)
    if (PLN_IS_PERSON_CARD (stops->pdata[i])
        && (pln_person_card_get_group (stops->pdata[i]) != NULL || !pln_person_card_get_absent (stops->pdata[i])))
      {
        g_autofree char *name =
          pln_str_one_line (pln_attendee_get_display_name (pln_person_card_get_attendee (stops->pdata[i])));
        g_autoptr(GMenuModel) groups = make_groups (self, pln_person_card_get_id (stops->pdata[i]));

        g_menu_append_submenu (menu, name, groups);
      }
  open (self, menu, part);
}

/* (internal): The actions of the board, for its menus. */
void
pln_board_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "board.choose", "(si)", choose_cb);
  gtk_widget_class_install_action (widget_class, "board.place", "(ssi)", place_cb);
  gtk_widget_class_install_action (widget_class, "board.role", "(si)", role_cb);
  gtk_widget_class_install_action (widget_class, "board.presence", "(si)", presence_cb);
  gtk_widget_class_install_action (widget_class, "board.paste", "s", paste_cb);
  gtk_widget_class_install_action (widget_class, "board.lock", "s", lock_cb);
  gtk_widget_class_install_action (widget_class, "board.lock-group", "s", lock_group_cb);
  gtk_widget_class_install_action (widget_class, "board.show-person", "s", show_person_cb);
  gtk_widget_class_install_action (widget_class, "board.move", NULL, move_cb);
}
