/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-paste-group.h"

#include "pln-config.h"

#include <glib/gi18n.h>

/**
 * PlnPasteGroup:
 *
 * The head above the lines of a pasted list that are in one state.
 */
struct _PlnPasteGroup
{
  GObject       parent_instance;

  PlnLineState  state;
  guint         n_lines;
};

G_DEFINE_FINAL_TYPE (PlnPasteGroup, pln_paste_group, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

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
pln_paste_group_class_init (PlnPasteGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_paste_group_get_property;

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
}

/**
 * pln_paste_group_new:
 * @state: what its lines have in common
 *
 * Returns: (transfer full): a group without lines
 */
PlnPasteGroup *
pln_paste_group_new (PlnLineState state)
{
  PlnPasteGroup *self = g_object_new (PLN_TYPE_PASTE_GROUP, NULL);

  self->state = state;

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
 * pln_paste_group_set_n:
 * @self: a group
 * @n_lines: how many lines it has
 */
void
pln_paste_group_set_n (PlnPasteGroup *self,
                       guint          n_lines)
{
  g_return_if_fail (PLN_IS_PASTE_GROUP (self));

  if (self->n_lines == n_lines)
    return;

  self->n_lines = n_lines;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
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
  guint n;

  g_return_val_if_fail (PLN_IS_PASTE_GROUP (self), NULL);

  n = self->n_lines;
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
