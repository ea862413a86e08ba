/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-error.h"

G_DEFINE_QUARK (PlnStoreError, pln_store_error)
