/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-application-private.h"

#include "pln-config.h"

#include <glib/gi18n.h>

static PlnQuality *
judge (PlnWishes    *wishes,
       PlnGathering *gathering,
       GPtrArray    *moves)
{
  return pln_core_judge (PLN_APPLICATION (wishes)->core, gathering, moves);
}

static PlnMixingSettings *
draft_mix (PlnWishes    *wishes,
           PlnGathering *gathering)
{
  return pln_core_draft_mix (PLN_APPLICATION (wishes)->core, gathering);
}

static PlnMixing *
mix (PlnWishes         *wishes,
     PlnGathering      *gathering,
     PlnMixingSettings *settings,
     guint64            seed)
{
  return pln_core_mix_people (PLN_APPLICATION (wishes)->core, gathering, settings, seed, 0, 0);
}

static PlnMixing *
mend (PlnWishes    *wishes,
      PlnGathering *gathering)
{
  return pln_core_mend_people (PLN_APPLICATION (wishes)->core, gathering);
}

static void
use_mix (PlnWishes *wishes,
         PlnMixing *mixing)
{
  PlnApplication *self = PLN_APPLICATION (wishes);
  guint n = pln_mixing_count_people (mixing);
  char *message = g_strdup_printf (ngettext ("%u place changed", "%u places changed", n), n);

  pln_core_use_mix_async (self->core, mixing, self->cancellable, pln_wish_done,
                          pln_wish_new (self, pln_core_use_mix_finish, message, TRUE));
}

void
pln_application_init_mixing (PlnWishesInterface *iface)
{
  iface->judge = judge;
  iface->draft_mix = draft_mix;
  iface->mix = mix;
  iface->mend = mend;
  iface->use_mix = use_mix;
}
