/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlnMonthDayLook:
 * @PLN_MONTH_DAY_OTHER: it is of another month
 * @PLN_MONTH_DAY_TODAY: it is today
 * @PLN_MONTH_DAY_NAMED: its month is written, too
 * @PLN_MONTH_DAY_CHOSEN: it is one of those that are chosen, or the target of a drag
 * @PLN_MONTH_DAY_NARROW: there is room for dots only
 */
typedef enum
{
  PLN_MONTH_DAY_OTHER  = 1 << 0,
  PLN_MONTH_DAY_TODAY  = 1 << 1,
  PLN_MONTH_DAY_NAMED  = 1 << 2,
  PLN_MONTH_DAY_CHOSEN = 1 << 3,
  PLN_MONTH_DAY_NARROW = 1 << 4,
} PlnMonthDayLook;

#define PLN_MONTH_DAY_MOST_DOTS 4

#define PLN_TYPE_MONTH_DAY (pln_month_day_get_type ())
G_DECLARE_FINAL_TYPE (PlnMonthDay, pln_month_day, PLN, MONTH_DAY, GtkWidget)

GtkWidget   *pln_month_day_new          (void);
void         pln_month_day_set_date     (PlnMonthDay     *self,
                                         const GDate     *date,
                                         PlnMonthDayLook  look);
void         pln_month_day_set_count    (PlnMonthDay     *self,
                                         guint            n);
void         pln_month_day_set_dots     (PlnMonthDay     *self,
                                         const char *const *colours);
void         pln_month_day_set_chosen   (PlnMonthDay     *self,
                                         gboolean         chosen);
int          pln_month_day_get_head     (GtkWidget       *widget);
gboolean     pln_month_day_is_number_at (PlnMonthDay     *self,
                                         double           x,
                                         double           y);

G_END_DECLS
