/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mail-error.h"

G_DEFINE_QUARK (PlnMailError, pln_mail_error)
