/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-person-pane.h"

#include "pln-address.h"
#include "pln-avatar.h"
#include "pln-config.h"
#include "pln-network-tags.h"
#include "pln-person-words.h"
#include "pln-str.h"
#include "pln-suggest.h"
#include "pln-wishes.h"

#include <glib/gi18n.h>

typedef enum
{
  ENTRY_NAME,
  ENTRY_EMAIL,
  ENTRY_ORGANISATION,
  ENTRY_SECTOR,
  ENTRY_STAGE,
  N_ENTRIES
} Entry;

/**
 * PlnPersonPane:
 *
 * All that is known of one attendee, each fact to be edited where it stands.
 * An edit is wished for at once, with copies of the person before and after;
 * the pane shows what the model then says.
 */
struct _PlnPersonPane
{
  AdwBin          parent_instance;

  PlnGathering   *gathering;
  PlnAttendee    *attendee;
  gboolean        updating; /* the fields follow the person, not the other way round */

  GtkStack       *stack;
  GtkWidget      *nobody;
  GtkWidget      *person;
  GtkWidget      *mail;
  PlnAvatar      *avatar;
  GtkEntry       *name;
  GtkInscription *subtitle;
  GtkMenuButton  *answer;
  GtkWidget      *answer_box;
  GtkImage       *answer_icon;
  GtkLabel       *answer_word;
  GtkLabel       *answer_source;
  GtkWidget      *answer_arrow;
  PlnNetworkTags *tags;
  GtkEntry       *email;
  GtkEntry       *organisation;
  GtkEntry       *sector;
  GtkEntry       *stage;
  GtkDropDown    *role;
  GtkDropDown    *mode;
  GtkSwitch      *first_time;
  GtkSwitch      *waiting;

  GtkEntry       *entries[N_ENTRIES];
  char           *wished[N_ENTRIES]; /* what was asked for, until the model says something */
};

G_DEFINE_FINAL_TYPE (PlnPersonPane, pln_person_pane, ADW_TYPE_BIN)

/* What the entries show and set. */
static const struct
{
  const char *(* get) (PlnAttendee *attendee);
  void        (* set) (PlnAttendee *attendee, const char *value);
} facts[N_ENTRIES] = {
  [ENTRY_NAME]         = { pln_attendee_get_name, pln_attendee_set_name },
  [ENTRY_EMAIL]        = { pln_attendee_get_email, pln_attendee_set_email },
  [ENTRY_ORGANISATION] = { pln_attendee_get_organisation, pln_attendee_set_organisation },
  [ENTRY_SECTOR]       = { pln_attendee_get_sector, pln_attendee_set_sector },
  [ENTRY_STAGE]        = { pln_attendee_get_stage, pln_attendee_set_stage },
};

/* A copy that the user's edit is made in; NULL while it is the pane that
 * changes its fields, or where nothing may be changed. */
static PlnAttendee *
begin_edit (PlnPersonPane *self)
{
  if (self->updating || self->attendee == NULL || pln_gathering_get_read_only (self->gathering))
    return NULL;

  return pln_attendee_copy (self->attendee);
}

static void
save (PlnPersonPane *self,
      PlnAttendee   *after)
{
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));
  g_autoptr(PlnAttendee) before = pln_attendee_copy (self->attendee);

  if (wishes != NULL)
    PLN_WISHES_GET_IFACE (wishes)->save_attendee (wishes, self->gathering, before, after);
}

static void
save_entry (PlnPersonPane *self,
            Entry          entry)
{
  g_autoptr(PlnAttendee) after = begin_edit (self);
  g_autofree char *text = NULL;
  g_autofree char *known = NULL;

  if (after == NULL)
    return;

  text = pln_str_one_line (gtk_editable_get_text (GTK_EDITABLE (self->entries[entry])));
  known = pln_str_one_line (facts[entry].get (self->attendee));
  if (g_str_equal (text, known) || g_strcmp0 (text, self->wished[entry]) == 0)
    return;

  g_free (self->wished[entry]);
  self->wished[entry] = g_strdup (text);
  facts[entry].set (after, text);
  save (self, after);
}

static void
set_entry_text (GtkEntry   *entry,
                const char *text)
{
  g_autofree char *line = pln_str_one_line (text);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), line))
    gtk_editable_set_text (GTK_EDITABLE (entry), line);
}

static gboolean
has_focus (GtkEntry *entry)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (entry)) != NULL
         && gtk_widget_has_focus (gtk_widget_get_focus_child (GTK_WIDGET (entry)));
}

static void
forget_wishes (PlnPersonPane *self)
{
  for (int i = 0; i < N_ENTRIES; i++)
    g_clear_pointer (&self->wished[i], g_free);
}

static void
update_answer (PlnPersonPane *self)
{
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));
  const char *own_name = wishes != NULL ? PLN_WISHES_GET_IFACE (wishes)->get_identity (wishes, NULL) : "";
  int standing = pln_standing_of (self->attendee);
  g_autofree char *source = pln_person_answer_source (self->attendee, own_name);
  g_autofree char *class = g_strconcat ("pln-", pln_standing_colour (standing), NULL);
  const char *classes[] = { class, NULL };
  /* Translators: an answer and where it comes from, for a screen reader */
  g_autofree char *name = g_strdup_printf (_("Answer: %s. %s. Change it"), pln_standing_word (standing), source);

  gtk_widget_set_css_classes (GTK_WIDGET (self->answer_icon), classes);
  gtk_image_set_from_icon_name (self->answer_icon, pln_standing_icon (standing));
  gtk_label_set_text (self->answer_word, pln_standing_word (standing));
  gtk_label_set_text (self->answer_source, source);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->answer), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update (PlnPersonPane *self)
{
  g_autofree char *organisation = NULL;
  g_autofree char *name = NULL;

  if (self->attendee == NULL)
    return;

  self->updating = TRUE;
  forget_wishes (self);
  pln_avatar_show (self->avatar, self->attendee);
  for (int i = 0; i < N_ENTRIES; i++)
    if (!has_focus (self->entries[i])) /* nothing that is being typed is taken away */
      set_entry_text (self->entries[i], facts[i].get (self->attendee));
  name = pln_str_one_line (pln_attendee_get_display_name (self->attendee));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name); /* it may be longer than the field */
  organisation = pln_str_one_line (pln_attendee_get_organisation (self->attendee));
  gtk_inscription_set_text (self->subtitle, organisation);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *organisation != '\0');
  gtk_widget_set_visible (self->mail, pln_address_is_mail (pln_attendee_get_email (self->attendee)));
  update_answer (self);
  if (!g_strv_equal (pln_network_tags_get_networks (self->tags), pln_attendee_get_networks (self->attendee)))
    pln_network_tags_show (self->tags, self->gathering, pln_attendee_get_networks (self->attendee));
  gtk_drop_down_set_selected (self->role, pln_attendee_get_role (self->attendee));
  gtk_drop_down_set_selected (self->mode, pln_attendee_get_mode (self->attendee));
  gtk_switch_set_active (self->first_time, pln_attendee_get_first_time (self->attendee));
  gtk_switch_set_active (self->waiting, pln_attendee_get_waiting (self->attendee));
  self->updating = FALSE;
}

static void
allow_edits (PlnPersonPane *self)
{
  gboolean allowed = !pln_gathering_get_read_only (self->gathering);

  for (int i = 0; i < N_ENTRIES; i++)
    gtk_editable_set_editable (GTK_EDITABLE (self->entries[i]), allowed);
  gtk_widget_set_sensitive (GTK_WIDGET (self->role), allowed);
  gtk_widget_set_sensitive (GTK_WIDGET (self->mode), allowed);
  gtk_widget_set_sensitive (GTK_WIDGET (self->first_time), allowed);
  gtk_widget_set_sensitive (GTK_WIDGET (self->waiting), allowed);
  gtk_widget_set_sensitive (GTK_WIDGET (self->answer), allowed);
  gtk_widget_set_visible (self->answer_arrow, allowed);
}

static Entry
entry_of (PlnPersonPane *self,
          GtkWidget     *widget)
{
  int entry = 0;

  while (GTK_WIDGET (self->entries[entry]) != widget)
    entry++;

  return entry;
}

static void
entry_activated_cb (PlnPersonPane *self,
                    GtkWidget     *widget)
{
  save_entry (self, entry_of (self, widget));
}

static void
entry_left_cb (PlnPersonPane      *self,
               GtkEventController *controller)
{
  save_entry (self, entry_of (self, gtk_event_controller_get_widget (controller)));
}

static gboolean
entry_key_cb (PlnPersonPane         *self,
              guint                  keyval,
              guint                  keycode,
              GdkModifierType        state,
              GtkEventControllerKey *controller)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  Entry entry = entry_of (self, widget);
  g_autofree char *value = NULL;

  if (keyval != GDK_KEY_Escape || self->attendee == NULL)
    return GDK_EVENT_PROPAGATE;

  value = pln_str_one_line (facts[entry].get (self->attendee));
  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), value))
    return GDK_EVENT_PROPAGATE; /* Escape closes the pane then */

  gtk_editable_set_text (GTK_EDITABLE (widget), value);

  return GDK_EVENT_STOP;
}

static void
suggest_cb (PlnPersonPane      *self,
            GtkEventController *controller)
{
  GtkWidget *widget = gtk_event_controller_get_widget (controller);
  PlnFacet facet = widget == GTK_WIDGET (self->sector) ? PLN_FACET_SECTOR : PLN_FACET_STAGE;

  if (self->gathering != NULL)
    pln_suggest_values (GTK_ENTRY (widget), facet, pln_gathering_get_attendees (self->gathering));
}

static void
role_selected_cb (PlnPersonPane *self)
{
  g_autoptr(PlnAttendee) after = begin_edit (self);

  if (after == NULL)
    return;

  pln_attendee_set_role (after, gtk_drop_down_get_selected (self->role));
  save (self, after);
}

static void
mode_selected_cb (PlnPersonPane *self)
{
  g_autoptr(PlnAttendee) after = begin_edit (self);

  if (after == NULL)
    return;

  pln_attendee_set_mode (after, gtk_drop_down_get_selected (self->mode));
  save (self, after);
}

static void
first_time_switched_cb (PlnPersonPane *self)
{
  g_autoptr(PlnAttendee) after = begin_edit (self);

  if (after == NULL)
    return;

  pln_attendee_set_first_time (after, gtk_switch_get_active (self->first_time));
  save (self, after);
}

static void
waiting_switched_cb (PlnPersonPane *self)
{
  g_autoptr(PlnAttendee) after = begin_edit (self);

  if (after == NULL)
    return;

  pln_attendee_set_waiting (after, gtk_switch_get_active (self->waiting));
  save (self, after);
}

static void
networks_changed_cb (PlnPersonPane *self)
{
  g_autoptr(PlnAttendee) after = begin_edit (self);

  if (after == NULL)
    return;

  pln_attendee_set_networks (after, pln_network_tags_get_networks (self->tags));
  save (self, after);
}

static void
mail_clicked_cb (PlnPersonPane *self)
{
  g_autofree char *address = g_uri_escape_string (pln_attendee_get_email (self->attendee), "@", FALSE);
  g_autofree char *uri = g_strconcat ("mailto:", address, NULL);

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME);
}

static void
answer_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlnPersonPane *self = PLN_PERSON_PANE (widget);
  PlnWishes *wishes = pln_wishes_find (widget);
  g_autoptr(GPtrArray) one = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->attendee == NULL || wishes == NULL)
    return;

  g_ptr_array_add (one, g_object_ref (self->attendee));
  PLN_WISHES_GET_IFACE (wishes)->set_answer (wishes, self->gathering, one,
                                             pln_answer_parse (g_variant_get_string (parameter, NULL)));
}

static void
forget (PlnPersonPane *self)
{
  if (self->attendee != NULL)
    g_signal_handlers_disconnect_by_func (self->attendee, update, self);
  g_clear_object (&self->attendee);
  g_clear_object (&self->gathering);
  forget_wishes (self);
}

static void
pln_person_pane_dispose (GObject *object)
{
  forget (PLN_PERSON_PANE (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), PLN_TYPE_PERSON_PANE);

  G_OBJECT_CLASS (pln_person_pane_parent_class)->dispose (object);
}

static void
pln_person_pane_class_init (PlnPersonPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_person_pane_dispose;

  g_type_ensure (PLN_TYPE_AVATAR);
  g_type_ensure (PLN_TYPE_NETWORK_TAGS);

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-person-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnPersonPane, stack);
  gtk_widget_class_bind_template_child (widget_class, PlnPersonPane, nobody);
  gtk_widget_class_bind_template_child (widget_class, PlnPersonPane, person);
  gtk_widget_class_bind_template_child (widget_class, PlnPersonPane, mail);
  gtk_widget_class_bind_template_child (widget_class, PlnPersonPane, avatar);
  gtk_widget_class_bind_template_child (widget_class, PlnPersonPane, name);
  gtk_widget_class_bind_template_child (widget_class, PlnPersonPane, subtitle);
  gtk_widget_class_bind_template_child (widget_class, PlnPersonPane, answer);
  gtk_widget_class_bind_template_child (widget_class, PlnPersonPane, answer_box);
  gtk_widget_class_bind_template_child (widget_class, PlnPersonPane, answer_icon);
  gtk_widget_class_bind_template_child (widget_class, PlnPersonPane, answer_word);
  gtk_widget_class_bind_template_child (widget_class, PlnPersonPane, answer_source);
  gtk_widget_class_bind_template_child (widget_class, PlnPersonPane, answer_arrow);
  gtk_widget_class_bind_template_child (widget_class, PlnPersonPane, tags);
  gtk_widget_class_bind_template_child (widget_class, PlnPersonPane, email);
  gtk_widget_class_bind_template_child (widget_class, PlnPersonPane, organisation);
  gtk_widget_class_bind_template_child (widget_class, PlnPersonPane, sector);
  gtk_widget_class_bind_template_child (widget_class, PlnPersonPane, stage);
  gtk_widget_class_bind_template_child (widget_class, PlnPersonPane, role);
  gtk_widget_class_bind_template_child (widget_class, PlnPersonPane, mode);
  gtk_widget_class_bind_template_child (widget_class, PlnPersonPane, first_time);
  gtk_widget_class_bind_template_child (widget_class, PlnPersonPane, waiting);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, role_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_time_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, waiting_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, networks_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mail_clicked_cb);

  gtk_widget_class_install_action (widget_class, "person.answer", "s", answer_cb);
}

static void
watch_entry (PlnPersonPane *self,
             GtkEntry      *entry)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (entry_left_cb), self);
  if (entry == self->sector || entry == self->stage)
    g_signal_connect_swapped (focus, "enter", G_CALLBACK (suggest_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
  gtk_widget_add_controller (GTK_WIDGET (entry), keys);
}

static void
pln_person_pane_init (PlnPersonPane *self)
{
  g_autoptr(GtkStringList) roles = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) modes = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  self->entries[ENTRY_NAME] = self->name;
  self->entries[ENTRY_EMAIL] = self->email;
  self->entries[ENTRY_ORGANISATION] = self->organisation;
  self->entries[ENTRY_SECTOR] = self->sector;
  self->entries[ENTRY_STAGE] = self->stage;
  for (int i = 0; i < N_ENTRIES; i++)
    watch_entry (self, self->entries[i]);

  for (int i = PLN_ROLE_ATTENDEE; i <= PLN_ROLE_ORGANISER; i++)
    gtk_string_list_append (roles, pln_role_word (i));
  for (int i = PLN_MODE_UNKNOWN; i <= PLN_MODE_ONLINE; i++)
    gtk_string_list_append (modes, pln_mode_word (i));
  self->updating = TRUE;
  gtk_drop_down_set_model (self->role, G_LIST_MODEL (roles));
  gtk_drop_down_set_model (self->mode, G_LIST_MODEL (modes));
  self->updating = FALSE;
  gtk_widget_set_visible (self->mail, FALSE);
  /* GtkMenuButton puts its child into a box in the middle. */
  gtk_widget_set_halign (gtk_widget_get_parent (self->answer_box), GTK_ALIGN_FILL);
}

/**
 * pln_person_pane_show:
 * @self: a pane
 * @gathering: (nullable): the gathering of @attendee
 * @attendee: (nullable): who to show, and to follow; %NULL for nobody
 *
 * Shows a person. What was being typed about the one before is saved.
 */
void
pln_person_pane_show (PlnPersonPane *self,
                      PlnGathering  *gathering,
                      PlnAttendee   *attendee)
{
  g_return_if_fail (PLN_IS_PERSON_PANE (self));
  g_return_if_fail (attendee == NULL || PLN_IS_GATHERING (gathering));

  if (self->attendee == attendee)
    return;

  pln_person_pane_save (self);
  forget (self);
  gtk_stack_set_visible_child (self->stack, attendee != NULL ? self->person : self->nobody);
  gtk_widget_set_visible (self->mail, FALSE);
  if (attendee == NULL)
    return;

  self->gathering = g_object_ref (gathering);
  self->attendee = g_object_ref (attendee);
  g_signal_connect_swapped (attendee, "notify", G_CALLBACK (update), self);
  self->updating = TRUE;
  for (int i = 0; i < N_ENTRIES; i++)
    set_entry_text (self->entries[i], facts[i].get (attendee));
  self->updating = FALSE;
  pln_network_tags_show (self->tags, gathering, pln_attendee_get_networks (attendee));
  update (self);
  allow_edits (self);
}

/**
 * pln_person_pane_get_attendee:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): who is shown
 */
PlnAttendee *
pln_person_pane_get_attendee (PlnPersonPane *self)
{
  g_return_val_if_fail (PLN_IS_PERSON_PANE (self), NULL);

  return self->attendee;
}

/**
 * pln_person_pane_save:
 * @self: a pane
 *
 * Saves what is being typed, as when the focus leaves a field.
 */
void
pln_person_pane_save (PlnPersonPane *self)
{
  g_return_if_fail (PLN_IS_PERSON_PANE (self));

  for (int i = 0; i < N_ENTRIES; i++)
    if (has_focus (self->entries[i]))
      save_entry (self, i);
}
