/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnMailbox:
 * @name: as a person writes it, or ""
 * @email: the address, or "" if there is none
 * @at: where it stands in the text
 * @length: how long it is there, in bytes
 *
 * One mailbox of a list. Strings are never %NULL.
 */
typedef struct
{
  char       *name;
  char       *email;
  const char *at;
  gsize       length;
} PlnMailbox;

GPtrArray *pln_mailbox_parse_list (const char *text,
                                   gsize       length) G_GNUC_WARN_UNUSED_RESULT;
void       pln_mailbox_free       (PlnMailbox *mailbox);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnMailbox, pln_mailbox_free)

G_END_DECLS
