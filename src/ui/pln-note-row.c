/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-note-row.h"

#include "pln-config.h"
#include "pln-note-field.h"
#include "pln-note-words.h"
#include "pln-str.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define FLASH 2000 /* ms: how long a line that came from elsewhere is tinted */

/**
 * PlnNoteRow:
 *
 * One line of a note: time, kind, text to write in, who said it; below an
 * action who does it and by when. Each line is a text of its own, so that a
 * screen reader says what it is, when it was written and by whom.
 */
struct _PlnNoteRow
{
  GtkListBoxRow   parent_instance;

  char           *id;
  char           *prompt;
  PlnNoteKind     kind;
  guint           flash_id;
  gboolean        showing; /* the text is being set, not typed */

  GtkWidget      *box;
  GtkLabel       *time;
  GtkImage       *icon;
  GtkWidget      *text_box;
  GtkTextView    *view;
  GtkLabel       *ghost;
  GtkWidget      *tags;
  GtkWidget      *owner;
  GtkWidget      *due;
  GtkLabel       *beside;
  GtkLabel       *by;
};

G_DEFINE_FINAL_TYPE (PlnNoteRow, pln_note_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_TYPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *icon;
  const char *colour;
} faces[PLN_N_NOTE_KINDS] = {
  { "pln-point-symbolic", "pln-slate" },     { "pln-question-symbolic", "pln-purple" },
  { "pln-idea-symbolic", "pln-gold" },       { "pln-decision-symbolic", "pln-green" },
  { "pln-action-symbolic", "pln-blue" },     { "pln-quote-symbolic", "pln-teal" },
  { "pln-parked-symbolic", "pln-brown" },
};

/**
 * pln_note_kind_icon:
 * @kind: a kind of line
 *
 * Returns: (transfer none): the name of its icon
 */
const char *
pln_note_kind_icon (PlnNoteKind kind)
{
  return faces[kind].icon;
}

/**
 * pln_note_kind_class:
 * @kind: a kind of line
 *
 * Returns: (transfer none): the style class of its colour
 */
const char *
pln_note_kind_class (PlnNoteKind kind)
{
  return faces[kind].colour;
}

/**
 * pln_note_row_dup_text:
 * @self: a row
 *
 * Returns: (transfer full): what stands in it now
 */
char *
pln_note_row_dup_text (PlnNoteRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* A point that ends with a question mark may be a question: said faintly. */
static void
show_icon (PlnNoteRow *self)
{
  g_autofree char *text = pln_note_row_dup_text (self);
  gboolean hint = self->kind == PLN_NOTE_POINT && g_str_has_suffix (g_strchomp (text), "?");

  gtk_image_set_from_icon_name (self->icon, faces[hint ? PLN_NOTE_QUESTION : self->kind].icon);
  for (guint i = 0; i < PLN_N_NOTE_KINDS; i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), faces[i].colour);
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), faces[self->kind].colour);
  if (hint)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), "pln-note-hint");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "pln-note-hint");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->icon),
                               hint ? _("A question? F3 makes it one") : pln_note_words_kind (self->kind));
}

static void
show_ghost (PlnNoteRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  gboolean empty = gtk_text_buffer_get_char_count (buffer) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->ghost), empty && self->prompt != NULL);
}

static void
changed_cb (PlnNoteRow *self)
{
  show_ghost (self);
  show_icon (self);
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_TYPED], 0);
}

static void
pln_note_row_finalize (GObject *object)
{
  PlnNoteRow *self = PLN_NOTE_ROW (object);

  g_clear_handle_id (&self->flash_id, g_source_remove);
  g_free (self->id);
  g_free (self->prompt);

  G_OBJECT_CLASS (pln_note_row_parent_class)->finalize (object);
}

static void
pln_note_row_class_init (PlnNoteRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pln_note_row_finalize;

  /**
   * PlnNoteRow::typed:
   *
   * Somebody wrote in it.
   */
  signals[SIGNAL_TYPED] = g_signal_new ("typed", PLN_TYPE_NOTE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static GtkWidget *
tag_new (const char *icon,
         const char *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_label_set_ellipsize (GTK_LABEL (gtk_widget_get_last_child (box)), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pln-tag");
  gtk_widget_add_css_class (button, "pln-note-tag");
  gtk_widget_set_halign (button, GTK_ALIGN_START);

  return button;
}

static GtkLabel *
dim_label_new (int width)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "pln-dim");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_label_set_width_chars (GTK_LABEL (label), width);

  return GTK_LABEL (label);
}

static void
make_text (PlnNoteRow *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->view = g_object_new (PLN_TYPE_NOTE_FIELD, NULL);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (self->view), FALSE); /* the library undoes */
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "pln-note-text");
  gtk_widget_set_hexpand (GTK_WIDGET (self->view), TRUE);
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (changed_cb), self);

  self->ghost = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->ghost, 0);
  gtk_label_set_ellipsize (self->ghost, PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (GTK_WIDGET (self->ghost), GTK_ALIGN_START);
  gtk_widget_set_can_target (GTK_WIDGET (self->ghost), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->ghost), "pln-dim");
  gtk_widget_set_visible (GTK_WIDGET (self->ghost), FALSE);

  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->view));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->ghost));
  gtk_box_append (GTK_BOX (self->text_box), overlay);
}

static void
make_tags (PlnNoteRow *self)
{
  self->beside = dim_label_new (-1);
  gtk_label_set_label (self->beside, _("Written at the same time on another computer"));
  gtk_label_set_xalign (self->beside, 0);
  gtk_label_set_wrap (self->beside, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->beside), "pln-warning");
  gtk_widget_remove_css_class (GTK_WIDGET (self->beside), "pln-dim");
  gtk_box_append (GTK_BOX (self->text_box), GTK_WIDGET (self->beside));

  self->tags = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->owner = tag_new ("avatar-default-symbolic", "note.owner");
  self->due = tag_new ("pln-calendar-symbolic", "note.due");
  gtk_box_append (GTK_BOX (self->tags), self->owner);
  gtk_box_append (GTK_BOX (self->tags), self->due);
  gtk_widget_add_css_class (self->tags, "pln-note-tags");
  gtk_box_append (GTK_BOX (self->text_box), self->tags);
}

static void
pln_note_row_init (PlnNoteRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->time = dim_label_new (6);
  self->icon = GTK_IMAGE (gtk_image_new ());
  self->by = dim_label_new (-1);
  self->text_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_label_set_xalign (self->time, 0);
  gtk_label_set_ellipsize (self->by, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->by, 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->time), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->time), "pln-note-time");
  gtk_widget_add_css_class (GTK_WIDGET (self->by), "pln-note-by");
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), "pln-note-icon");
  gtk_widget_set_valign (GTK_WIDGET (self->icon), GTK_ALIGN_START);
  make_text (self);
  make_tags (self);

  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->time));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (self->box), self->text_box);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->by));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "pln-note-row");
}

/**
 * pln_note_row_new:
 * @id: the id of a line
 *
 * Returns: (transfer floating): a row for that line
 */
GtkWidget *
pln_note_row_new (const char *id)
{
  PlnNoteRow *self = g_object_new (PLN_TYPE_NOTE_ROW, NULL);

  self->id = g_strdup (id);

  return GTK_WIDGET (self);
}

/**
 * pln_note_row_get_id:
 * @self: a row
 *
 * Returns: (transfer none): the id of its line
 */
const char *
pln_note_row_get_id (PlnNoteRow *self)
{
  return self->id;
}

static void
show_text (PlnNoteRow *self,
           const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  g_autofree char *now = pln_note_row_dup_text (self);
  int cursor = pln_note_row_get_cursor (self);
  GtkTextIter at;

  if (g_str_equal (now, text))
    return;

  self->showing = TRUE;
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &at, cursor);
  gtk_text_buffer_place_cursor (buffer, &at);
  self->showing = FALSE;
}

static void
set_tag (GtkWidget  *tag,
         const char *icon,
         const char *text,
         gboolean    open,
         gboolean    warn)
{
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (tag));
  g_autofree char *clean = pln_str_one_line (text);

  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (box)), icon);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), clean);
  gtk_widget_remove_css_class (tag, "pln-blue");
  gtk_widget_remove_css_class (tag, "pln-note-open");
  if (warn)
    gtk_widget_add_css_class (tag, "pln-note-open");
  else if (!open)
    gtk_widget_add_css_class (tag, "pln-blue");
}

static void
show_tags (PlnNoteRow  *self,
           PlnNoteLine *line)
{
  const char *owner = pln_note_line_get_owner (line);
  g_autofree char *due = pln_note_words_due (line, FALSE);
  g_autofree char *spoken = pln_note_words_due (line, TRUE);
  g_autofree char *by_when = *spoken != '\0' ? g_strdup_printf (_("By %s. Another day"), spoken) : g_strdup (_("By when?"));
  g_autofree char *who = *owner != '\0' ? g_strdup_printf (_("%s does it. Somebody else"), owner)
                                        : g_strdup (_("Who will do it?"));

  gtk_widget_set_visible (self->tags, self->kind == PLN_NOTE_ACTION);
  set_tag (self->owner, *owner != '\0' ? "avatar-default-symbolic" : "dialog-warning-symbolic",
           *owner != '\0' ? owner : _("Who will do it?"), *owner == '\0', *owner == '\0');
  set_tag (self->due, "pln-calendar-symbolic", *due != '\0' ? due : _("By when?"), *due == '\0', FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->owner), GTK_ACCESSIBLE_PROPERTY_LABEL, who, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->due), GTK_ACCESSIBLE_PROPERTY_LABEL, by_when, -1);
}

/* The row is the whole sentence; the text is said by itself, so its name is
 * what stands around it. */
static void
name_all (PlnNoteRow  *self,
          PlnNoteLine *line,
          GTimeZone   *zone)
{
  g_autofree char *all = pln_note_words_line (line, zone);
  g_autoptr(PlnNoteLine) around = pln_note_line_copy (line);
  g_autofree char *name = NULL;

  pln_note_line_set_text (around, "");
  name = pln_note_words_line (around, zone);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, self->prompt != NULL ? self->prompt : "", -1);
}

/* “Hana” of “Hana Ashdown”: there is no room for more, and a table has few. */
static char *
first_name (const char *name)
{
  g_autofree char *one = pln_str_one_line (name);

  return g_strndup (one, strcspn (one, " "));
}

/**
 * pln_note_row_show:
 * @self: a row
 * @line: what it is to show
 * @zone: in which the time is told
 *
 * Shows a line as it is by now. The cursor stays where it is.
 */
void
pln_note_row_show (PlnNoteRow  *self,
                   PlnNoteLine *line,
                   GTimeZone   *zone)
{
  g_autoptr(GDateTime) at = pln_note_line_get_at (line) != NULL
                            ? g_date_time_to_timezone (pln_note_line_get_at (line), zone) : NULL;
  g_autofree char *time = at != NULL ? pln_when_words_time (at) : g_strdup ("");
  g_autofree char *by = first_name (pln_note_line_get_by (line));

  self->kind = pln_note_line_get_kind (line);
  gtk_label_set_label (self->time, time);
  gtk_label_set_label (self->by, by);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->by),
                               *pln_note_line_get_by (line) != '\0' ? pln_note_line_get_by (line) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->by), *by != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->beside), *pln_note_line_get_beside (line) != '\0');
  gtk_widget_remove_css_class (GTK_WIDGET (self), "pln-note-decision");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "pln-note-quote");
  if (self->kind == PLN_NOTE_DECISION)
    gtk_widget_add_css_class (GTK_WIDGET (self), "pln-note-decision");
  else if (self->kind == PLN_NOTE_QUOTE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "pln-note-quote");
  show_text (self, pln_note_line_get_text (line));
  show_tags (self, line);
  show_icon (self);
  name_all (self, line, zone);
}

/**
 * pln_note_row_set_prompt:
 * @self: a row
 * @prompt: (nullable): what is asked for here, as long as nothing is written
 */
void
pln_note_row_set_prompt (PlnNoteRow *self,
                         const char *prompt)
{
  pln_set_str (&self->prompt, prompt);
  gtk_label_set_label (self->ghost, prompt != NULL ? prompt : "");
  show_ghost (self);
}

/**
 * pln_note_row_set_editable:
 * @self: a row
 * @editable: whether somebody may write in it
 */
void
pln_note_row_set_editable (PlnNoteRow *self,
                           gboolean    editable)
{
  gtk_text_view_set_editable (self->view, editable);
  gtk_text_view_set_cursor_visible (self->view, editable);
  gtk_widget_set_sensitive (self->tags, editable);
}

/**
 * pln_note_row_get_view:
 * @self: a row
 *
 * Returns: (transfer none): where its text is written
 */
GtkTextView *
pln_note_row_get_view (PlnNoteRow *self)
{
  return self->view;
}

/**
 * pln_note_row_get_owner:
 * @self: a row
 *
 * Returns: (transfer none): the tag that says who does it
 */
GtkWidget *
pln_note_row_get_owner (PlnNoteRow *self)
{
  return self->owner;
}

/**
 * pln_note_row_get_due:
 * @self: a row
 *
 * Returns: (transfer none): the tag that says by when
 */
GtkWidget *
pln_note_row_get_due (PlnNoteRow *self)
{
  return self->due;
}

/**
 * pln_note_row_edit:
 * @self: a row
 * @offset: where the cursor is to stand, in characters; -1 at the end
 *
 * Lets somebody write in it.
 */
void
pln_note_row_edit (PlnNoteRow *self,
                   int         offset)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_offset (buffer, &at, offset);
  gtk_text_buffer_place_cursor (buffer, &at);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * pln_note_row_find_cursor:
 * @self: a row
 * @place: (out): where the cursor stands, in the row
 */
void
pln_note_row_find_cursor (PlnNoteRow   *self,
                          GdkRectangle *place)
{
  double x;
  double y;

  gtk_text_view_get_cursor_locations (self->view, NULL, place, NULL);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, place->x, place->y, &place->x, &place->y);
  if (gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self), place->x, place->y, &x, &y))
    {
      place->x = (int) x;
      place->y = (int) y;
    }
}

/**
 * pln_note_row_get_cursor:
 * @self: a row
 *
 * Returns: where the cursor stands, in characters; -1 if something is selected
 */
int
pln_note_row_get_cursor (PlnNoteRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));

  return gtk_text_buffer_get_has_selection (buffer) ? -1 : gtk_text_iter_get_offset (&at);
}

/**
 * pln_note_row_at_edge:
 * @self: a row
 * @first: whether the first row of its text is meant, or else the last
 *
 * Returns: whether the cursor stands there, so that it can only go to another line
 */
gboolean
pln_note_row_at_edge (PlnNoteRow *self,
                      gboolean    first)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter at;
  GtkTextIter edge;
  GdkRectangle here;
  GdkRectangle there;

  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  if (first)
    gtk_text_buffer_get_start_iter (buffer, &edge);
  else
    gtk_text_buffer_get_end_iter (buffer, &edge);
  gtk_text_view_get_iter_location (self->view, &at, &here);
  gtk_text_view_get_iter_location (self->view, &edge, &there);

  return here.y == there.y;
}

static gboolean
flashed_cb (gpointer user_data)
{
  PlnNoteRow *self = user_data;

  self->flash_id = 0;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "pln-note-new");

  return G_SOURCE_REMOVE;
}

/**
 * pln_note_row_flash:
 * @self: a row
 *
 * Tints it for a moment, as it came from elsewhere.
 */
void
pln_note_row_flash (PlnNoteRow *self)
{
  g_clear_handle_id (&self->flash_id, g_source_remove);
  gtk_widget_add_css_class (GTK_WIDGET (self), "pln-note-new");
  self->flash_id = g_timeout_add (FLASH, flashed_cb, self);
}
