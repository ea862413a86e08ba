/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *pln_when_words              (GDateTime  *start,
                                   GDateTime  *end,
                                   const char *zone,
                                   gboolean    all_day) G_GNUC_WARN_UNUSED_RESULT;
char *pln_when_words_days         (GDateTime  *start,
                                   GDateTime  *end,
                                   gboolean    all_day) G_GNUC_WARN_UNUSED_RESULT;
char *pln_when_words_date         (GDateTime  *at) G_GNUC_WARN_UNUSED_RESULT;
char *pln_when_words_day          (GDateTime  *at) G_GNUC_WARN_UNUSED_RESULT;
char *pln_when_words_heading      (GDateTime  *at) G_GNUC_WARN_UNUSED_RESULT;
char *pln_when_words_time         (GDateTime  *at) G_GNUC_WARN_UNUSED_RESULT;
char *pln_when_words_clock        (guint       minutes) G_GNUC_WARN_UNUSED_RESULT;
char *pln_when_words_times        (GDateTime  *start,
                                   GDateTime  *end) G_GNUC_WARN_UNUSED_RESULT;
char *pln_when_words_times_spoken (GDateTime  *start,
                                   GDateTime  *end) G_GNUC_WARN_UNUSED_RESULT;
char *pln_when_words_length       (guint       minutes) G_GNUC_WARN_UNUSED_RESULT;
char *pln_when_words_zone         (const char *zone) G_GNUC_WARN_UNUSED_RESULT;
char *pln_when_words_zone_at      (const char *zone,
                                   GDateTime  *at) G_GNUC_WARN_UNUSED_RESULT;
char *pln_when_words_odd_clock    (const GDate *day,
                                   guint        minutes,
                                   const char  *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
