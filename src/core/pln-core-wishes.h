/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"

#include "pln-core-export.h"
#include "pln-core-gathering.h"
#include "pln-core-import.h"
#include "pln-core-library.h"
#include "pln-core-mix-people.h"
#include "pln-core-mix.h"
#include "pln-core-note.h"
#include "pln-core-occurrence.h"
#include "pln-core-open.h"
#include "pln-core-people.h"
#include "pln-core-presence.h"
#include "pln-core-print.h"
#include "pln-core-publish.h"
#include "pln-core-round.h"
#include "pln-core-sample.h"
#include "pln-core-session.h"
#include "pln-core-span.h"
#include "pln-core-templates.h"
