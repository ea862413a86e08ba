/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-application-private.h"

static PlnSpan *
list_span (PlnWishes *wishes,
           gint64     from,
           gint64     to)
{
  return pln_core_list_span (PLN_APPLICATION (wishes)->core, from, to);
}

/* What calendar views show and change. */
void
pln_application_init_calendar (PlnWishesInterface *iface)
{
  iface->list_span = list_span;
}
