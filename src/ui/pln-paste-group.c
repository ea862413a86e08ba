/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-paste-group.h"

#include "pln-config.h"

#include <glib/gi18n.h>

/**
 * PlnPasteGroup:
 *
 * The lines of a pasted list that are in one state, and the head above them,
 * which is there only if there are any.
 */
struct _PlnPasteGroup
{
  GObject             parent_instance;

  PlnLineState        state;
  GtkFilter          *filter;
  GtkFilterListModel *lines;
  GListStore         *head; /* the group itself, or nothing */
};

G_DEFINE_FINAL_TYPE (PlnPasteGroup, pln_paste_group, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static gboolean
is_in_state (gpointer item,
             gpointer user_data)
{
  return pln_person_line_get_state (item) == (PlnLineState) GPOINTER_TO_INT (user_data);
}

static void
lines_changed_cb (PlnPasteGroup *self)
{
  gboolean wanted = g_list_model_get_n_items (G_LIST_MODEL (self->lines)) > 0;
  gboolean there = g_list_model_get_n_items (G_LIST_MODEL (self->head)) > 0;

  if (wanted && !there)
    g_list_store_append (self->head, self);
  else if (there && !wanted)
    g_list_store_remove_all (self->head);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

static void
pln_paste_group_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  g_assert (prop_id == PROP_TITLE);
  g_value_take_string (value, pln_paste_group_title (PLN_PASTE_GROUP (object)));
}

static void
pln_paste_group_finalize (GObject *object)
{
  PlnPasteGroup *self = PLN_PASTE_GROUP (object);

  g_object_unref (self->lines);
  g_object_unref (self->filter);
  g_object_unref (self->head);

  G_OBJECT_CLASS (pln_paste_group_parent_class)->finalize (object);
}

static void
pln_paste_group_class_init (PlnPasteGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_paste_group_get_property;
  object_class->finalize = pln_paste_group_finalize;

  /**
   * PlnPasteGroup:title:
   *
   * How many lines of which kind these are.
   */
  props[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_paste_group_init (PlnPasteGroup *self)
{
  self->head = g_list_store_new (G_TYPE_OBJECT);
}

/**
 * pln_paste_group_new:
 * @lines: a list of [class@PersonLine]
 * @state: which of them belong to the group
 *
 * Returns: (transfer full): a group
 */
PlnPasteGroup *
pln_paste_group_new (GListModel   *lines,
                     PlnLineState  state)
{
  PlnPasteGroup *self = g_object_new (PLN_TYPE_PASTE_GROUP, NULL);

  self->state = state;
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_in_state, GINT_TO_POINTER ((int) state), NULL));
  self->lines = gtk_filter_list_model_new (g_object_ref (lines), g_object_ref (self->filter));
  /* After the list that joins heads and lines has heard of it. */
  g_signal_connect_object (self->lines, "items-changed", G_CALLBACK (lines_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  lines_changed_cb (self);

  return self;
}

/**
 * pln_paste_group_get_state:
 * @self: a group
 *
 * Returns: the state of its lines
 */
PlnLineState
pln_paste_group_get_state (PlnPasteGroup *self)
{
  g_return_val_if_fail (PLN_IS_PASTE_GROUP (self), PLN_LINE_UNREADABLE);

  return self->state;
}

/**
 * pln_paste_group_get_head:
 * @self: a group
 *
 * Returns: (transfer none): a list of the group itself, or of nothing
 */
GListModel *
pln_paste_group_get_head (PlnPasteGroup *self)
{
  g_return_val_if_fail (PLN_IS_PASTE_GROUP (self), NULL);

  return G_LIST_MODEL (self->head);
}

/**
 * pln_paste_group_get_lines:
 * @self: a group
 *
 * Returns: (transfer none): its lines
 */
GListModel *
pln_paste_group_get_lines (PlnPasteGroup *self)
{
  g_return_val_if_fail (PLN_IS_PASTE_GROUP (self), NULL);

  return G_LIST_MODEL (self->lines);
}

/**
 * pln_paste_group_title:
 * @self: a group
 *
 * Returns: (transfer full): how many lines of which kind these are: "38 new"
 */
char *
pln_paste_group_title (PlnPasteGroup *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));

  switch (self->state)
    {
    case PLN_LINE_NEW:
      return g_strdup_printf (ngettext ("%u new", "%u new", n), n);
    case PLN_LINE_TWICE:
      return g_strdup_printf (ngettext ("%u stands here twice", "%u stand here twice", n), n);
    case PLN_LINE_ALREADY:
      return g_strdup_printf (ngettext ("%u already on the list", "%u already on the list", n), n);
    case PLN_LINE_UNREADABLE:
    default:
      return g_strdup_printf (ngettext ("%u could not be read", "%u could not be read", n), n);
    }
}

/**
 * pln_paste_group_refilter:
 * @self: a group
 *
 * Looks again at which lines belong to it.
 */
void
pln_paste_group_refilter (PlnPasteGroup *self)
{
  g_return_if_fail (PLN_IS_PASTE_GROUP (self));

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}
