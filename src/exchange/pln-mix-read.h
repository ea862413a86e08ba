/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-mix-file.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define PLN_MIX_READ_MOST 255 /* roles, values, topics of one person or group */

/* A file that is being read. The functions set the error and return FALSE if
 * something is not as it must be. */
typedef struct
{
  PlnMixFile *file;
  GHashTable *people;     /* id -> number + 1 */
  GPtrArray  *groups;     /* by round: id -> number + 1 */
  GHashTable *roles;
  GHashTable *topics;
  GHashTable *attributes; /* name -> number + 1 */
  GHashTable *values;     /* attribute, value -> number + 1 */
  guint       n_rounds;
  GError    **error;
} PlnMixReader;

gboolean pln_mix_read_refuse    (PlnMixReader  *self,
                                 const char    *format,
                                 ...) G_GNUC_PRINTF (2, 3);
gboolean pln_mix_read_list      (PlnMixReader  *self,
                                 JsonObject    *object,
                                 const char    *key,
                                 JsonArray    **array);
guint    pln_mix_read_length    (JsonArray     *array);
gboolean pln_mix_read_object    (PlnMixReader  *self,
                                 JsonArray     *array,
                                 guint          i,
                                 const char    *what,
                                 JsonObject   **object);
gboolean pln_mix_read_text      (PlnMixReader  *self,
                                 JsonNode      *node,
                                 const char    *what,
                                 const char   **text);
gboolean pln_mix_read_number    (PlnMixReader  *self,
                                 JsonNode      *node,
                                 const char    *what,
                                 guint          most,
                                 guint         *number);
gboolean pln_mix_read_round     (PlnMixReader  *self,
                                 JsonNode      *node,
                                 guint         *round);
gboolean pln_mix_read_rounds    (PlnMixReader  *self,
                                 JsonObject    *object,
                                 const char    *key,
                                 guint64       *rounds);
gboolean pln_mix_read_person    (PlnMixReader  *self,
                                 JsonNode      *node,
                                 guint         *person);
guint    pln_mix_read_number_of (GHashTable    *names,
                                 const char    *name);

/* pln-mix-read-people.c */
gboolean pln_mix_read_people    (PlnMixReader  *self,
                                 JsonArray     *people);

G_END_DECLS
