/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-attendee.h"

G_BEGIN_DECLS

/**
 * PlnFacet:
 * @PLN_FACET_ANSWER: the answer, or that the person is on the waiting list
 * @PLN_FACET_ROLE: the role at the gathering
 * @PLN_FACET_NETWORK: the networks; a person may be in several
 * @PLN_FACET_SECTOR: the sector
 * @PLN_FACET_STAGE: the stage
 * @PLN_FACET_MODE: in person or online
 * @PLN_FACET_TOLD: whether an invitation was sent
 *
 * By what the list of attendees can be filtered. The values of a facet are
 * strings: the stored form of an enumeration, or what the organisers wrote;
 * empty stands for not known.
 */
typedef enum
{
  PLN_FACET_ANSWER,
  PLN_FACET_ROLE,
  PLN_FACET_NETWORK,
  PLN_FACET_SECTOR,
  PLN_FACET_STAGE,
  PLN_FACET_MODE,
  PLN_FACET_TOLD,
} PlnFacet;

#define PLN_N_FACETS (PLN_FACET_TOLD + 1)

typedef struct
{
  char  *value;
  guint  n_people;
} PlnFacetCount;

const char *pln_facet_title (PlnFacet     facet);
char       *pln_facet_word  (PlnFacet     facet,
                             const char  *value) G_GNUC_WARN_UNUSED_RESULT;
const char *pln_facet_get   (PlnFacet     facet,
                             PlnAttendee *attendee);
GPtrArray  *pln_facet_count (PlnFacet     facet,
                             GPtrArray   *people) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *pln_facet_count_list (PlnFacet    facet,
                                  GListModel *attendees) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
