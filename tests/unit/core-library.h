/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core-wishes.h"

/* A library in a folder of its own, for the tests of wishes. */
typedef struct
{
  char         *folder;
  PlnCore      *core;
  GAsyncResult *result;
} Library;

void          library_set_up    (Library       *library,
                                 gconstpointer  user_data);
void          library_tear_down (Library       *library,
                                 gconstpointer  user_data);
PlnCore      *library_open      (const char    *folder);

void          got_result_cb     (GObject       *source,
                                 GAsyncResult  *result,
                                 gpointer       user_data);
GAsyncResult *wait_for          (GAsyncResult **result);

PlnGathering *library_new       (Library       *library,
                                 const char    *title);
void          library_add       (Library       *library,
                                 PlnGathering  *gathering,
                                 const char    *text);
PlnAttendee  *person_at         (PlnGathering  *gathering,
                                 guint          position);
