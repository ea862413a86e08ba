/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-error.h"

G_DEFINE_QUARK (PlnIcalError, pln_ical_error)
