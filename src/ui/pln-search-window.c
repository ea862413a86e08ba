/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-search-window.h"

#include "pln-config.h"
#include "pln-str.h"
#include "pln-wishes.h"

#include <glib/gi18n.h>

/**
 * PlnSearchWindow:
 *
 * Search over the whole library: words at the top, what has them below. The
 * entry keeps the focus; arrows choose, Enter opens.
 */
struct _PlnSearchWindow
{
  AdwWindow          parent_instance;

  gboolean           has_sample;

  GtkSearchEntry    *entry;
  GtkStack          *stack;
  GtkLabel          *words;
  GtkScrolledWindow *scroller;
  GtkListBox        *list;
};

G_DEFINE_FINAL_TYPE (PlnSearchWindow, pln_search_window, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a kind of thing looks like and is called. */
static const struct
{
  const char *kind;
  const char *icon;
  const char *word;
} kinds[] = {
  { "gathering", "pln-calendar-symbolic", N_("Gathering") },
  { "session", "pln-clock-symbolic", N_("Session") },
  { "person", "avatar-default-symbolic", N_("Person") },
  { "note", "pln-report-symbolic", N_("Note") },
};

static guint
kind_of (PlnHit *hit)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (pln_hit_get_kind (hit), kinds[i].kind))
      return i;

  return G_N_ELEMENTS (kinds);
}

/* An event that is no gathering has no view to be opened in. */
static gboolean
can_open (PlnHit *hit)
{
  return kind_of (hit) < G_N_ELEMENTS (kinds)
         && (pln_hit_get_gathering (hit)[0] != '\0' || g_str_equal (pln_hit_get_kind (hit), "gathering"));
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  g_autofree char *line = pln_str_one_line (text);
  GtkWidget *label = gtk_label_new (line);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_row (PlnHit *hit)
{
  const char *word = _(kinds[kind_of (hit)].word);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *icon = gtk_image_new_from_icon_name (kinds[kind_of (hit)].icon);
  GtkWidget *detail = make_label (pln_hit_get_detail (hit), "caption");
  g_autofree char *name = g_strdup_printf (_("%s: %s, %s"), word, pln_hit_get_title (hit), pln_hit_get_detail (hit));

  gtk_widget_add_css_class (icon, "pln-dim");
  gtk_widget_set_tooltip_text (icon, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  gtk_box_append (GTK_BOX (line), icon);
  gtk_widget_add_css_class (detail, "pln-dim");
  gtk_box_append (GTK_BOX (texts), make_label (pln_hit_get_title (hit), "body"));
  gtk_box_append (GTK_BOX (texts), detail);
  gtk_widget_set_visible (detail, pln_hit_get_detail (hit)[0] != '\0');
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (line), texts);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "hit", g_object_ref (hit), g_object_unref);

  return row;
}

static void
remove_rows (PlnSearchWindow *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
show_words (PlnSearchWindow *self,
            const char      *words)
{
  remove_rows (self);
  gtk_label_set_label (self->words, words);
  gtk_stack_set_visible_child_name (self->stack, "words");
}

static void
search_changed_cb (PlnSearchWindow *self)
{
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (text[0] == '\0')
    show_words (self, _("Finds gatherings, sessions and people by all that is known of them"));
  else
    PLN_WISHES_GET_IFACE (wishes)->search (wishes, text);
}

static void
row_activated_cb (PlnSearchWindow *self,
                  GtkListBoxRow   *row)
{
  g_autoptr(PlnHit) hit = g_object_ref (g_object_get_data (G_OBJECT (row), "hit"));

  g_signal_emit (self, signals[SIGNAL_OPEN], 0, hit);
  gtk_window_close (GTK_WINDOW (self));
}

static void
entry_activate_cb (PlnSearchWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    row_activated_cb (self, row);
}

/* Keeps the chosen row in sight while the focus stays in the entry. */
static void
scroll_to (PlnSearchWindow *self,
           GtkListBoxRow   *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t place;

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &place))
    gtk_adjustment_clamp_page (adjustment, place.origin.y, place.origin.y + place.size.height);
}

static gboolean
key_pressed_cb (PlnSearchWindow *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  modifiers)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int step = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down ? 1
             : keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up ? -1
             : 0;

  if (step == 0 || modifiers & GDK_MODIFIER_MASK & ~GDK_LOCK_MASK || row == NULL)
    return GDK_EVENT_PROPAGATE;

  row = gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (row) + step);
  if (row != NULL)
    {
      gtk_list_box_select_row (self->list, row);
      scroll_to (self, row);
    }

  return GDK_EVENT_STOP;
}

static void
pln_search_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLN_TYPE_SEARCH_WINDOW);

  G_OBJECT_CLASS (pln_search_window_parent_class)->dispose (object);
}

static void
pln_search_window_class_init (PlnSearchWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_search_window_dispose;

  /**
   * PlnSearchWindow::open:
   * @self: the window
   * @hit: what the user wants to see
   */
  signals[SIGNAL_OPEN] =
    g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, PLN_TYPE_HIT);

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-search-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnSearchWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, PlnSearchWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PlnSearchWindow, words);
  gtk_widget_class_bind_template_child (widget_class, PlnSearchWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlnSearchWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pln_search_window_init (PlnSearchWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * pln_search_window_new:
 * @parent: the window it searches for, which offers the wishes
 * @has_sample: whether there are examples, which no search finds
 *
 * Returns: (transfer none): a search, not presented yet
 */
GtkWindow *
pln_search_window_new (GtkWindow *parent,
                       gboolean   has_sample)
{
  PlnSearchWindow *self = g_object_new (PLN_TYPE_SEARCH_WINDOW, "transient-for", parent, NULL);

  self->has_sample = has_sample;

  return GTK_WINDOW (self);
}

/**
 * pln_search_window_show_hits:
 * @self: a search
 * @text: what was searched for
 * @hits: (element-type PlnHit): what was found, the best first
 *
 * Shows what was found, unless something else has been typed meanwhile.
 */
void
pln_search_window_show_hits (PlnSearchWindow *self,
                             const char      *text,
                             GPtrArray       *hits)
{
  g_autofree char *typed = NULL;
  g_autofree char *none = NULL;

  g_return_if_fail (PLN_IS_SEARCH_WINDOW (self));

  typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  if (!g_str_equal (typed, text))
    return;

  remove_rows (self);
  for (guint i = 0; i < hits->len; i++)
    if (can_open (hits->pdata[i]))
      gtk_list_box_append (self->list, make_row (hits->pdata[i]));

  if (gtk_list_box_get_row_at_index (self->list, 0) == NULL)
    {
      none = g_strdup_printf (self->has_sample ? _("Nothing is known of “%s”. The sample is left out.")
                              : _("Nothing is known of “%s”"), text);
      show_words (self, none);
      return;
    }

  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_stack_set_visible_child_name (self->stack, "hits");
}
