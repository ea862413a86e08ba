/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-mix-instance.h"
#include "pln-mix-plan.h"

G_BEGIN_DECLS

PlnMixPlan *pln_mix_exact_new (const PlnMixInstance *instance) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
