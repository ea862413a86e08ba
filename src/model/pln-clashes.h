/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

G_BEGIN_DECLS

/**
 * PlnClashKind:
 * @PLN_CLASH_SPEAKER: somebody speaks in two sessions at once
 * @PLN_CLASH_ROOM: two sessions are in one room at once
 * @PLN_CLASH_CAPACITY: more people come than the room takes
 *
 * What is wrong with a programme. The nicks are what the command line calls it.
 */
typedef enum
{
  PLN_CLASH_SPEAKER,
  PLN_CLASH_ROOM,
  PLN_CLASH_CAPACITY,
} PlnClashKind;

#define PLN_TYPE_CLASH_KIND (pln_clash_kind_get_type ())
GType pln_clash_kind_get_type (void);

/**
 * PlnClash:
 * @one: the session that begins first
 * @two: (nullable): the other; %NULL for a room that is too small
 * @people: whom it is about, one each; empty but for speakers
 * @start: when they begin to be at once
 * @end: until when they are
 * @sentence: all of it in words
 *
 * One clash. It is a warning: nothing is ever refused because of it.
 */
typedef struct
{
  PlnClashKind   kind;
  PlnSession    *one;
  PlnSession    *two;
  char         **people;
  GDateTime     *start;
  GDateTime     *end;
  char          *sentence;
} PlnClash;

#define PLN_CLASHES_MAX 1000

void       pln_clash_free         (PlnClash     *clash);
char      *pln_clash_words        (PlnClash     *clash,
                                   PlnSession   *session) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *pln_clashes_find       (PlnGathering *gathering) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *pln_clashes_of         (PlnGathering *gathering,
                                   PlnSession   *session) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnClash, pln_clash_free)

G_END_DECLS
