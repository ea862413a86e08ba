/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-programme.h"

G_BEGIN_DECLS

/* What the guid of the room of what has none is made of. */
#define PLN_SCHEDULE_NO_ROOM_URL "plenary:room:"

GBytes *pln_schedule_write (const PlnProgramme *programme,
                            const char         *address);

G_END_DECLS
