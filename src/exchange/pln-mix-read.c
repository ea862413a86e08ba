/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-read.h"

#include "pln-exchange-error.h"

#include <glib/gi18n.h>

/**
 * pln_mix_read_refuse:
 * @self: the reader
 * @format: what is wrong, half a sentence
 * @...: its values
 *
 * Sets the error.
 *
 * Returns: %FALSE
 */
gboolean
pln_mix_read_refuse (PlnMixReader *self,
                     const char   *format,
                     ...)
{
  g_autofree char *what = NULL;
  va_list values;

  va_start (values, format);
  what = g_strdup_vprintf (format, values);
  va_end (values);
  g_set_error (self->error, PLN_EXCHANGE_ERROR, PLN_EXCHANGE_ERROR_UNREADABLE,
               _("This is not a question for the mixer that can be read: %s. Nothing was mixed."), what);

  return FALSE;
}

/**
 * pln_mix_read_list:
 * @self: the reader
 * @object: an object
 * @key: the key
 * @array: (out) (nullable): its list; %NULL if there is no such key
 *
 * Returns: %FALSE if it is something else
 */
gboolean
pln_mix_read_list (PlnMixReader  *self,
                   JsonObject    *object,
                   const char    *key,
                   JsonArray    **array)
{
  JsonNode *node = json_object_get_member (object, key);

  *array = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return pln_mix_read_refuse (self, _("“%s” is not a list"), key);
  *array = json_node_get_array (node);

  return TRUE;
}

/**
 * pln_mix_read_length:
 * @array: (nullable): a list
 *
 * Returns: how many entries it has
 */
guint
pln_mix_read_length (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

/**
 * pln_mix_read_object:
 * @self: the reader
 * @array: a list
 * @i: which entry
 * @what: the name of the list
 * @object: (out): the entry
 *
 * Returns: %FALSE if it is no object
 */
gboolean
pln_mix_read_object (PlnMixReader  *self,
                     JsonArray     *array,
                     guint          i,
                     const char    *what,
                     JsonObject   **object)
{
  JsonNode *node = json_array_get_element (array, i);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return pln_mix_read_refuse (self, _("entry %u of “%s” is not an object"), i + 1, what);
  *object = json_node_get_object (node);

  return TRUE;
}

/**
 * pln_mix_read_text:
 * @self: the reader
 * @node: (nullable): a value
 * @what: its name
 * @text: (out): the text
 *
 * Returns: %FALSE if it is no text
 */
gboolean
pln_mix_read_text (PlnMixReader  *self,
                   JsonNode      *node,
                   const char    *what,
                   const char   **text)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return pln_mix_read_refuse (self, _("“%s” is not a text"), what);
  *text = json_node_get_string (node);

  return TRUE;
}

/**
 * pln_mix_read_number:
 * @self: the reader
 * @node: (nullable): a value
 * @what: its name
 * @most: the greatest that it may be
 * @number: (out): the number
 *
 * Returns: %FALSE if it is no whole number from 0 to @most
 */
gboolean
pln_mix_read_number (PlnMixReader *self,
                     JsonNode     *node,
                     const char   *what,
                     guint         most,
                     guint        *number)
{
  gint64 value;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return pln_mix_read_refuse (self, _("“%s” is not a whole number"), what);
  value = json_node_get_int (node);
  if (value < 0 || value > most)
    return pln_mix_read_refuse (self, _("“%s” is not between 0 and %u"), what, most);
  *number = (guint) value;

  return TRUE;
}

/**
 * pln_mix_read_round:
 * @self: the reader
 * @node: (nullable): a value
 * @round: (out): the round
 *
 * Returns: %FALSE if there is no such round
 */
gboolean
pln_mix_read_round (PlnMixReader *self,
                    JsonNode     *node,
                    guint        *round)
{
  return pln_mix_read_number (self, node, "round", self->n_rounds - 1, round);
}

/**
 * pln_mix_read_rounds:
 * @self: the reader
 * @object: an object
 * @key: the key
 * @rounds: (out): one bit for each round in the list; all if there is none
 *
 * Returns: %FALSE if it is no list of rounds
 */
gboolean
pln_mix_read_rounds (PlnMixReader *self,
                     JsonObject   *object,
                     const char   *key,
                     guint64      *rounds)
{
  JsonArray *array;
  guint round;

  *rounds = PLN_MIX_ALL_ROUNDS;
  if (!pln_mix_read_list (self, object, key, &array))
    return FALSE;
  if (array == NULL)
    return TRUE;

  *rounds = 0;
  for (guint i = 0; i < pln_mix_read_length (array); i++)
    {
      if (!pln_mix_read_round (self, json_array_get_element (array, i), &round))
        return FALSE;
      *rounds |= PLN_MIX_ROUND (round);
    }

  return TRUE;
}

/**
 * pln_mix_read_person:
 * @self: the reader
 * @node: (nullable): a value
 * @person: (out): whose id it is
 *
 * Returns: %FALSE if there is no such person
 */
gboolean
pln_mix_read_person (PlnMixReader *self,
                     JsonNode     *node,
                     guint        *person)
{
  const char *id;
  guint number;

  if (!pln_mix_read_text (self, node, "person", &id))
    return FALSE;
  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->people, id));
  if (number == 0)
    return pln_mix_read_refuse (self, _("there is no person “%s”"), id);
  *person = number - 1;

  return TRUE;
}

/**
 * pln_mix_read_number_of:
 * @names: (element-type utf8 guint): names, and numbers from 1
 * @name: a name
 *
 * Returns: its number, from 0; the same for the same name
 */
guint
pln_mix_read_number_of (GHashTable *names,
                        const char *name)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (names, name));

  if (number == 0)
    {
      number = g_hash_table_size (names) + 1;
      g_hash_table_insert (names, g_strdup (name), GUINT_TO_POINTER (number));
    }

  return number - 1;
}
