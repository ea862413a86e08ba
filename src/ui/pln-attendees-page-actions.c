/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-attendees-page-private.h"

#include "pln-config.h"
#include "pln-file-dialog.h"
#include "pln-filter-sheet.h"
#include "pln-invite-sheet.h"
#include "pln-paste-sheet.h"
#include "pln-window.h"
#include "pln-wishes.h"

#include <glib/gi18n.h>

static guint
count_chosen (PlnAttendeesPage *self)
{
  g_autoptr(GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_get_size (chosen);
}

/* Returns: (transfer full): the attendees that are chosen */
static GPtrArray *
dup_chosen (PlnAttendeesPage *self)
{
  GPtrArray *attendees = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, chosen, &position);
       more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (attendees, g_list_model_get_item (G_LIST_MODEL (self->selection), position));

  return attendees;
}

static void
answer_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlnAttendeesPage *self = PLN_ATTENDEES_PAGE (widget);
  PlnWishes *wishes = pln_wishes_find (widget);
  g_autoptr(GPtrArray) chosen = dup_chosen (self);

  if (wishes != NULL && chosen->len > 0)
    PLN_WISHES_GET_IFACE (wishes)->set_answer (wishes, self->gathering, chosen,
                                               pln_answer_parse (g_variant_get_string (parameter, NULL)));
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlnAttendeesPage *self = PLN_ATTENDEES_PAGE (widget);
  PlnWishes *wishes = pln_wishes_find (widget);
  g_autoptr(GPtrArray) chosen = dup_chosen (self);

  if (wishes != NULL && chosen->len > 0)
    PLN_WISHES_GET_IFACE (wishes)->remove_attendees (wishes, self->gathering, chosen);
}

static void
invite_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlnAttendeesPage *self = PLN_ATTENDEES_PAGE (widget);
  PlnWishes *wishes = pln_wishes_find (widget);
  g_autoptr(GPtrArray) chosen = dup_chosen (self);

  if (wishes != NULL && chosen->len > 0)
    pln_sheet_present (pln_invite_sheet_new_for (wishes, self->gathering, chosen), GTK_WINDOW (gtk_widget_get_root (widget)));
}

static void
rename_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlnAttendeesPage *self = PLN_ATTENDEES_PAGE (widget);
  PlnWishes *wishes = pln_wishes_find (widget);
  const char *id;
  const char *name;
  PlnAttendee *attendee;
  g_autoptr(PlnAttendee) before = NULL;
  g_autoptr(PlnAttendee) after = NULL;

  g_variant_get (parameter, "(&s&s)", &id, &name);
  attendee = pln_gathering_find_attendee (self->gathering, id);
  if (wishes == NULL || attendee == NULL)
    return;

  before = pln_attendee_copy (attendee);
  after = pln_attendee_copy (attendee);
  pln_attendee_set_name (after, name);
  PLN_WISHES_GET_IFACE (wishes)->save_attendee (wishes, self->gathering, before, after);
}

static void
add_network (PlnAttendee *attendee,
             const char  *network)
{
  const char *const *networks = pln_attendee_get_networks (attendee);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  if (g_strv_contains (networks, network))
    return;

  g_strv_builder_addv (builder, (const char **) networks);
  g_strv_builder_add (builder, network);
  all = g_strv_builder_end (builder);
  pln_attendee_set_networks (attendee, (const char *const *) all);
}

static void
tag (PlnAttendee *attendee,
     const char  *network,
     const char  *sector,
     const char  *stage)
{
  if (*network != '\0')
    add_network (attendee, network);
  if (*sector != '\0')
    pln_attendee_set_sector (attendee, sector);
  if (*stage != '\0')
    pln_attendee_set_stage (attendee, stage);
}

static void
tag_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  PlnAttendeesPage *self = PLN_ATTENDEES_PAGE (widget);
  PlnWishes *wishes = pln_wishes_find (widget);
  g_autoptr(GPtrArray) chosen = dup_chosen (self);
  g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) after = g_ptr_array_new_with_free_func (g_object_unref);
  const char *network;
  const char *sector;
  const char *stage;

  if (wishes == NULL || chosen->len == 0)
    return;

  g_variant_get (parameter, "(&s&s&s)", &network, &sector, &stage);
  for (guint i = 0; i < chosen->len; i++)
    {
      PlnAttendee *tagged = pln_attendee_copy (g_ptr_array_index (chosen, i));

      tag (tagged, network, sector, stage);
      g_ptr_array_add (before, pln_attendee_copy (g_ptr_array_index (chosen, i)));
      g_ptr_array_add (after, tagged);
    }
  PLN_WISHES_GET_IFACE (wishes)->save_attendees (wishes, self->gathering, before, after);
}

/* A line for each, as a mail's header wants them; they can be pasted again. */
static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnAttendeesPage *self = PLN_ATTENDEES_PAGE (widget);
  g_autoptr(GPtrArray) chosen = dup_chosen (self);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < chosen->len; i++)
    {
      PlnAttendee *attendee = g_ptr_array_index (chosen, i);
      const char *name = pln_attendee_get_name (attendee);
      const char *email = pln_attendee_get_email (attendee);

      if (*name != '\0' && *email != '\0')
        g_string_append_printf (text, "%s <%s>\n", name, email);
      else
        g_string_append_printf (text, "%s\n", pln_attendee_get_display_name (attendee));
    }
  if (chosen->len > 0)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
}

/* text: a list that is read at once, or NULL */
static void
present_sheet (PlnAttendeesPage *self,
               const char       *text)
{
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));
  PlnSheet *sheet;

  if (wishes == NULL || self->gathering == NULL || pln_gathering_get_read_only (self->gathering))
    return;

  sheet = pln_paste_sheet_new (wishes, self->gathering, pln_attendees_page_get_unread (self));
  g_signal_connect_object (sheet, "destroy", G_CALLBACK (pln_attendees_page_queue_update), self, G_CONNECT_SWAPPED);
  pln_sheet_present (sheet, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  if (text != NULL)
    pln_paste_sheet_read (PLN_PASTE_SHEET (sheet), text);
}

static void
add_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  present_sheet (PLN_ATTENDEES_PAGE (widget), NULL);
}

static void
clipboard_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(PlnAttendeesPage) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && *text != '\0')
    pln_attendees_page_paste (self, text);
}

static void
paste_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, clipboard_read_cb, g_object_ref (widget));
}

static void
list_chosen_cb (GtkWidget *widget,
                GFile     *file,
                gpointer   data)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (PLN_IS_WINDOW (root))
    pln_window_read_people (PLN_WINDOW (root), file);
}

static void
import_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  pln_file_dialog_open (widget, _("Import a list of people"), "text/plain", list_chosen_cb, NULL);
}

static void
filters_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  PlnAttendeesPage *self = PLN_ATTENDEES_PAGE (widget);

  pln_filter_sheet_present (widget, self->filter, pln_gathering_get_attendees (self->gathering));
}

static void
clear_filters_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  PlnAttendeesPage *self = PLN_ATTENDEES_PAGE (widget);

  pln_attendee_filter_clear (self->filter);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnAttendeesPage *self = PLN_ATTENDEES_PAGE (widget);

  pln_attendees_page_choose (self, g_variant_get_uint32 (parameter));
  pln_attendees_page_show_pane (self, TRUE);
}

static void
open_chosen_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  pln_attendees_page_show_pane (PLN_ATTENDEES_PAGE (widget), TRUE);
}

static void
menu_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  pln_attendees_page_show_menu (PLN_ATTENDEES_PAGE (widget));
}

static void
close_pane_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  pln_attendees_page_show_pane (PLN_ATTENDEES_PAGE (widget), FALSE);
}

/**
 * pln_attendees_page_find:
 * @self: a page
 * @attendee: a person
 *
 * Returns: the row that the person is in, or %GTK_INVALID_LIST_POSITION
 */
guint
pln_attendees_page_find (PlnAttendeesPage *self,
                         PlnAttendee      *attendee)
{
  GListModel *shown = G_LIST_MODEL (self->selection);
  guint n = g_list_model_get_n_items (shown);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnAttendee) other = g_list_model_get_item (shown, i);

      if (other == attendee)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* To the person before or after the one in the pane, in the order of the list. */
static void
step_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnAttendeesPage *self = PLN_ATTENDEES_PAGE (widget);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint at = pln_attendees_page_find (self, pln_person_pane_get_attendee (self->pane));
  gint64 to = at != GTK_INVALID_LIST_POSITION ? (gint64) at + g_variant_get_int32 (parameter) : 0;

  if (to >= 0 && to < n)
    pln_attendees_page_choose (self, to);
}

static void
edit_name_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  pln_attendee_table_edit_name (PLN_ATTENDEES_PAGE (widget)->table);
}

static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  if (!pln_attendees_page_is_at_door (PLN_ATTENDEES_PAGE (widget)))
    gtk_widget_grab_focus (GTK_WIDGET (PLN_ATTENDEES_PAGE (widget)->search));
}

static void
check_in_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  pln_attendees_page_open_door (PLN_ATTENDEES_PAGE (widget), TRUE);
}

static void
close_check_in_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  pln_attendees_page_open_door (PLN_ATTENDEES_PAGE (widget), FALSE);
}

/* Who is chosen is here. */
static void
here_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnAttendeesPage *self = PLN_ATTENDEES_PAGE (widget);
  PlnWishes *wishes = pln_wishes_find (widget);
  g_autoptr(GPtrArray) chosen = dup_chosen (self);

  PLN_WISHES_GET_IFACE (wishes)->set_presence (wishes, self->gathering, chosen, PLN_PRESENCE_HERE);
}

/* Closes what is topmost, then clears what was chosen, then the filter. */
static void
escape_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlnAttendeesPage *self = PLN_ATTENDEES_PAGE (widget);

  if (pln_attendees_page_is_at_door (self))
    pln_attendees_page_open_door (self, FALSE);
  else if (adw_flap_get_reveal_flap (self->flap))
    pln_attendees_page_show_pane (self, FALSE);
  else if (count_chosen (self) > 1)
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  else
    pln_attendee_filter_clear (self->filter);
}

/**
 * pln_attendees_page_add_actions:
 * @widget_class: the class of the page
 *
 * Installs all that buttons, menus and keys of the page do.
 */
void
pln_attendees_page_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "attendees.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "attendees.paste", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "attendees.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "attendees.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "attendees.answer", "s", answer_cb);
  gtk_widget_class_install_action (widget_class, "attendees.tag", "(sss)", tag_cb);
  gtk_widget_class_install_action (widget_class, "attendees.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "attendees.invite", NULL, invite_cb);
  gtk_widget_class_install_action (widget_class, "attendees.rename", "(ss)", rename_cb);
  gtk_widget_class_install_action (widget_class, "attendees.edit-name", NULL, edit_name_cb);
  gtk_widget_class_install_action (widget_class, "attendees.open", "u", open_cb);
  gtk_widget_class_install_action (widget_class, "attendees.open-chosen", NULL, open_chosen_cb);
  gtk_widget_class_install_action (widget_class, "attendees.menu", NULL, menu_cb);
  gtk_widget_class_install_action (widget_class, "attendees.close-pane", NULL, close_pane_cb);
  gtk_widget_class_install_action (widget_class, "attendees.step", "i", step_cb);
  gtk_widget_class_install_action (widget_class, "attendees.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "attendees.filters", NULL, filters_cb);
  gtk_widget_class_install_action (widget_class, "attendees.clear-filters", NULL, clear_filters_cb);
  gtk_widget_class_install_action (widget_class, "attendees.escape", NULL, escape_cb);
  gtk_widget_class_install_action (widget_class, "attendees.check-in", NULL, check_in_cb);
  gtk_widget_class_install_action (widget_class, "attendees.close-check-in", NULL, close_check_in_cb);
  gtk_widget_class_install_action (widget_class, "attendees.here", NULL, here_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "attendees.search", NULL);
  /* On the whole page, for there is no list yet when the first are pasted. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "attendees.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "attendees.escape", NULL);
}

/**
 * pln_attendees_page_add_keys:
 * @self: a page
 * @view: the table, or the list of rows
 *
 * Adds the keys that work on who is chosen. They belong to the view, so that
 * a letter that is typed into a field is nothing but a letter.
 */
void
pln_attendees_page_add_keys (PlnAttendeesPage *self,
                             GtkWidget        *view)
{
  static const struct
  {
    guint            key;
    GdkModifierType  modifiers;
    const char      *action;
    const char      *target;
  } keys[] = {
    { GDK_KEY_g, 0, "attendees.answer", "accepted" },
    { GDK_KEY_b, 0, "attendees.answer", "tentative" },
    { GDK_KEY_x, 0, "attendees.answer", "declined" },
    { GDK_KEY_o, 0, "attendees.answer", "needs-action" },
    { GDK_KEY_h, 0, "attendees.here", NULL },
    { GDK_KEY_Delete, 0, "attendees.remove", NULL },
    { GDK_KEY_KP_Delete, 0, "attendees.remove", NULL },
    { GDK_KEY_F2, 0, "attendees.edit-name", NULL },
    { GDK_KEY_c, GDK_CONTROL_MASK, "attendees.copy", NULL },
    { GDK_KEY_Menu, 0, "attendees.menu", NULL },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "attendees.menu", NULL },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                                                gtk_named_action_new (keys[i].action));

      if (keys[i].target != NULL)
        gtk_shortcut_set_arguments (shortcut, g_variant_new_string (keys[i].target));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (view, controller);
}

/**
 * pln_attendees_page_allow_actions:
 * @self: a page
 *
 * Makes those actions sensitive that may be done and have something to work on.
 */
void
pln_attendees_page_allow_actions (PlnAttendeesPage *self)
{
  static const char *const changes[] = { "attendees.add", "attendees.paste", "attendees.import", "attendees.check-in" };
  static const char *const of_chosen[] = {
    "attendees.answer", "attendees.tag", "attendees.here", "attendees.invite", "attendees.remove",
  };
  gboolean may = self->gathering != NULL && !pln_gathering_get_read_only (self->gathering);
  gboolean any = count_chosen (self) > 0;

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), changes[i], may);
  for (gsize i = 0; i < G_N_ELEMENTS (of_chosen); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_chosen[i], may && any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attendees.rename", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attendees.edit-name", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attendees.open-chosen", count_chosen (self) == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attendees.escape",
                                 pln_attendees_page_is_at_door (self) || adw_flap_get_reveal_flap (self->flap) || count_chosen (self) > 1
                                 || !pln_attendee_filter_is_empty (self->filter));
}

/**
 * pln_attendees_page_get_view:
 * @self: a page
 *
 * Returns: (transfer none): the table, or the list of rows, that is seen
 */
GtkWidget *
pln_attendees_page_get_view (PlnAttendeesPage *self)
{
  return self->narrow
         ? GTK_WIDGET (pln_attendee_rows_get_view (self->rows))
         : GTK_WIDGET (pln_attendee_table_get_view (self->table));
}

/**
 * pln_attendees_page_get_unread:
 * @self: a page that shows a gathering
 *
 * Returns: (transfer none): [class@PersonLine] of pasted lists that could not
 *   be read; they are kept as long as the window is open
 */
GListStore *
pln_attendees_page_get_unread (PlnAttendeesPage *self)
{
  const char *uid = pln_gathering_get_uid (self->gathering);
  GListStore *lines = g_hash_table_lookup (self->unread, uid);

  if (lines == NULL)
    {
      lines = g_list_store_new (PLN_TYPE_PERSON_LINE);
      g_hash_table_insert (self->unread, g_strdup (uid), lines);
    }

  return lines;
}

static void
scroll_to (PlnAttendeesPage *self,
           guint             position)
{
  GtkWidget *view = pln_attendees_page_get_view (self);

  /* The action belongs to the list, which stands inside the table. */
  gtk_widget_activate_action (self->narrow ? view : gtk_widget_get_last_child (view), "list.scroll-to-item", "u", position);
}

static gboolean
scroll_tick_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  PlnAttendeesPage *self = PLN_ATTENDEES_PAGE (widget);
  g_autoptr(GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (gtk_widget_get_height (pln_attendees_page_get_view (self)) == 0)
    return G_SOURCE_CONTINUE;

  if (gtk_bitset_get_size (chosen) == 1)
    scroll_to (self, gtk_bitset_get_nth (chosen, 0));

  return G_SOURCE_REMOVE;
}

/**
 * pln_attendees_page_choose:
 * @self: a page
 * @position: a row
 *
 * Chooses the person in a row, and nobody else, and brings the row into view,
 * as soon as there is one.
 */
void
pln_attendees_page_choose (PlnAttendeesPage *self,
                           guint             position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  if (gtk_widget_get_height (pln_attendees_page_get_view (self)) > 0)
    scroll_to (self, position);
  else
    gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_tick_cb, NULL, NULL);
}

/**
 * pln_attendees_page_show_pane:
 * @self: a page
 * @show: whether the pane shall be seen
 *
 * Opens the pane, or closes it and gives the focus back to the list.
 */
void
pln_attendees_page_show_pane (PlnAttendeesPage *self,
                              gboolean          show)
{
  adw_flap_set_reveal_flap (self->flap, show);
  if (!show)
    gtk_widget_child_focus (pln_attendees_page_get_view (self), GTK_DIR_TAB_FORWARD);
}

/**
 * pln_attendees_page_show_person:
 * @self: a page
 * @id: the id of a person
 *
 * Chooses the person and opens the pane. Filters that hide them are cleared.
 */
void
pln_attendees_page_show_person (PlnAttendeesPage *self,
                                const char       *id)
{
  PlnAttendee *attendee;

  g_return_if_fail (PLN_IS_ATTENDEES_PAGE (self));
  g_return_if_fail (id != NULL);

  attendee = self->gathering != NULL ? pln_gathering_find_attendee (self->gathering, id) : NULL;
  if (attendee == NULL)
    return;

  if (!gtk_filter_match (GTK_FILTER (self->filter), attendee))
    pln_attendee_filter_clear (self->filter);
  pln_attendees_page_choose (self, pln_attendees_page_find (self, attendee));
  pln_attendees_page_show_pane (self, TRUE);
}

/**
 * pln_attendees_page_paste:
 * @self: a page that shows a gathering
 * @text: a list of people
 *
 * Opens the sheet that shows what could be read of @text and adds it.
 */
void
pln_attendees_page_paste (PlnAttendeesPage *self,
                          const char       *text)
{
  g_return_if_fail (PLN_IS_ATTENDEES_PAGE (self));
  g_return_if_fail (text != NULL);

  present_sheet (self, text);
}
