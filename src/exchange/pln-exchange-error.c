/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-exchange-error.h"

G_DEFINE_QUARK (PlnExchangeError, pln_exchange_error)
