/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"
#include "pln-person-line.h"

G_BEGIN_DECLS

/**
 * PlnPeopleFound:
 * @number: of the line, from 1
 * @at: the line as it stands
 * @length: its size, in bytes
 * @name: the name, or ""
 * @email: the address, or ""
 * @organisation: the organisation, or ""
 * @name_is_enough: whether somebody without an address counts
 * @name_tells_apart: whether two of one address but different names are two
 * @why_not: (nullable): a sentence, if this person is not to be added
 *
 * What was found in one line of a list.
 */
typedef struct
{
  guint       number;
  const char *at;
  gsize       length;
  const char *name;
  const char *email;
  const char *organisation;
  gboolean    name_is_enough;
  gboolean    name_tells_apart;
  const char *why_not;
} PlnPeopleFound;

/**
 * PlnPeopleLines:
 *
 * The lines of a list, while it is read: it knows who was there already.
 */
typedef struct _PlnPeopleLines PlnPeopleLines;

PlnPeopleLines *pln_people_lines_new    (PlnGathering         *gathering);
void            pln_people_lines_free   (PlnPeopleLines       *self);
void            pln_people_lines_add    (PlnPeopleLines       *self,
                                         const PlnPeopleFound *found);
GListModel     *pln_people_lines_finish (PlnPeopleLines       *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean        pln_people_table_read   (PlnPeopleLines       *lines,
                                         const char           *text,
                                         gsize                 length);
gboolean        pln_people_table_is_email_header (const char  *cell);
gboolean        pln_people_vcard_read   (PlnPeopleLines       *lines,
                                         const char           *text,
                                         gsize                 length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnPeopleLines, pln_people_lines_free)

G_END_DECLS
