/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-file.h"

#include "pln-json-flaw.h"
#include "pln-mix-read.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_BYTES  (64 * 1024 * 1024)
#define MOST_NESTED 32

static GHashTable *
names_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static gboolean
read_needs (PlnMixReader *self,
            JsonObject   *object,
            guint         round,
            guint         group)
{
  JsonNode *node = json_object_get_member (object, "roles");
  JsonObject *roles;
  JsonObjectIter iter;
  const char *role;
  guint need;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return pln_mix_read_refuse (self, _("“%s” of a group is not an object"), "roles");

  roles = json_node_get_object (node);
  if (json_object_get_size (roles) > PLN_MIX_READ_MOST)
    return pln_mix_read_refuse (self, _("a group has too many of “%s”"), "roles");
  json_object_iter_init (&iter, roles);
  while (json_object_iter_next (&iter, &role, &node))
    {
      if (!pln_mix_read_number (self, node, role, PLN_MIX_MAX_PEOPLE, &need))
        return FALSE;
      pln_mix_instance_need_role (self->file->instance, round, group, pln_mix_read_number_of (self->roles, role), need);
    }

  return TRUE;
}

static gboolean
read_group (PlnMixReader *self,
            JsonObject   *object,
            guint         round)
{
  GHashTable *names = g_ptr_array_index (self->groups, round);
  JsonNode *topic_node = json_object_get_member (object, "topic");
  const char *id;
  const char *topic_name;
  guint min = 0;
  guint max = PLN_MIX_MAX_PEOPLE;
  guint topic = PLN_MIX_NO_TOPIC;
  guint group;

  if (!pln_mix_read_text (self, json_object_get_member (object, "id"), "id", &id))
    return FALSE;
  if (json_object_has_member (object, "min")
      && !pln_mix_read_number (self, json_object_get_member (object, "min"), "min", PLN_MIX_MAX_PEOPLE, &min))
    return FALSE;
  if (json_object_has_member (object, "max")
      && !pln_mix_read_number (self, json_object_get_member (object, "max"), "max", G_MAXINT, &max))
    return FALSE;
  if (topic_node != NULL && !JSON_NODE_HOLDS_NULL (topic_node))
    {
      if (!pln_mix_read_text (self, topic_node, "topic", &topic_name))
        return FALSE;
      topic = pln_mix_read_number_of (self->topics, topic_name);
    }

  if (g_hash_table_contains (names, id))
    return pln_mix_read_refuse (self, _("two groups of round %u are called “%s”"), round + 1, id);
  group = pln_mix_instance_add_group (self->file->instance, round, min, MIN (max, PLN_MIX_MAX_PEOPLE), topic);
  g_hash_table_insert (names, g_strdup (id), GUINT_TO_POINTER (group + 1));
  g_ptr_array_add (g_ptr_array_index (self->file->groups, round), g_strdup (id));

  return read_needs (self, object, round, group);
}

static gboolean
read_all_groups (PlnMixReader *self,
                 JsonArray    *rounds)
{
  for (guint round = 0; round < self->n_rounds; round++)
    {
      JsonObject *object;
      JsonArray *groups;

      g_ptr_array_add (self->groups, names_new ());
      g_ptr_array_add (self->file->groups, g_ptr_array_new_with_free_func (g_free));
      if (!pln_mix_read_object (self, rounds, round, "rounds", &object) || !pln_mix_read_list (self, object, "groups", &groups))
        return FALSE;
      if (pln_mix_read_length (groups) > PLN_MIX_MAX_GROUPS)
        return pln_mix_read_refuse (self, _("round %u has more than %u groups"), round + 1, PLN_MIX_MAX_GROUPS);
      for (guint i = 0; i < pln_mix_read_length (groups); i++)
        if (!pln_mix_read_object (self, groups, i, "groups", &object) || !read_group (self, object, round))
          return FALSE;
    }

  return TRUE;
}

static gboolean
read_mix (PlnMixReader *self,
          JsonObject   *root)
{
  JsonArray *mix;

  if (!pln_mix_read_list (self, root, "mix", &mix))
    return FALSE;
  for (guint i = 0; i < pln_mix_read_length (mix); i++)
    {
      JsonObject *object;
      const char *name;
      guint weight = 2;
      guint attribute;

      if (!pln_mix_read_object (self, mix, i, "mix", &object)
          || !pln_mix_read_text (self, json_object_get_member (object, "attr"), "attr", &name))
        return FALSE;
      if (json_object_has_member (object, "weight")
          && !pln_mix_read_number (self, json_object_get_member (object, "weight"), "weight", PLN_MIX_MAX_WEIGHT, &weight))
        return FALSE;
      if (g_hash_table_contains (self->attributes, name))
        return pln_mix_read_refuse (self, _("“%s” is to be mixed twice"), name);
      attribute = pln_mix_instance_add_attribute (self->file->instance, weight);
      g_hash_table_insert (self->attributes, g_strdup (name), GUINT_TO_POINTER (attribute + 1));
    }

  return TRUE;
}

static gboolean
read_rules (PlnMixReader *self,
            JsonObject   *root,
            const char   *key,
            void      (*add) (PlnMixInstance *, const guint *, guint, guint64))
{
  JsonArray *rules;

  if (!pln_mix_read_list (self, root, key, &rules))
    return FALSE;
  for (guint i = 0; i < pln_mix_read_length (rules); i++)
    {
      g_autofree guint *members = NULL;
      JsonObject *object;
      JsonArray *people;
      guint64 rounds;

      if (!pln_mix_read_object (self, rules, i, key, &object) || !pln_mix_read_list (self, object, "people", &people)
          || !pln_mix_read_rounds (self, object, "rounds", &rounds))
        return FALSE;
      members = g_new (guint, pln_mix_read_length (people) + 1);
      for (guint j = 0; j < pln_mix_read_length (people); j++)
        if (!pln_mix_read_person (self, json_array_get_element (people, j), &members[j]))
          return FALSE;
      add (self->file->instance, members, pln_mix_read_length (people), rounds);
    }

  return TRUE;
}

static gboolean
read_fixed (PlnMixReader *self,
            JsonObject   *root)
{
  JsonArray *fixed;

  if (!pln_mix_read_list (self, root, "fixed", &fixed))
    return FALSE;
  for (guint i = 0; i < pln_mix_read_length (fixed); i++)
    {
      JsonObject *object;
      const char *id;
      guint person;
      guint round;
      guint group;

      if (!pln_mix_read_object (self, fixed, i, "fixed", &object)
          || !pln_mix_read_person (self, json_object_get_member (object, "person"), &person)
          || !pln_mix_read_round (self, json_object_get_member (object, "round"), &round)
          || !pln_mix_read_text (self, json_object_get_member (object, "group"), "group", &id))
        return FALSE;
      group = GPOINTER_TO_UINT (g_hash_table_lookup (g_ptr_array_index (self->groups, round), id));
      if (group == 0)
        return pln_mix_read_refuse (self, _("there is no group “%s” in round %u"), id, round + 1);
      pln_mix_instance_add_fixed (self->file->instance, person, round, group - 1);
    }

  return TRUE;
}

static gboolean
read_past (PlnMixReader *self,
           JsonObject   *root)
{
  JsonArray *past;

  if (!pln_mix_read_list (self, root, "past", &past))
    return FALSE;
  for (guint i = 0; i < pln_mix_read_length (past); i++)
    {
      JsonNode *node = json_array_get_element (past, i);
      JsonArray *meeting = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
      guint a;
      guint b;
      guint times;

      if (pln_mix_read_length (meeting) != 3)
        return pln_mix_read_refuse (self, _("entry %u of “%s” is not two people and a number"), i + 1, "past");
      if (!pln_mix_read_person (self, json_array_get_element (meeting, 0), &a)
          || !pln_mix_read_person (self, json_array_get_element (meeting, 1), &b)
          || !pln_mix_read_number (self, json_array_get_element (meeting, 2), "past", G_MAXINT, &times))
        return FALSE;
      if (a != b)
        pln_mix_instance_add_past (self->file->instance, a, b, times);
    }

  return TRUE;
}

/* Who is no longer there, and groups that are no longer, may still be named. */
static gboolean
read_previous_group (PlnMixReader *self,
                     guint         round,
                     const char   *id,
                     JsonNode     *node)
{
  guint group = GPOINTER_TO_UINT (g_hash_table_lookup (g_ptr_array_index (self->groups, round), id));
  JsonArray *names = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  const char *name;

  if (names == NULL)
    return pln_mix_read_refuse (self, _("“%s” is not a list"), id);
  for (guint i = 0; i < pln_mix_read_length (names); i++)
    {
      guint person;

      if (!pln_mix_read_text (self, json_array_get_element (names, i), id, &name))
        return FALSE;
      person = GPOINTER_TO_UINT (g_hash_table_lookup (self->people, name));
      if (person != 0)
        pln_mix_instance_set_previous (self->file->instance, round, person - 1,
                                       group != 0 ? group - 1 : PLN_MIX_GONE);
    }

  return TRUE;
}

static gboolean
read_previous (PlnMixReader *self,
               JsonObject   *root)
{
  JsonArray *previous;

  if (!pln_mix_read_list (self, root, "previous", &previous))
    return FALSE;
  if (previous != NULL && pln_mix_read_length (previous) > 0 && pln_mix_read_length (previous) < self->n_rounds)
    return pln_mix_read_refuse (self, _("“%s” does not have all rounds"), "previous");
  for (guint round = 0; round < MIN (pln_mix_read_length (previous), self->n_rounds); round++)
    {
      JsonObject *object;
      JsonObjectIter iter;
      const char *id;
      JsonNode *node;

      if (!pln_mix_read_object (self, previous, round, "previous", &object))
        return FALSE;
      json_object_iter_init (&iter, object);
      while (json_object_iter_next (&iter, &id, &node))
        if (!read_previous_group (self, round, id, node))
          return FALSE;
    }

  return TRUE;
}

static gboolean
read_frozen (PlnMixReader *self,
             JsonObject   *root)
{
  guint64 rounds;

  if (!json_object_has_member (root, "frozen_rounds"))
    return TRUE;
  if (!pln_mix_read_rounds (self, root, "frozen_rounds", &rounds))
    return FALSE;
  for (guint round = 0; round < self->n_rounds; round++)
    if ((rounds >> round) & 1)
      pln_mix_instance_freeze (self->file->instance, round);

  return TRUE;
}

static gboolean
read_weights (PlnMixReader *self,
              JsonObject   *root)
{
  static const char *const names[] = { "role", "repeat", "third", "past", "pref", "change" };
  JsonNode *node = json_object_get_member (root, "weights");
  JsonObject *weights;
  guint value;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return pln_mix_read_refuse (self, _("“%s” is not an object"), "weights");
  weights = json_node_get_object (node);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (!json_object_has_member (weights, names[i]))
        continue;
      if (!pln_mix_read_number (self, json_object_get_member (weights, names[i]), names[i], PLN_MIX_MAX_WEIGHT, &value))
        return FALSE;
      pln_mix_instance_set_weight (self->file->instance, i, value);
    }

  return TRUE;
}

static gboolean
read_root (PlnMixReader *self,
           JsonObject   *root)
{
  JsonNode *format = json_object_get_member (root, "format");
  JsonArray *people;
  JsonArray *rounds;
  const char *text;

  if (!pln_mix_read_text (self, format, "format", &text))
    return FALSE;
  if (!g_str_equal (text, "mixing-1"))
    return pln_mix_read_refuse (self, _("its format is “%s”, not “mixing-1”"), text);
  if (!pln_mix_read_list (self, root, "people", &people) || !pln_mix_read_list (self, root, "rounds", &rounds))
    return FALSE;
  self->n_rounds = pln_mix_read_length (rounds);
  if (pln_mix_read_length (people) < 1 || pln_mix_read_length (people) > PLN_MIX_MAX_PEOPLE)
    return pln_mix_read_refuse (self, _("there must be 1 to %u people"), PLN_MIX_MAX_PEOPLE);
  if (self->n_rounds < 1 || self->n_rounds > PLN_MIX_MAX_ROUNDS)
    return pln_mix_read_refuse (self, _("there must be 1 to %u rounds"), PLN_MIX_MAX_ROUNDS);

  self->file->instance = pln_mix_instance_new (pln_mix_read_length (people), self->n_rounds);

  return read_weights (self, root) && read_mix (self, root) && read_all_groups (self, rounds)
         && pln_mix_read_people (self, people)
         && read_rules (self, root, "together", pln_mix_instance_add_together)
         && read_rules (self, root, "apart", pln_mix_instance_add_apart)
         && read_fixed (self, root) && read_past (self, root)
         && read_previous (self, root) && read_frozen (self, root)
         && pln_mix_instance_check (self->file->instance, self->error);
}

/**
 * pln_mix_file_read:
 * @text: (array length=length): what the file says, UTF-8
 * @length: its size, in bytes
 * @error: return location for a [error@ExchangeError] or [error@MixError]
 *
 * Reads a question for the mixer.
 *
 * Returns: (transfer full): the question, checked; free with
 *   pln_mix_file_free(); or %NULL
 */
PlnMixFile *
pln_mix_file_read (const char  *text,
                   gsize        length,
                   GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(PlnMixFile) file = g_new0 (PlnMixFile, 1);
  g_autoptr(GHashTable) people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  g_autoptr(GHashTable) roles = names_new ();
  g_autoptr(GHashTable) topics = names_new ();
  g_autoptr(GHashTable) attributes = names_new ();
  g_autoptr(GHashTable) values = names_new ();
  g_autoptr(GError) wrong = NULL;
  PlnMixReader reader = { file, people, groups, roles, topics, attributes, values, 0, error };
  JsonNode *root;

  file->people = g_ptr_array_new_with_free_func (g_free);
  file->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  if (length > MOST_BYTES || pln_json_find_flaw (text, length, MOST_NESTED, NULL) == PLN_JSON_DEEP)
    {
      pln_mix_read_refuse (&reader, "%s", _("it is too large"));
      return NULL;
    }
  if (!json_parser_load_from_data (parser, length > 0 ? text : "", (gssize) length, &wrong)) /* none is NULL */
    {
      pln_mix_read_refuse (&reader, "%s", wrong->message);
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      pln_mix_read_refuse (&reader, "%s", _("it is not a JSON object"));
      return NULL;
    }

  return read_root (&reader, json_node_get_object (root)) ? g_steal_pointer (&file) : NULL;
}

/**
 * pln_mix_file_free:
 * @self: (transfer full): a question
 *
 * Frees a question.
 */
void
pln_mix_file_free (PlnMixFile *self)
{
  g_clear_pointer (&self->instance, pln_mix_instance_free);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

static void
write_group (const PlnMixFile *self,
             const PlnMixPlan *plan,
             guint             round,
             guint             group,
             JsonBuilder      *builder)
{
  const GPtrArray *names = g_ptr_array_index (self->groups, round);

  json_builder_set_member_name (builder, g_ptr_array_index (names, group));
  json_builder_begin_array (builder);
  for (guint person = 0; person < self->people->len; person++)
    if (pln_mix_plan_get_group (plan, round, person) == group)
      json_builder_add_string_value (builder, g_ptr_array_index (self->people, person));
  json_builder_end_array (builder);
}

/**
 * pln_mix_file_write_plan:
 * @self: a question
 * @plan: the answer
 *
 * Returns: (transfer full): a JSON object: “schedule” has an object for each
 *   round, from groups to lists of people
 */
char *
pln_mix_file_write_plan (const PlnMixFile *self,
                         const PlnMixPlan *plan)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "schedule");
  json_builder_begin_array (builder);
  for (guint round = 0; round < self->groups->len; round++)
    {
      json_builder_begin_object (builder);
      for (guint group = 0; group < pln_mix_instance_get_n_groups (self->instance, round); group++)
        write_group (self, plan, round, group, builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);

  return json_generator_to_data (generator, NULL);
}
