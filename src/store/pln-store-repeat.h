/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-recurrence.h"

G_BEGIN_DECLS

char *pln_store_repeat_words (PlnIcalRecurrence *recurrence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
