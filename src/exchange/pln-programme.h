/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-room.h"

G_BEGIN_DECLS

/**
 * PlnProgrammeItem:
 * @uid: of the session
 * @guid: a UUID: the one that it came with, else one that is always the same
 *   for the same UID
 * @id: a number for programs that know sessions by number, 1 to 2³¹ - 1: the
 *   one that it came with, else one from @guid
 * @slug: what addresses called it where it came from, or ""
 * @code: what its organisers called it there, or ""
 * @type: “talk”, “workshop” …, or ""
 * @language: “en”, or ""
 * @title: one line, never empty
 * @room: one line, or ""
 * @track: one line, or ""
 * @description: may have several lines, or ""
 * @url: an http or https address, or ""
 * @speakers: names, without addresses
 * @start: when it begins, in the zone of the programme
 * @end: when it ends, not before @start
 * @day: its place in the days of the programme
 * @first_room: its place in the rooms; -1 without a room
 * @n_rooms: how many rooms it takes from there on; 0 without a room
 *
 * A session that everybody may know of.
 */
typedef struct
{
  char       *uid;
  char       *guid;
  guint32     id;
  char       *slug;
  char       *code;
  char       *type;
  char       *language;
  char       *title;
  char       *room;
  char       *track;
  char       *description;
  char       *url;
  char      **speakers;
  GDateTime  *start;
  GDateTime  *end;
  guint       day;
  int         first_room;
  guint       n_rooms;
  guint       all_day : 1;
  guint       is_break : 1;
  guint       is_cancelled : 1;
} PlnProgrammeItem;

/**
 * PlnProgrammeTrack:
 * @name: as the sessions write it
 * @colour: an own colour such as “blue”, or `#rrggbb`
 */
typedef struct
{
  char *name;
  char *colour;
} PlnProgrammeTrack;

/**
 * PlnProgrammeDay:
 * @date: its midnight, in the zone of the programme
 * @first: its first item
 * @n: how many items it has
 *
 * A day of a conference ends at four in the morning.
 */
typedef struct
{
  GDateTime *date;
  guint      first;
  guint      n;
} PlnProgrammeDay;

#define PLN_PROGRAMME_DAY_CHANGE 4 /* hours after midnight */

/**
 * PlnProgramme:
 * @zone: an IANA name, or “UTC”
 * @colour: an own colour, or `#rrggbb`
 * @start: when the gathering begins
 * @end: when it ends
 * @modified: when the latest of its parts was changed: “20110719T141200Z”, or ""
 * @items: (element-type PlnProgrammeItem): by day, start and room
 * @days: (element-type PlnProgrammeDay): those that have items, in order; one
 *   at least
 * @rooms: (element-type PlnRoom): in the order of the organiser, then the
 *   others by name
 * @tracks: (element-type PlnProgrammeTrack): by name
 * @n_drafts: how many sessions are left out as they are not settled
 * @n_private: how many, as their file says that they are not for everybody
 * @n_undated: how many, as they have no time yet
 *
 * What everybody may see of a gathering: neither guests nor addresses, nor what
 * is a draft. Plain data, for any thread. Strings are never %NULL.
 */
typedef struct
{
  char      *uid;
  char      *title;
  char      *place;
  char      *online;
  char      *url;
  char      *description;
  char      *organiser;
  char      *zone;
  char      *colour;
  char      *modified;
  GDateTime *start;
  GDateTime *end;
  gboolean   all_day;
  gboolean   is_cancelled;
  GPtrArray *items;
  GPtrArray *days;
  GPtrArray *rooms;
  GPtrArray *tracks;
  guint      n_drafts;
  guint      n_private;
  guint      n_undated;
} PlnProgramme;

PlnProgramme            *pln_programme_new        (GBytes             *gathering,
                                                   GPtrArray          *sessions,
                                                   GError            **error);
void                     pln_programme_free       (PlnProgramme       *programme);

const PlnProgrammeTrack *pln_programme_find_track (const PlnProgramme *programme,
                                                   const char         *name);
char                    *pln_programme_left_out   (const PlnProgramme *programme) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnProgramme, pln_programme_free)

G_END_DECLS
