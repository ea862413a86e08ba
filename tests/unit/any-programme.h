/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-programme.h"

G_BEGIN_DECLS

/* A programme out of chance, which g_test_rand_int () makes repeatable: with
 * what is usual, and with what somebody might put into a file to do harm. */
PlnProgramme *any_programme (void);

/* Of the texts of a gathering and its sessions, which only say what is not
 * usual: “SUMMARY:Opening\r\n”. DTSTART is added if it is missing. */
PlnProgramme *programme_of (const char        *gathering,
                            const char *const *sessions);

G_END_DECLS
