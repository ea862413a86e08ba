/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-session-pane.h"

#include "pln-address.h"
#include "pln-ask.h"
#include "pln-clashes.h"
#include "pln-config.h"
#include "pln-id.h"
#include "pln-session-form.h"
#include "pln-session-words.h"
#include "pln-str.h"
#include "pln-track.h"
#include "pln-when-words.h"
#include "pln-wishes.h"

#include <glib/gi18n.h>
#include <string.h>

#define TICK 20 /* seconds between two looks at the clock */

/* What is shown of a session or of anything else. Borrowed. */
typedef struct
{
  PlnOccurrenceKind   kind;
  const char         *title;
  const char         *place;
  const char         *track;
  const char         *about;
  const char         *url;
  const char         *note;
  const char *const  *people;
  GDateTime          *start;
  GDateTime          *end;
  gboolean            all_day;
  gboolean            is_break;
  gboolean            is_draft;
  gboolean            is_cancelled;
  gboolean            is_recurring;
} Facts;

/**
 * PlnSessionPane:
 *
 * What is known of a session, or of something else that was chosen in the
 * calendar: when and where it is, who speaks, what it is about, what clashes.
 * Of a session the room can be changed here, and whether it is a draft or
 * cancelled; everything else in its form.
 */
struct _PlnSessionPane
{
  AdwBin          parent_instance;

  PlnGathering   *gathering; /* of the session, loaded; or NULL */
  PlnSession     *session;   /* NULL: it is no session, or its gathering is not loaded */
  PlnOccurrence  *occurrence; /* as it was given, or NULL */
  char           *page;      /* the address that the last row leads to, or NULL */
  guint           update_id;
  guint           tick_id;

  GtkLabel       *kind_label;
  GtkWidget      *edit_button;
  GtkWidget      *notes_button;
  GtkWidget      *menu_button;
  GtkStack       *stack;
  GtkWidget      *nothing;
  GtkWidget      *something;
  GtkLabel       *title_label;
  GtkBox         *tags;
  GtkBox         *clash_box;
  GtkListBox     *facts;
  GtkWidget      *about;
  GtkLabel       *about_heading;
  GtkLabel       *about_label;
  GtkLabel       *note_label;
  GtkWidget      *deeds;
};

G_DEFINE_FINAL_TYPE (PlnSessionPane, pln_session_pane, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DRAFT,
  PROP_CANCELLED,
  PROP_ROOM,
  N_PROPS
};

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
may_edit (PlnSessionPane *self)
{
  if (self->session != NULL)
    return !pln_gathering_get_read_only (self->gathering) && !pln_session_get_read_only (self->session);

  return self->occurrence != NULL && !pln_occurrence_get_read_only (self->occurrence);
}

static void
save (PlnSessionPane *self,
      PlnSession     *before,
      PlnSession     *after)
{
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));

  if (wishes != NULL)
    PLN_WISHES_GET_IFACE (wishes)->save_session (wishes, self->gathering, before, after);
}

static void
set_status (PlnSessionPane   *self,
            PlnSessionStatus  status)
{
  g_autoptr(PlnSession) before = NULL;
  g_autoptr(PlnSession) after = NULL;

  if (self->session == NULL || !may_edit (self) || pln_session_get_status (self->session) == status)
    return;

  before = pln_session_copy (self->session);
  after = pln_session_copy (self->session);
  pln_session_set_status (after, status);
  save (self, before, after);
}

static void
set_room (PlnSessionPane *self,
          const char     *room)
{
  g_autoptr(PlnSession) before = NULL;
  g_autoptr(PlnSession) after = NULL;

  if (self->session == NULL || !may_edit (self) || g_strcmp0 (pln_session_get_room (self->session), room) == 0)
    return;

  before = pln_session_copy (self->session);
  after = pln_session_copy (self->session);
  pln_session_set_room (after, room);
  save (self, before, after);
}

static gboolean
is_breakout (const char *track)
{
  return g_str_equal (pln_track_colour (track), "purple");
}

static Facts
facts_of (PlnSessionPane *self)
{
  Facts facts = { 0 };

  if (self->session != NULL)
    {
      PlnSession *session = self->session;
      PlnSessionStatus status = pln_session_get_status (session);

      return (Facts) {
        .kind = PLN_OCCURRENCE_KIND_SESSION, .title = pln_session_get_title (session),
        .place = pln_session_get_room (session), .track = pln_session_get_track (session),
        .about = pln_session_get_description (session), .url = pln_session_get_url (session), .note = "",
        .people = pln_session_get_speakers (session), .start = pln_session_get_start (session),
        .end = pln_session_get_end (session), .all_day = pln_session_get_all_day (session),
        .is_break = pln_session_get_is_break (session), .is_cancelled = status == PLN_SESSION_CANCELLED,
        .is_draft = pln_gathering_session_is_draft (self->gathering, session),
      };
    }

  if (self->occurrence != NULL)
    {
      const PlnOccurrenceData *data = pln_occurrence_get_data (self->occurrence);
      gboolean is_ours = self->gathering != NULL && data->kind == PLN_OCCURRENCE_KIND_GATHERING
                         && g_str_equal (pln_gathering_get_uid (self->gathering), data->uid);

      facts = (Facts) {
        .kind = data->kind, .title = data->title, .place = data->place, .track = data->track,
        .about = is_ours ? pln_gathering_get_description (self->gathering) : "",
        .url = is_ours ? pln_gathering_get_url (self->gathering) : "", .note = data->note,
        .people = data->people, .start = data->start, .end = data->end, .all_day = data->all_day,
        .is_break = data->is_break, .is_draft = data->is_draft, .is_cancelled = data->is_cancelled,
        .is_recurring = data->is_recurring,
      };
    }

  return facts;
}

static const char *
kind_word (const Facts *facts)
{
  switch (facts->kind)
    {
    case PLN_OCCURRENCE_KIND_GATHERING:
      return _("Gathering");
    case PLN_OCCURRENCE_KIND_SESSION:
      return facts->is_break ? _("Break") : _("Session");
    case PLN_OCCURRENCE_KIND_ROUND:
      return _("Round");
    case PLN_OCCURRENCE_KIND_ACTION:
      return _("Action");
    case PLN_OCCURRENCE_KIND_EVENT:
    default:
      return _("Event");
    }
}

static GtkWidget *
add_tag (PlnSessionPane *self,
         GtkWidget      *sign,
         const char     *text,
         const char     *css_class)
{
  GtkWidget *tag = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "pln-compact");
  gtk_widget_set_valign (sign, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (tag), sign);
  gtk_box_append (GTK_BOX (tag), label);
  gtk_widget_add_css_class (tag, "pln-tag");
  gtk_widget_add_css_class (tag, css_class);
  gtk_box_append (self->tags, tag);

  return tag;
}

static void
add_status (PlnSessionPane *self,
            const char     *icon,
            const char     *text,
            const char     *css_class)
{
  gtk_widget_add_css_class (add_tag (self, gtk_image_new_from_icon_name (icon), text, css_class), "pln-status");
}

static void
empty (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
show_tags (PlnSessionPane *self,
           const Facts    *facts)
{
  g_autofree char *track = pln_str_one_line (facts->track);

  empty (self->tags);
  if (*track != '\0')
    {
      GtkWidget *swatch = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      g_autofree char *colour = g_strconcat ("pln-", pln_track_colour (track), NULL);

      gtk_widget_add_css_class (swatch, "pln-swatch");
      gtk_widget_add_css_class (swatch, colour);
      add_tag (self, swatch, track, colour);
    }

  if (facts->is_cancelled)
    add_status (self, "window-close-symbolic", _("Cancelled"), "pln-error");
  else if (facts->is_draft)
    add_status (self, "document-edit-symbolic", _("Draft"), "pln-slate");
  else if (facts->kind == PLN_OCCURRENCE_KIND_SESSION || facts->kind == PLN_OCCURRENCE_KIND_GATHERING)
    add_status (self, "emblem-ok-symbolic", _("Published"), "pln-good");
  if (facts->is_recurring)
    add_status (self, "pln-recurring-symbolic", _("Repeats"), "pln-slate");
  gtk_widget_set_visible (GTK_WIDGET (self->tags), gtk_widget_get_first_child (GTK_WIDGET (self->tags)) != NULL);
}

static void
show_clashes (PlnSessionPane *self)
{
  g_autoptr(GPtrArray) clashes = self->session != NULL ? pln_clashes_of (self->gathering, self->session) : NULL;

  empty (self->clash_box);
  for (guint i = 0; clashes != NULL && i < MIN (clashes->len, 5); i++)
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
      GtkWidget *label = gtk_label_new (((PlnClash *) g_ptr_array_index (clashes, i))->sentence);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "pln-compact");
      gtk_widget_add_css_class (icon, "pln-warning");
      gtk_widget_set_valign (icon, GTK_ALIGN_START);
      gtk_widget_add_css_class (line, "pln-clash-line");
      gtk_box_append (GTK_BOX (line), icon);
      gtk_box_append (GTK_BOX (line), label);
      gtk_box_append (self->clash_box, line);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->clash_box), clashes != NULL && clashes->len > 0);
}

static GtkWidget *
add_row (PlnSessionPane *self,
         const char     *icon,
         const char     *title,
         const char     *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_add_css_class (image, "pln-dim");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  gtk_list_box_append (self->facts, row);

  return row;
}

static void
add_when (PlnSessionPane *self,
          const Facts    *facts)
{
  g_autofree char *times = NULL;
  g_autofree char *state = NULL;
  gboolean on_now = FALSE;
  GtkWidget *row;

  if (facts->start == NULL)
    {
      add_row (self, "pln-clock-symbolic", _("Without a time"), "");
      return;
    }

  times = facts->all_day ? pln_when_words_days (facts->start, facts->end, TRUE)
                         : pln_when_words_times (facts->start, facts->end);
  state = facts->all_day ? g_strdup (_("All day")) : pln_session_words_state (facts->start, facts->end, &on_now);
  row = add_row (self, "pln-clock-symbolic", times, state);
  gtk_widget_add_css_class (row, "numeric");
  if (on_now)
    gtk_widget_add_css_class (row, "pln-on-now");
}

/* Another room is one click away. */
static void
add_room_menu (PlnSessionPane *self,
               GtkWidget      *row)
{
  GPtrArray *rooms = pln_gathering_get_room_list (self->gathering);
  g_autoptr(GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  for (guint i = 0; i < rooms->len; i++)
    {
      const PlnRoom *room = g_ptr_array_index (rooms, i);
      g_autofree char *label = pln_room_format (room);
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "pane.room", "s", room->name);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Another room"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Another room"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_where (PlnSessionPane *self,
           const Facts    *facts)
{
  g_autofree char *place = pln_str_one_line (facts->place);
  g_autofree char *places = pln_session_words_room (self->gathering, facts->place);
  gboolean has_rooms = self->session != NULL && may_edit (self)
                       && pln_gathering_get_room_list (self->gathering)->len > 0;
  GtkWidget *row;

  if (*place == '\0' && !has_rooms)
    return;

  row = add_row (self, "pln-door-symbolic", *place != '\0' ? place : _("No room yet"), places);
  if (has_rooms)
    add_room_menu (self, row);
}

static void
add_people (PlnSessionPane *self,
            const Facts    *facts)
{
  for (guint i = 0; facts->people != NULL && facts->people[i] != NULL; i++)
    {
      const char *open = strchr (facts->people[i], '<');
      g_autofree char *part = open != NULL && open != facts->people[i]
                              ? g_strndup (facts->people[i], (gsize) (open - facts->people[i])) : g_strdup (facts->people[i]);
      g_autofree char *name = pln_str_one_line (part);

      if (facts->kind == PLN_OCCURRENCE_KIND_ACTION)
        add_row (self, "pln-people-symbolic", name, _("Promised it"));
      else
        add_row (self, "pln-role-report-symbolic", name, is_breakout (facts->track) ? _("Facilitates") : _("Speaks"));
    }
}

static void
add_page (PlnSessionPane *self,
          const Facts    *facts)
{
  g_autofree char *line = pln_str_one_line (facts->url);
  g_autofree char *host = *line != '\0' ? pln_address_web_host (line) : NULL;
  GtkWidget *row;

  g_clear_pointer (&self->page, g_free);
  if (host == NULL)
    return;

  self->page = g_steal_pointer (&line);
  row = add_row (self, "pln-globe-symbolic", host, _("Opens its page"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, self->page);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
}

static void
row_activated_cb (PlnSessionPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->page != NULL)
    gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->page, GDK_CURRENT_TIME);
}

static void
show_facts (PlnSessionPane *self,
            const Facts    *facts)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->facts)) != NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->facts))) != NULL)
    gtk_list_box_remove (self->facts, row);

  add_when (self, facts);
  add_where (self, facts);
  add_people (self, facts);
  add_page (self, facts);
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->facts), GTK_DIR_TAB_FORWARD);
}

static void
set_line (GtkLabel   *label,
          const char *text)
{
  g_autofree char *clean = pln_str_for_label (text);

  gtk_label_set_label (label, g_strstrip (clean));
  gtk_widget_set_visible (GTK_WIDGET (label), *clean != '\0');
}

static void
update_actions (PlnSessionPane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean editable = may_edit (self);
  gboolean is_session = editable && self->session != NULL;
  gboolean repeats = self->occurrence != NULL && pln_occurrence_get_is_recurring (self->occurrence);

  gtk_widget_action_set_enabled (widget, "pane.edit", editable);
  gtk_widget_action_set_enabled (widget, "pane.duplicate", is_session);
  gtk_widget_action_set_enabled (widget, "pane.draft", is_session);
  gtk_widget_action_set_enabled (widget, "pane.cancelled", is_session);
  gtk_widget_action_set_enabled (widget, "pane.room", is_session);
  gtk_widget_action_set_enabled (widget, "pane.delete", is_session || (editable && !repeats));
  gtk_widget_set_visible (self->edit_button, editable);
  gtk_widget_set_visible (self->menu_button, is_session || (editable && !repeats));
  gtk_widget_action_set_enabled (widget, "pane.notes", self->session != NULL);
  gtk_widget_set_visible (self->notes_button, self->session != NULL);
  gtk_widget_set_visible (self->deeds, editable);
  for (guint i = PROP_DRAFT; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
}

static void
update (PlnSessionPane *self)
{
  Facts facts = facts_of (self);
  gboolean something = self->session != NULL || self->occurrence != NULL;
  g_autofree char *title = NULL;

  gtk_stack_set_visible_child (self->stack, something ? self->something : self->nothing);
  gtk_label_set_label (self->kind_label, something ? kind_word (&facts) : "");
  update_actions (self);
  if (!something)
    return;

  title = pln_str_one_line (facts.title);
  gtk_label_set_label (self->title_label, *title != '\0' ? title : _("Without a title"));
  show_tags (self, &facts);
  show_clashes (self);
  show_facts (self, &facts);
  gtk_label_set_label (self->about_heading, is_breakout (facts.track) ? _("Question") : _("About"));
  set_line (self->about_label, facts.about);
  gtk_widget_set_visible (self->about, gtk_widget_get_visible (GTK_WIDGET (self->about_label)));
  set_line (self->note_label, facts.note);
}

static gboolean
update_cb (gpointer user_data)
{
  PlnSessionPane *self = user_data;

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* One update for all that a step changes. */
static void
queue_update (PlnSessionPane *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

static gboolean
tick_cb (gpointer user_data)
{
  PlnSessionPane *self = user_data;
  Facts facts = facts_of (self);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->facts, 0);
  g_autofree char *state = NULL;

  if (facts.start != NULL && !facts.all_day && ADW_IS_ACTION_ROW (row))
    {
      state = pln_session_words_state (facts.start, facts.end, NULL);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), state);
    }

  return G_SOURCE_CONTINUE;
}

static void
sessions_changed_cb (PlnSessionPane *self)
{
  if (self->session != NULL
      && pln_gathering_find_session (self->gathering, pln_session_get_uid (self->session)) != self->session)
    pln_session_pane_show (self, NULL, NULL); /* it went */
  else
    queue_update (self);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnSessionPane *self = PLN_SESSION_PANE (widget);
  PlnWishes *wishes = pln_wishes_find (widget);

  if (wishes == NULL)
    return;

  if (self->session != NULL)
    pln_sheet_present (pln_session_form_new (wishes, self->gathering, self->session, NULL),
                       GTK_WINDOW (gtk_widget_get_root (widget)));
  else
    PLN_WISHES_GET_IFACE (wishes)->edit_occurrence (wishes, self->occurrence);
}

static void
duplicate_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  PlnSessionPane *self = PLN_SESSION_PANE (widget);
  g_autofree char *uid = pln_uid_new ();
  g_autoptr(PlnSession) copy = pln_session_new (uid);

  pln_session_take_from (copy, self->session);
  save (self, NULL, copy);
}

static void
delete_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlnSessionPane *self = PLN_SESSION_PANE (widget);
  PlnWishes *wishes = pln_wishes_find (widget);

  if (self->session != NULL)
    {
      g_autoptr(PlnSession) before = pln_session_copy (self->session);

      save (self, before, NULL);
    }
  else if (wishes != NULL)
    {
      pln_ask_occurrence (GTK_WINDOW (gtk_widget_get_root (widget)), wishes, self->occurrence, NULL);
    }
}

static void
close_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_CLOSED], 0);
}

static void
pln_session_pane_map (GtkWidget *widget)
{
  PlnSessionPane *self = PLN_SESSION_PANE (widget);

  GTK_WIDGET_CLASS (pln_session_pane_parent_class)->map (widget);

  tick_cb (self);
  self->tick_id = g_timeout_add_seconds (TICK, tick_cb, self);
}

static void
pln_session_pane_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&PLN_SESSION_PANE (widget)->tick_id, g_source_remove);

  GTK_WIDGET_CLASS (pln_session_pane_parent_class)->unmap (widget);
}

static void
pln_session_pane_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  PlnSessionPane *self = PLN_SESSION_PANE (object);
  PlnSessionStatus status = self->session != NULL ? pln_session_get_status (self->session) : PLN_SESSION_PUBLISHED;

  switch (prop_id)
    {
    case PROP_DRAFT:
      g_value_set_boolean (value, status == PLN_SESSION_DRAFT);
      break;
    case PROP_CANCELLED:
      g_value_set_boolean (value, status == PLN_SESSION_CANCELLED);
      break;
    case PROP_ROOM:
      g_value_set_string (value, self->session != NULL ? pln_session_get_room (self->session) : "");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_session_pane_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  PlnSessionPane *self = PLN_SESSION_PANE (object);

  switch (prop_id)
    {
    case PROP_DRAFT:
      set_status (self, g_value_get_boolean (value) ? PLN_SESSION_DRAFT : PLN_SESSION_PUBLISHED);
      break;
    case PROP_CANCELLED:
      set_status (self, g_value_get_boolean (value) ? PLN_SESSION_CANCELLED : PLN_SESSION_PUBLISHED);
      break;
    case PROP_ROOM:
      set_room (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
drop_item (PlnSessionPane *self)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->gathering != NULL)
    {
      g_signal_handlers_disconnect_by_data (pln_gathering_get_sessions (self->gathering), self);
      g_signal_handlers_disconnect_by_data (self->gathering, self);
    }
  g_clear_object (&self->session);
  g_clear_object (&self->gathering);
  g_clear_object (&self->occurrence);
}

static void
pln_session_pane_dispose (GObject *object)
{
  PlnSessionPane *self = PLN_SESSION_PANE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  drop_item (self);
  g_clear_pointer (&self->page, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLN_TYPE_SESSION_PANE);

  G_OBJECT_CLASS (pln_session_pane_parent_class)->dispose (object);
}

static void
notes_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  PlnSessionPane *self = PLN_SESSION_PANE (widget);

  if (self->session != NULL)
    gtk_widget_activate_action (widget, "win.notes", "s", pln_session_get_uid (self->session));
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "pane.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "pane.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "pane.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "pane.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "pane.notes", NULL, notes_cb);
  gtk_widget_class_install_property_action (widget_class, "pane.draft", "draft");
  gtk_widget_class_install_property_action (widget_class, "pane.cancelled", "cancelled");
  gtk_widget_class_install_property_action (widget_class, "pane.room", "room");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "pane.close", NULL);
}

static void
pln_session_pane_class_init (PlnSessionPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = pln_session_pane_dispose;
  object_class->get_property = pln_session_pane_get_property;
  object_class->set_property = pln_session_pane_set_property;
  widget_class->map = pln_session_pane_map;
  widget_class->unmap = pln_session_pane_unmap;

  /**
   * PlnSessionPane:draft:
   *
   * Whether the session is not settled; setting it is a wish.
   */
  props[PROP_DRAFT] = g_param_spec_boolean ("draft", NULL, NULL, FALSE, flags);

  /**
   * PlnSessionPane:cancelled:
   *
   * Whether the session is called off; setting it is a wish.
   */
  props[PROP_CANCELLED] = g_param_spec_boolean ("cancelled", NULL, NULL, FALSE, flags);

  /**
   * PlnSessionPane:room:
   *
   * The room of the session; setting it is a wish.
   */
  props[PROP_ROOM] = g_param_spec_string ("room", NULL, NULL, "", flags);

  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * PlnSessionPane::closed:
   * @self: the pane
   *
   * The user has seen enough: whoever shows the pane is to hide it.
   */
  signals[SIGNAL_CLOSED] =
    g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-session-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnSessionPane, kind_label);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionPane, edit_button);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionPane, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionPane, notes_button);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionPane, stack);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionPane, nothing);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionPane, something);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionPane, title_label);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionPane, tags);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionPane, clash_box);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionPane, facts);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionPane, about);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionPane, about_heading);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionPane, about_label);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionPane, note_label);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionPane, deeds);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  install_actions (widget_class);
}

static void
pln_session_pane_init (PlnSessionPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/**
 * pln_session_pane_new:
 *
 * Returns: a pane that shows nothing yet
 */
GtkWidget *
pln_session_pane_new (void)
{
  return g_object_new (PLN_TYPE_SESSION_PANE, NULL);
}

/* A session that a calendar view knows as an occurrence is shown whole if its
 * gathering is the one at hand. */
static PlnSession *
session_of (PlnGathering *gathering,
            gpointer      item)
{
  if (gathering == NULL || !pln_gathering_get_loaded (gathering))
    return NULL;
  if (PLN_IS_SESSION (item))
    return item;
  if (!PLN_IS_OCCURRENCE (item)
      || pln_occurrence_get_kind (item) != PLN_OCCURRENCE_KIND_SESSION
      || !g_str_equal (pln_occurrence_get_gathering (item), pln_gathering_get_uid (gathering)))
    return NULL;

  return pln_gathering_find_session (gathering, pln_occurrence_get_uid (item));
}

/**
 * pln_session_pane_show:
 * @self: a pane
 * @gathering: (nullable): the gathering at hand, which the item may belong to
 * @item: (nullable) (type GObject): a [class@Session] of @gathering, or a
 *   [class@Occurrence]; %NULL: nothing is chosen
 *
 * Shows something else, and follows it.
 */
void
pln_session_pane_show (PlnSessionPane *self,
                       PlnGathering   *gathering,
                       gpointer        item)
{
  g_autoptr(GObject) kept = NULL;
  g_autoptr(PlnGathering) kept_gathering = NULL;

  g_return_if_fail (PLN_IS_SESSION_PANE (self));
  g_return_if_fail (gathering == NULL || PLN_IS_GATHERING (gathering));
  g_return_if_fail (item == NULL || PLN_IS_SESSION (item) || PLN_IS_OCCURRENCE (item));

  g_set_object (&kept, item);
  g_set_object (&kept_gathering, gathering);
  drop_item (self);
  g_set_object (&self->gathering, gathering);
  g_set_object (&self->session, session_of (gathering, item));
  if (PLN_IS_OCCURRENCE (item))
    self->occurrence = g_object_ref (item);
  if (gathering != NULL)
    {
      g_signal_connect_swapped (gathering, "notify", G_CALLBACK (queue_update), self);
      g_signal_connect_swapped (pln_gathering_get_sessions (gathering), "items-changed",
                                G_CALLBACK (sessions_changed_cb), self);
    }
  if (self->session != NULL)
    g_signal_connect_swapped (self->session, "notify", G_CALLBACK (queue_update), self);

  g_clear_handle_id (&self->update_id, g_source_remove);
  update (self);
}

/**
 * pln_session_pane_get_item:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable) (type GObject): the session or
 *   occurrence that is shown
 */
gpointer
pln_session_pane_get_item (PlnSessionPane *self)
{
  g_return_val_if_fail (PLN_IS_SESSION_PANE (self), NULL);

  return self->occurrence != NULL ? (gpointer) self->occurrence : (gpointer) self->session;
}
