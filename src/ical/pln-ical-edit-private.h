/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-edit.h"

G_BEGIN_DECLS

typedef enum
{
  PLN_ICAL_EDIT_SET,
  PLN_ICAL_EDIT_UNSET,
  PLN_ICAL_EDIT_PUT,
  PLN_ICAL_EDIT_DROP,
  PLN_ICAL_EDIT_PARAMETER,
  PLN_ICAL_EDIT_ZONE,
  PLN_ICAL_EDIT_STAMP,
  PLN_ICAL_EDIT_MOVE_ALL,
  PLN_ICAL_EDIT_TAKE_OUT,
} PlnIcalEditKind;

/**
 * PlnIcalEdit:
 * @name: of the property; of a zone its TZID
 * @value: (nullable): of the parameter; of a zone its VTIMEZONE
 * @key: by what the line is known; of a move the RECURRENCE-ID
 * @place: of a move; its zone is in @value
 * @now: of a stamp, in seconds since 1970, UTC
 *
 * One edit. Which members it has depends on its kind.
 */
typedef struct
{
  PlnIcalEditKind  kind;
  char            *name;
  char            *key;
  PlnIcalLine     *line;
  char            *parameter;
  char            *value;
  PlnIcalPlace     place;
  gint64           now;
  gboolean         bump;
} PlnIcalEdit;

struct _PlnIcalEdits
{
  char      *component;
  char      *instance; /* RECURRENCE-ID, or NULL for the main one */
  GPtrArray *edits;    /* PlnIcalEdit */
};

G_END_DECLS
