/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-read.h"

#include <glib/gi18n.h>

static gboolean
give_value (PlnMixReader *self,
            guint         person,
            const char   *attribute,
            JsonNode     *node)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->attributes, attribute));
  const char *text;
  g_autofree char *key = NULL;
  guint value;

  if (!pln_mix_read_text (self, node, attribute, &text))
    return FALSE;
  key = g_strdup_printf ("%u %s", number, text);
  value = GPOINTER_TO_UINT (g_hash_table_lookup (self->values, key));
  if (value == 0)
    {
      value = pln_mix_instance_add_value (self->file->instance, number - 1) + 1;
      g_hash_table_insert (self->values, g_steal_pointer (&key), GUINT_TO_POINTER (value));
    }
  if (value > G_MAXUINT16)
    return pln_mix_read_refuse (self, _("there are too many values of “%s”"), attribute);
  pln_mix_instance_give_value (self->file->instance, person, value - 1);

  return TRUE;
}

static gboolean
read_attributes (PlnMixReader *self,
                 JsonObject   *object,
                 guint         person)
{
  JsonNode *node = json_object_get_member (object, "attrs");
  JsonObjectIter iter;
  const char *name;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return pln_mix_read_refuse (self, _("“%s” of a person is not an object"), "attrs");

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &node))
    {
      JsonArray *list;

      if (!g_hash_table_contains (self->attributes, name) || JSON_NODE_HOLDS_NULL (node))
        continue;
      if (!JSON_NODE_HOLDS_ARRAY (node))
        {
          if (!give_value (self, person, name, node))
            return FALSE;
          continue;
        }
      list = json_node_get_array (node);
      if (pln_mix_read_length (list) > PLN_MIX_READ_MOST)
        return pln_mix_read_refuse (self, _("a person has too many of “%s”"), name);
      for (guint i = 0; i < pln_mix_read_length (list); i++)
        if (!give_value (self, person, name, json_array_get_element (list, i)))
          return FALSE;
    }

  return TRUE;
}

static gboolean
read_roles (PlnMixReader *self,
            JsonObject   *object,
            guint         person)
{
  JsonArray *roles;
  const char *role;

  if (!pln_mix_read_list (self, object, "roles", &roles))
    return FALSE;
  if (pln_mix_read_length (roles) > PLN_MIX_READ_MOST)
    return pln_mix_read_refuse (self, _("a person has too many of “%s”"), "roles");
  for (guint i = 0; i < pln_mix_read_length (roles); i++)
    {
      if (!pln_mix_read_text (self, json_array_get_element (roles, i), "role", &role))
        return FALSE;
      if (g_hash_table_contains (self->roles, role)) /* that any group needs */
        pln_mix_instance_give_role (self->file->instance, person, pln_mix_read_number_of (self->roles, role));
    }

  return TRUE;
}

static gboolean
read_prefers (PlnMixReader *self,
              JsonObject   *object,
              guint         person)
{
  JsonArray *topics;
  guint wanted[PLN_MIX_READ_MOST];
  const char *topic;

  if (!pln_mix_read_list (self, object, "prefers", &topics))
    return FALSE;
  if (pln_mix_read_length (topics) > PLN_MIX_READ_MOST)
    return pln_mix_read_refuse (self, _("a person has too many of “%s”"), "prefers");
  for (guint i = 0; i < pln_mix_read_length (topics); i++)
    {
      if (!pln_mix_read_text (self, json_array_get_element (topics, i), "topic", &topic))
        return FALSE;
      wanted[i] = pln_mix_read_number_of (self->topics, topic);
      for (guint j = 0; j < i; j++)
        if (wanted[j] == wanted[i])
          return pln_mix_read_refuse (self, _("a person prefers “%s” twice"), topic);
    }
  pln_mix_instance_set_prefers (self->file->instance, person, wanted, pln_mix_read_length (topics));

  return TRUE;
}

/**
 * pln_mix_read_people:
 * @self: the reader; attributes, groups and the roles they need are known
 * @people: the list of people
 *
 * Returns: %FALSE if one of them is not as it must be
 */
gboolean
pln_mix_read_people (PlnMixReader *self,
                     JsonArray    *people)
{
  for (guint person = 0; person < pln_mix_read_length (people); person++)
    {
      JsonObject *object;
      const char *id;
      guint64 rounds;

      if (!pln_mix_read_object (self, people, person, "people", &object)
          || !pln_mix_read_text (self, json_object_get_member (object, "id"), "id", &id))
        return FALSE;
      if (g_hash_table_contains (self->people, id))
        return pln_mix_read_refuse (self, _("two people are called “%s”"), id);
      g_hash_table_insert (self->people, g_strdup (id), GUINT_TO_POINTER (person + 1));
      g_ptr_array_add (self->file->people, g_strdup (id));
      if (!pln_mix_read_rounds (self, object, "present", &rounds))
        return FALSE;
      pln_mix_instance_set_presence (self->file->instance, person, rounds);
      if (!read_attributes (self, object, person) || !read_roles (self, object, person)
          || !read_prefers (self, object, person))
        return FALSE;
    }

  return TRUE;
}
