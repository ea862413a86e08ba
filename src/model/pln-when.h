/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnDateOrder:
 * @PLN_DATE_ORDER_DMY: 20/7/2011
 * @PLN_DATE_ORDER_MDY: 7/20/2011
 * @PLN_DATE_ORDER_YMD: 2011/7/20
 *
 * In which order a date in figures is written.
 */
typedef enum
{
  PLN_DATE_ORDER_DMY,
  PLN_DATE_ORDER_MDY,
  PLN_DATE_ORDER_YMD,
} PlnDateOrder;

#define PLN_MINUTES_A_DAY 1440

PlnDateOrder  pln_when_date_order   (void);
gboolean      pln_when_parse_date   (const char   *text,
                                     const GDate  *today,
                                     PlnDateOrder  order,
                                     GDate        *date);
gboolean      pln_when_parse_time   (const char   *text,
                                     guint        *minutes);
gboolean      pln_when_parse_length (const char   *text,
                                     guint        *minutes);
gboolean      pln_when_zone_is_known (const char  *zone);
GTimeZone    *pln_when_zone         (const char   *zone) G_GNUC_WARN_UNUSED_RESULT;
GDateTime    *pln_when_join         (const GDate  *date,
                                     guint         minutes,
                                     const char   *zone) G_GNUC_WARN_UNUSED_RESULT;
void          pln_when_split        (GDateTime    *at,
                                     GDate        *date,
                                     guint        *minutes);

G_END_DECLS
