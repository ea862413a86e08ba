/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-attendee-list.h"

#include "pln-attendee.h"

/* With more changes at once than this, all are looked at anew. */
#define MOST_SINGLE 32

/* Ahead of GTK_PRIORITY_RESIZE: the next frame shows it. */
#define BEFORE_FRAME (G_PRIORITY_HIGH_IDLE + 5)

/**
 * PlnAttendeeList:
 *
 * The attendees of a gathering, as a list that also announces when one of
 * them changed. The filter and the order above it then look at this one again
 * and at no other.
 *
 * Changes are collected until the main loop is idle: an answer that is set
 * for a hundred people is one announcement.
 */
struct _PlnAttendeeList
{
  GObject     parent_instance;

  GListModel *model;
  GPtrArray  *watched; /* what is in the model, in its order */
  GHashTable *changed; /* set of attendees; NULL while there is none */
  guint       source;
};

static void pln_attendee_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlnAttendeeList, pln_attendee_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, pln_attendee_list_model_init))

static GType
pln_attendee_list_get_item_type (GListModel *list)
{
  return PLN_TYPE_ATTENDEE;
}

static guint
pln_attendee_list_get_n_items (GListModel *list)
{
  return PLN_ATTENDEE_LIST (list)->watched->len;
}

static gpointer
pln_attendee_list_get_item (GListModel *list,
                            guint       position)
{
  PlnAttendeeList *self = PLN_ATTENDEE_LIST (list);

  return position < self->watched->len ? g_object_ref (g_ptr_array_index (self->watched, position)) : NULL;
}

static void
pln_attendee_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = pln_attendee_list_get_item_type;
  iface->get_n_items = pln_attendee_list_get_n_items;
  iface->get_item = pln_attendee_list_get_item;
}

static gboolean
announce_cb (gpointer user_data)
{
  PlnAttendeeList *self = user_data;
  g_autoptr(GHashTable) changed = g_steal_pointer (&self->changed);
  guint n = self->watched->len;

  self->source = 0;
  if (g_hash_table_size (changed) > MOST_SINGLE)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), 0, n, n);
      return G_SOURCE_REMOVE;
    }

  for (guint i = 0; i < self->watched->len && g_hash_table_size (changed) > 0; i++)
    if (g_hash_table_remove (changed, g_ptr_array_index (self->watched, i)))
      g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 1);

  return G_SOURCE_REMOVE;
}

static void
attendee_notify_cb (PlnAttendee     *attendee,
                    GParamSpec      *pspec,
                    PlnAttendeeList *self)
{
  if (self->changed == NULL)
    {
      self->changed = g_hash_table_new (NULL, NULL);
      self->source = g_idle_add_full (BEFORE_FRAME, announce_cb, self, NULL);
    }
  g_hash_table_add (self->changed, attendee);
}

static void
watch (PlnAttendeeList *self,
       PlnAttendee     *attendee)
{
  g_signal_connect (attendee, "notify", G_CALLBACK (attendee_notify_cb), self);
}

static void
unwatch (PlnAttendeeList *self,
         PlnAttendee     *attendee)
{
  g_signal_handlers_disconnect_by_func (attendee, attendee_notify_cb, self);
  if (self->changed != NULL)
    g_hash_table_remove (self->changed, attendee);
}

static void
model_changed_cb (PlnAttendeeList *self,
                  guint            position,
                  guint            removed,
                  guint            added,
                  GListModel      *model)
{
  g_autoptr(GPtrArray) watched = g_ptr_array_new_full (self->watched->len - removed + added, g_object_unref);

  for (guint i = position; i < position + removed; i++)
    unwatch (self, g_ptr_array_index (self->watched, i));

  for (guint i = 0; i < position; i++)
    g_ptr_array_add (watched, g_object_ref (g_ptr_array_index (self->watched, i)));
  for (guint i = position; i < position + added; i++)
    {
      g_ptr_array_add (watched, g_list_model_get_item (model, i));
      watch (self, g_ptr_array_index (watched, i));
    }
  for (guint i = position + removed; i < self->watched->len; i++)
    g_ptr_array_add (watched, g_object_ref (g_ptr_array_index (self->watched, i)));

  g_ptr_array_unref (self->watched);
  self->watched = g_steal_pointer (&watched);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
pln_attendee_list_dispose (GObject *object)
{
  PlnAttendeeList *self = PLN_ATTENDEE_LIST (object);

  pln_attendee_list_set_model (self, NULL);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->changed, g_hash_table_unref);

  G_OBJECT_CLASS (pln_attendee_list_parent_class)->dispose (object);
}

static void
pln_attendee_list_finalize (GObject *object)
{
  g_ptr_array_unref (PLN_ATTENDEE_LIST (object)->watched);

  G_OBJECT_CLASS (pln_attendee_list_parent_class)->finalize (object);
}

static void
pln_attendee_list_class_init (PlnAttendeeListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = pln_attendee_list_dispose;
  object_class->finalize = pln_attendee_list_finalize;
}

static void
pln_attendee_list_init (PlnAttendeeList *self)
{
  self->watched = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * pln_attendee_list_new:
 *
 * Returns: (transfer full): an empty list
 */
PlnAttendeeList *
pln_attendee_list_new (void)
{
  return g_object_new (PLN_TYPE_ATTENDEE_LIST, NULL);
}

/**
 * pln_attendee_list_set_model:
 * @self: a list
 * @model: (nullable): a list of [class@Attendee] to follow
 */
void
pln_attendee_list_set_model (PlnAttendeeList *self,
                             GListModel      *model)
{
  guint before;

  g_return_if_fail (PLN_IS_ATTENDEE_LIST (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));

  if (self->model == model)
    return;

  before = self->watched->len;
  for (guint i = 0; i < before; i++)
    unwatch (self, g_ptr_array_index (self->watched, i));
  g_ptr_array_set_size (self->watched, 0);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, model_changed_cb, self);
  g_set_object (&self->model, model);

  if (model != NULL)
    {
      g_signal_connect_swapped (model, "items-changed", G_CALLBACK (model_changed_cb), self);
      for (guint i = 0; i < g_list_model_get_n_items (model); i++)
        {
          g_ptr_array_add (self->watched, g_list_model_get_item (model, i));
          watch (self, g_ptr_array_index (self->watched, i));
        }
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->watched->len);
}
