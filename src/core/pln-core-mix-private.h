/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-mix-instance.h"

#include <gio/gio.h>

G_BEGIN_DECLS

guint64 pln_core_mix_choose_steps (const PlnMixInstance *instance,
                                   guint64               seed,
                                   double                seconds,
                                   GCancellable         *cancellable);

G_END_DECLS
