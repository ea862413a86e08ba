/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-text.h"

G_BEGIN_DECLS

typedef struct _PlnIcalDraft PlnIcalDraft;

PlnIcalDraft *pln_ical_draft_new         (PlnIcalText        *text);
void          pln_ical_draft_free        (PlnIcalDraft       *draft);

gboolean      pln_ical_draft_is_changed  (const PlnIcalDraft *draft);
void          pln_ical_draft_replace     (PlnIcalDraft       *draft,
                                          guint               span,
                                          const char         *unfolded);
void          pln_ical_draft_replace_raw (PlnIcalDraft       *draft,
                                          guint               span,
                                          const char         *raw,
                                          gsize               length);
void          pln_ical_draft_drop        (PlnIcalDraft       *draft,
                                          guint               span);
void          pln_ical_draft_drop_part   (PlnIcalDraft       *draft,
                                          guint               part);
void          pln_ical_draft_insert      (PlnIcalDraft       *draft,
                                          guint               before,
                                          const char         *unfolded);
void          pln_ical_draft_insert_raw  (PlnIcalDraft       *draft,
                                          guint               before,
                                          const char         *raw,
                                          gsize               length);

GBytes       *pln_ical_draft_finish      (PlnIcalDraft       *draft,
                                          GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnIcalDraft, pln_ical_draft_free)

G_END_DECLS
