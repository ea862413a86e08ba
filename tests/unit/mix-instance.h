/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-mix-instance.h"

G_BEGIN_DECLS

/* Questions for the mixer, by chance and as small as is asked for. */
PlnMixInstance *mix_instance_random (guint n_people,
                                     guint n_rounds,
                                     guint n_groups);
PlnMixInstance *mix_instance_plain  (guint n_people,
                                     guint n_rounds,
                                     guint n_groups);

G_END_DECLS
