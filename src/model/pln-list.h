/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How the models of one type are told apart, made equal and put in order. */
typedef struct
{
  const char   *(* get_uid)   (gpointer item);
  void          (* take_from) (gpointer item,
                               gpointer other);
  GCompareFunc  compare; /* of two pointers to items */
} PlnListRules;

GPtrArray *pln_list_items  (GListStore         *list);
void       pln_list_become (GListStore         *list,
                            GPtrArray          *wanted);
void       pln_list_merge  (GListStore         *list,
                            GHashTable         *by_uid,
                            GPtrArray          *wanted,
                            const PlnListRules *rules);
void       pln_list_put    (GListStore         *list,
                            GHashTable         *by_uid,
                            gpointer            item,
                            const PlnListRules *rules);
gboolean   pln_list_drop   (GListStore         *list,
                            GHashTable         *by_uid,
                            const char         *uid);

G_END_DECLS
