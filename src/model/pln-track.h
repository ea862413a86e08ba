/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-session.h"

G_BEGIN_DECLS

const char *pln_track_colour   (const char *track);
char       *pln_track_speakers (PlnSession *session) G_GNUC_WARN_UNUSED_RESULT;
char       *pln_track_person_name (const char *person) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
