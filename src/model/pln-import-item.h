/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlnImportAs:
 * @PLN_IMPORT_AS_SUGGESTED: what the file looks like (product rules)
 * @PLN_IMPORT_AS_SESSIONS: one gathering with sessions
 * @PLN_IMPORT_AS_EVENTS: single events
 * @PLN_IMPORT_AS_GATHERINGS: each event is a gathering
 *
 * What the events of a file shall become.
 */
typedef enum
{
  PLN_IMPORT_AS_SUGGESTED,
  PLN_IMPORT_AS_SESSIONS,
  PLN_IMPORT_AS_EVENTS,
  PLN_IMPORT_AS_GATHERINGS,
} PlnImportAs;

/**
 * PlnImportAsks:
 * @PLN_IMPORT_ASKS_NOTHING: the file says all of it
 * @PLN_IMPORT_ASKS_AS: what its events shall become
 * @PLN_IMPORT_ASKS_ZONE: in which zone its times are
 *
 * What the user has a say in, for the file leaves it open.
 */
typedef enum
{
  PLN_IMPORT_ASKS_NOTHING = 0,
  PLN_IMPORT_ASKS_AS = 1 << 0,
  PLN_IMPORT_ASKS_ZONE = 1 << 1,
} PlnImportAsks;

/**
 * PlnImportFate:
 * @PLN_IMPORT_ADDED: is new here
 * @PLN_IMPORT_CHANGED: is here, and the file is newer and different
 * @PLN_IMPORT_UNCHANGED: is here already, or here is newer
 * @PLN_IMPORT_REFUSED: cannot be taken in; the reason says why
 *
 * What becomes of one object of a file.
 */
typedef enum
{
  PLN_IMPORT_ADDED,
  PLN_IMPORT_CHANGED,
  PLN_IMPORT_UNCHANGED,
  PLN_IMPORT_REFUSED,
} PlnImportFate;

#define PLN_TYPE_IMPORT_AS (pln_import_as_get_type ())
GType pln_import_as_get_type (void);
#define PLN_TYPE_IMPORT_FATE (pln_import_fate_get_type ())
GType pln_import_fate_get_type (void);

#define PLN_TYPE_IMPORT_ITEM (pln_import_item_get_type ())
G_DECLARE_FINAL_TYPE (PlnImportItem, pln_import_item, PLN, IMPORT_ITEM, GObject)

PlnImportItem *pln_import_item_new        (const char    *kind,
                                           const char    *title,
                                           GDateTime     *start,
                                           PlnImportFate  fate,
                                           const char    *reason);
const char    *pln_import_item_get_kind   (PlnImportItem *self);
const char    *pln_import_item_get_title  (PlnImportItem *self);
GDateTime     *pln_import_item_get_start  (PlnImportItem *self);
PlnImportFate  pln_import_item_get_fate   (PlnImportItem *self);
const char    *pln_import_item_get_reason (PlnImportItem *self);

G_END_DECLS
