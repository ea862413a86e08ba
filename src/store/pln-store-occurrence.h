/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store-db.h"

G_BEGIN_DECLS

/* What is asked of an object, as o, and of its parent, as p. */
#define PLN_STORE_OCCURRENCE \
  "SELECT o.uid, o.kind, o.parent, o.calendar, o.title, o.place, o.starts, o.ends, o.zone, o.zone_note, o.all_day," \
  "  o.colour, o.state, o.cancelled, o.track, o.people, o.is_break, o.is_done, o.recurs," \
  "  p.kind, p.colour, p.state, p.cancelled " \
  "FROM object AS o LEFT JOIN object AS p ON o.parent <> '' AND p.uid = o.parent "

gboolean pln_store_occurrences_add (PlnStoreDb    *db,
                                    PlnStoreRows  *rows,
                                    gint64         from,
                                    gint64         to,
                                    GPtrArray     *occurrences,
                                    GError       **error);

GDateTime *pln_store_moment_in    (gint64          seconds,
                                   const char     *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
