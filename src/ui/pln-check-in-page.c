/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-check-in-page.h"

#include "pln-address.h"
#include "pln-check-in-card.h"
#include "pln-check-in-log.h"
#include "pln-clock.h"
#include "pln-config.h"
#include "pln-door.h"
#include "pln-id.h"
#include "pln-missing-pane.h"
#include "pln-str.h"
#include "pln-style.h"
#include "pln-wishes.h"

#include <glib/gi18n.h>

#define NARROW      820 /* below this width there is no pane */
#define HYSTERESIS    8
#define LEAST_WIDTH 300
#define OFFERS        6 /* people who may be meant */
#define STEPS        10 /* that can be taken back */

/* What can be taken back. */
typedef struct
{
  char        *id;
  PlnPresence  before;
  gboolean     is_walk_in;
} Step;

/**
 * PlnCheckInPage:
 *
 * The door: one field, in which a name is typed or a badge is scanned, and what
 * came of it. The focus stays in the field.
 *
 * The page shows the model. What the user wants is announced as a wish, see
 * [iface@Wishes].
 */
struct _PlnCheckInPage
{
  AdwBin          parent_instance;

  PlnGathering   *gathering;
  GPtrArray      *offered; /* PlnAttendee, as the rows */
  GQueue          steps;   /* the last first */
  gboolean        is_asked;
  gboolean        is_narrow;
  guint           update_source;

  GtkWidget      *content;
  GtkWidget      *back;
  GtkWidget      *offline;
  GtkWidget      *door_list;
  GtkEntry       *entry;
  GtkWidget      *offers;
  GtkLabel       *question;
  GtkListBox     *found;
  PlnCheckInCard *card;
  GtkLabel       *summary;
  GtkWidget      *last_part;
  GtkListBox     *last;
  PlnMissingPane *pane;
  GtkWidget      *edge;
};

G_DEFINE_FINAL_TYPE (PlnCheckInPage, pln_check_in_page, ADW_TYPE_BIN)

static void
step_free (Step *step)
{
  g_free (step->id);
  g_free (step);
}

static const char *
get_text (PlnCheckInPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static gboolean
may_write (PlnCheckInPage *self)
{
  return self->gathering != NULL && pln_gathering_get_loaded (self->gathering) && !pln_gathering_get_read_only (self->gathering);
}

static void
allow_actions (PlnCheckInPage *self)
{
  gboolean may = may_write (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check-in.undo", may && !g_queue_is_empty (&self->steps));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check-in.walk-in", may);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), may);
}

static gboolean
update_cb (gpointer user_data)
{
  PlnCheckInPage *self = user_data;
  g_autofree char *words = NULL;
  PlnDoorCount count;

  self->update_source = 0;
  if (self->gathering == NULL)
    return G_SOURCE_REMOVE;

  count = pln_door_count (self->gathering);
  words = g_strdup_printf (_("%u here, %u of %u not here"), count.here, count.missing, count.expected);
  gtk_label_set_text (self->summary, words);
  if (!self->is_narrow)
    pln_missing_pane_show (self->pane, self->gathering);
  allow_actions (self);

  return G_SOURCE_REMOVE;
}

/* The figures are counted once for all changes of a moment. */
static void
queue_update (PlnCheckInPage *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 2, update_cb, self, NULL);
}

static void
clear_offers (PlnCheckInPage *self)
{
  GtkWidget *row;

  g_ptr_array_set_size (self->offered, 0);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->found))) != NULL)
    gtk_list_box_remove (self->found, row);
  gtk_widget_set_visible (self->offers, FALSE);
  self->is_asked = FALSE;
}

static void
show_card (PlnCheckInPage   *self,
           PlnAttendee      *attendee,
           PlnCheckInResult  result)
{
  g_autoptr(GDateTime) now = pln_clock_now_here ();

  clear_offers (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  pln_check_in_card_show (self->card, self->gathering, attendee, result);
  gtk_widget_set_visible (GTK_WIDGET (self->card), TRUE);
  pln_check_in_log_add (self->last, attendee, result, now);
  gtk_widget_set_visible (self->last_part, TRUE);
  gtk_entry_grab_focus_without_selecting (self->entry);
  allow_actions (self);
  queue_update (self);
}

static void
push_step (PlnCheckInPage *self,
           PlnAttendee    *attendee,
           gboolean        is_walk_in)
{
  Step *step = g_new (Step, 1);

  step->id = g_strdup (pln_attendee_get_id (attendee));
  step->before = pln_attendee_get_presence (attendee);
  step->is_walk_in = is_walk_in;
  g_queue_push_head (&self->steps, step);
  if (g_queue_get_length (&self->steps) > STEPS)
    step_free (g_queue_pop_tail (&self->steps));
}

static void
wish_presence (PlnCheckInPage *self,
               PlnAttendee    *attendee,
               PlnPresence     presence)
{
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));
  g_autoptr(GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, attendee);
  PLN_WISHES_GET_IFACE (wishes)->set_presence (wishes, self->gathering, one, presence);
}

static void
take (PlnCheckInPage *self,
      PlnAttendee    *attendee)
{
  g_autoptr(PlnAttendee) kept = g_object_ref (attendee); /* the offers hold it as well */

  g_object_set_data_full (G_OBJECT (self->card), "person", g_strdup (pln_attendee_get_id (kept)), g_free);
  if (pln_attendee_get_presence (kept) == PLN_PRESENCE_HERE)
    {
      show_card (self, kept, PLN_CHECK_IN_ALREADY);
      return;
    }

  push_step (self, kept, FALSE);
  wish_presence (self, kept, PLN_PRESENCE_HERE);
  show_card (self, kept, PLN_CHECK_IN_WELCOME);
}

static GtkWidget *
make_offer (PlnAttendee *attendee)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = pln_str_one_line (pln_attendee_get_display_name (attendee));
  g_autofree char *where = pln_str_one_line (pln_attendee_get_organisation (attendee));
  gboolean is_here = pln_attendee_get_presence (attendee) == PLN_PRESENCE_HERE;
  g_autofree char *since = is_here ? pln_check_in_since (attendee) : NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), *where != '\0' ? where : pln_attendee_get_email (attendee));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_focusable (row, FALSE);
  if (since != NULL)
    {
      GtkWidget *label = gtk_label_new (since);

      gtk_widget_add_css_class (label, "pln-dim");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }

  return row;
}

static void
typed_cb (PlnCheckInPage *self)
{
  g_autoptr(GPtrArray) found = NULL;

  clear_offers (self);
  if (self->gathering == NULL || *get_text (self) == '\0')
    return;

  found = pln_door_find (self->gathering, get_text (self), OFFERS);
  for (guint i = 0; i < found->len; i++)
    {
      g_ptr_array_add (self->offered, g_object_ref (found->pdata[i]));
      gtk_list_box_append (self->found, make_offer (found->pdata[i]));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->question), FALSE);
  gtk_widget_set_visible (self->offers, found->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->card), FALSE);
  gtk_list_box_select_row (self->found, gtk_list_box_get_row_at_index (self->found, 0));
}

static gboolean
is_badge (PlnAttendee *attendee,
          const char  *text)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));

  return g_str_equal (pln_attendee_get_id (attendee), typed)
         || g_ascii_strcasecmp (pln_attendee_get_email (attendee), typed) == 0;
}

static void
ask_which (PlnCheckInPage *self,
           guint           n)
{
  g_autofree char *name = pln_str_one_line (pln_attendee_get_display_name (self->offered->pdata[0]));
  g_autofree char *words = g_strdup_printf (ngettext ("%u person is called %s.", "%u people are called %s. Choose one.", n), n, name);

  self->is_asked = TRUE;
  gtk_label_set_text (self->question, words);
  gtk_widget_set_visible (GTK_WIDGET (self->question), TRUE);
}

static void
entered_cb (PlnCheckInPage *self)
{
  g_autofree char *text = pln_str_one_line (get_text (self));
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->found);
  guint at = row != NULL ? (guint) gtk_list_box_row_get_index (row) : 0;
  guint n_alike = pln_door_n_alike (self->offered);

  if (*g_strstrip (text) == '\0' || !may_write (self))
    return;

  if (self->offered->len == 0)
    {
      pln_check_in_card_unknown (self->card, self->gathering, text);
      gtk_widget_set_visible (GTK_WIDGET (self->card), TRUE);
      gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1); /* the next scan replaces it */
    }
  else if (n_alike > 1 && at == 0 && !self->is_asked && !is_badge (self->offered->pdata[0], text))
    ask_which (self, n_alike);
  else
    take (self, self->offered->pdata[at]);
}

static void
offer_chosen_cb (PlnCheckInPage *self,
                 GtkListBoxRow  *row)
{
  if (may_write (self))
    take (self, self->offered->pdata[gtk_list_box_row_get_index (row)]);
}

static void
walk_in_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  PlnCheckInPage *self = PLN_CHECK_IN_PAGE (widget);
  PlnWishes *wishes = pln_wishes_find (widget);
  g_autofree char *line = pln_str_one_line (get_text (self));
  g_autofree char *id = pln_id_new ();
  g_autoptr(PlnAttendee) attendee = NULL;

  gtk_entry_grab_focus_without_selecting (self->entry);
  if (*g_strstrip (line) == '\0')
    return; /* the field says what to do */

  attendee = pln_attendee_new (id);
  if (pln_address_is_mail (line))
    pln_attendee_set_email (attendee, line);
  else
    pln_attendee_set_name (attendee, line);
  push_step (self, attendee, TRUE);
  PLN_WISHES_GET_IFACE (wishes)->walk_in (wishes, self->gathering, attendee);
  show_card (self, attendee, PLN_CHECK_IN_WALK_IN);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnCheckInPage *self = PLN_CHECK_IN_PAGE (widget);
  PlnWishes *wishes = pln_wishes_find (widget);
  Step *step = g_queue_pop_head (&self->steps);
  PlnAttendee *attendee = step != NULL ? pln_gathering_find_attendee (self->gathering, step->id) : NULL;

  if (attendee != NULL)
    {
      g_autoptr(PlnAttendee) kept = g_object_ref (attendee); /* who walked in leaves the list */

      if (step->is_walk_in)
        {
          g_autoptr(GPtrArray) one = g_ptr_array_new ();

          g_ptr_array_add (one, attendee);
          PLN_WISHES_GET_IFACE (wishes)->remove_attendees (wishes, self->gathering, one);
        }
      else
        wish_presence (self, attendee, step->before);
      show_card (self, kept, PLN_CHECK_IN_UNDONE);
    }
  g_clear_pointer (&step, step_free);
  allow_actions (self);
}

/* Whom the card is about leaves. */
static void
out_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  PlnCheckInPage *self = PLN_CHECK_IN_PAGE (widget);
  const char *id = g_object_get_data (G_OBJECT (self->card), "person");
  PlnAttendee *attendee = id != NULL ? pln_gathering_find_attendee (self->gathering, id) : NULL;

  if (attendee == NULL || !may_write (self))
    return;

  push_step (self, attendee, FALSE);
  wish_presence (self, attendee, PLN_PRESENCE_LEFT);
  show_card (self, attendee, PLN_CHECK_IN_LEFT);
}

static void
step_offer (PlnCheckInPage *self,
            int             by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->found);
  int at = row != NULL ? gtk_list_box_row_get_index (row) + by : 0;

  if (at >= 0 && at < (int) self->offered->len)
    gtk_list_box_select_row (self->found, gtk_list_box_get_row_at_index (self->found, at));
}

static gboolean
key_cb (PlnCheckInPage  *self,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  gboolean is_control = (state & GDK_CONTROL_MASK) != 0;
  gboolean is_empty = *get_text (self) == '\0';

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (is_control)
        gtk_widget_activate_action (GTK_WIDGET (self), "check-in.walk-in", NULL);
      return is_control;
    case GDK_KEY_z:
      if (is_control && is_empty)
        gtk_widget_activate_action (GTK_WIDGET (self), "check-in.undo", NULL);
      return is_control && is_empty;
    case GDK_KEY_Down:
    case GDK_KEY_Up:
      step_offer (self, key == GDK_KEY_Down ? 1 : -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (!is_empty)
        gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      return !is_empty;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
clicked_cb (PlnCheckInPage *self)
{
  gtk_entry_grab_focus_without_selecting (self->entry);
}

static gboolean
pln_check_in_page_grab_focus (GtkWidget *widget)
{
  return gtk_entry_grab_focus_without_selecting (PLN_CHECK_IN_PAGE (widget)->entry);
}

static void
set_narrow (PlnCheckInPage *self,
            gboolean        is_narrow)
{
  self->is_narrow = is_narrow;
  pln_style_set_class (GTK_WIDGET (self), "pln-narrow", is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->pane), !is_narrow);
  gtk_widget_set_visible (self->edge, !is_narrow);
  gtk_widget_set_visible (self->offline, !is_narrow);
  gtk_widget_set_visible (self->door_list, !is_narrow);
  gtk_widget_set_visible (self->back, !is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), is_narrow);
  queue_update (self);
}

static void
pln_check_in_page_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  gtk_widget_measure (PLN_CHECK_IN_PAGE (widget)->content, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH; /* the layout follows the width, so it must not hold it */
      *natural = MAX (*natural, LEAST_WIDTH);
    }
}

static void
pln_check_in_page_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  PlnCheckInPage *self = PLN_CHECK_IN_PAGE (widget);
  gboolean is_narrow = width < NARROW + (self->is_narrow ? HYSTERESIS : 0);
  int least_width, least_height;

  if (is_narrow != self->is_narrow)
    set_narrow (self, is_narrow);
  gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (self->content, GTK_ORIENTATION_VERTICAL, MAX (width, least_width), &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (self->content, MAX (width, least_width), MAX (height, least_height), baseline, NULL);
}

static void
pln_check_in_page_dispose (GObject *object)
{
  PlnCheckInPage *self = PLN_CHECK_IN_PAGE (object);

  if (self->content != NULL)
    pln_check_in_page_set_gathering (self, NULL);
  g_clear_handle_id (&self->update_source, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL); /* it is bound as well, and would be gone before the bin lets go of it */
  gtk_widget_dispose_template (GTK_WIDGET (self), PLN_TYPE_CHECK_IN_PAGE);
  g_clear_pointer (&self->offered, g_ptr_array_unref);
  g_queue_clear_full (&self->steps, (GDestroyNotify) step_free);

  G_OBJECT_CLASS (pln_check_in_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PlnCheckInPage, content);
  gtk_widget_class_bind_template_child (widget_class, PlnCheckInPage, back);
  gtk_widget_class_bind_template_child (widget_class, PlnCheckInPage, offline);
  gtk_widget_class_bind_template_child (widget_class, PlnCheckInPage, door_list);
  gtk_widget_class_bind_template_child (widget_class, PlnCheckInPage, entry);
  gtk_widget_class_bind_template_child (widget_class, PlnCheckInPage, offers);
  gtk_widget_class_bind_template_child (widget_class, PlnCheckInPage, question);
  gtk_widget_class_bind_template_child (widget_class, PlnCheckInPage, found);
  gtk_widget_class_bind_template_child (widget_class, PlnCheckInPage, card);
  gtk_widget_class_bind_template_child (widget_class, PlnCheckInPage, summary);
  gtk_widget_class_bind_template_child (widget_class, PlnCheckInPage, last_part);
  gtk_widget_class_bind_template_child (widget_class, PlnCheckInPage, last);
  gtk_widget_class_bind_template_child (widget_class, PlnCheckInPage, pane);
  gtk_widget_class_bind_template_child (widget_class, PlnCheckInPage, edge);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, offer_chosen_cb);
}

static void
pln_check_in_page_class_init (PlnCheckInPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_check_in_page_dispose;
  widget_class->measure = pln_check_in_page_measure;
  widget_class->size_allocate = pln_check_in_page_size_allocate;
  widget_class->grab_focus = pln_check_in_page_grab_focus;

  g_type_ensure (PLN_TYPE_CHECK_IN_CARD);
  g_type_ensure (PLN_TYPE_MISSING_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-check-in-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "check-in.walk-in", NULL, walk_in_cb);
  gtk_widget_class_install_action (widget_class, "check-in.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "check-in.out", NULL, out_cb);
}

static void
pln_check_in_page_init (PlnCheckInPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_queue_init (&self->steps);
  self->offered = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL); /* the page lays out itself, by its width */
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  allow_actions (self);
}

/**
 * pln_check_in_page_new:
 *
 * Returns: a page without a gathering
 */
GtkWidget *
pln_check_in_page_new (void)
{
  return g_object_new (PLN_TYPE_CHECK_IN_PAGE, NULL);
}

/**
 * pln_check_in_page_set_gathering:
 * @self: a page
 * @gathering: (nullable): at whose door it stands
 *
 * Shows the door of another gathering; what was done before cannot be taken
 * back here any more.
 */
void
pln_check_in_page_set_gathering (PlnCheckInPage *self,
                                 PlnGathering   *gathering)
{
  g_return_if_fail (PLN_IS_CHECK_IN_PAGE (self));
  g_return_if_fail (gathering == NULL || PLN_IS_GATHERING (gathering));

  if (self->gathering == gathering)
    return;

  if (self->gathering != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->gathering, self);
      g_signal_handlers_disconnect_by_data (pln_gathering_get_attendees (self->gathering), self);
    }
  g_set_object (&self->gathering, gathering);
  g_queue_clear_full (&self->steps, (GDestroyNotify) step_free);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_set_visible (GTK_WIDGET (self->card), FALSE);
  if (gathering != NULL)
    {
      g_signal_connect_swapped (gathering, "notify", G_CALLBACK (queue_update), self);
      g_signal_connect_swapped (pln_gathering_get_attendees (gathering), "items-changed", G_CALLBACK (queue_update), self);
      gtk_widget_set_visible (self->last_part, pln_check_in_log_fill (self->last, gathering));
      queue_update (self);
    }
  allow_actions (self);
}
