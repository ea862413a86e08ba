/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-timetable.h"

G_BEGIN_DECLS

/**
 * PlnProgrammeColumn:
 * @day: a place in the days of the programme
 * @room: a place in its rooms
 *
 * One column: a room on a day.
 */
typedef struct
{
  guint day;
  guint room;
} PlnProgrammeColumn;

GArray     *pln_programme_columns_new    (const PlnTimetable     *timetable,
                                          int                     day);
gboolean    pln_programme_columns_find   (GArray                 *columns,
                                          const PlnTimetableItem *item,
                                          guint                  *column,
                                          guint                  *n_columns);

PlnSession *pln_programme_columns_moved  (const PlnTimetable     *timetable,
                                          GArray                 *columns,
                                          PlnSession             *session,
                                          guint                   column,
                                          gint64                  start) G_GNUC_WARN_UNUSED_RESULT;
PlnSession *pln_programme_columns_resized (const PlnTimetable    *timetable,
                                           PlnSession            *session,
                                           gint64                 start,
                                           gint64                 end) G_GNUC_WARN_UNUSED_RESULT;
PlnSession *pln_programme_columns_created (const PlnTimetable    *timetable,
                                           GArray                *columns,
                                           guint                  column,
                                           gint64                 start,
                                           gint64                 end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
