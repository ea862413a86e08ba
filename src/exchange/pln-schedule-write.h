/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-programme.h"

G_BEGIN_DECLS

#define PLN_SCHEDULE_NO_ROOM "Unknown" /* the name of the room of what has none … */
#define PLN_SCHEDULE_NO_ROOM_URL "plenary:room:" /* … and what its guid is made of */

GBytes *pln_schedule_write (const PlnProgramme *programme,
                            const char         *address);

G_END_DECLS
