/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlnLineState:
 * @PLN_LINE_NEW: will be added
 * @PLN_LINE_TWICE: stands twice in what was pasted
 * @PLN_LINE_ALREADY: is on the list already
 * @PLN_LINE_UNREADABLE: no address was found; kept for the user to mend
 *
 * What becomes of one line of a pasted list.
 */
typedef enum
{
  PLN_LINE_NEW,
  PLN_LINE_TWICE,
  PLN_LINE_ALREADY,
  PLN_LINE_UNREADABLE,
} PlnLineState;

#define PLN_TYPE_LINE_STATE (pln_line_state_get_type ())
GType pln_line_state_get_type (void);

#define PLN_TYPE_PERSON_LINE (pln_person_line_get_type ())
G_DECLARE_FINAL_TYPE (PlnPersonLine, pln_person_line, PLN, PERSON_LINE, GObject)

PlnPersonLine *pln_person_line_new              (guint          number,
                                                 const char    *text);
guint          pln_person_line_get_number       (PlnPersonLine *self);
const char    *pln_person_line_get_text         (PlnPersonLine *self);
const char    *pln_person_line_get_name         (PlnPersonLine *self);
const char    *pln_person_line_get_email        (PlnPersonLine *self);
const char    *pln_person_line_get_organisation (PlnPersonLine *self);
void           pln_person_line_set_person       (PlnPersonLine *self,
                                                 const char    *name,
                                                 const char    *email,
                                                 const char    *organisation);
PlnLineState   pln_person_line_get_state        (PlnPersonLine *self);
const char    *pln_person_line_get_note         (PlnPersonLine *self);
void           pln_person_line_set_state        (PlnPersonLine *self,
                                                 PlnLineState   state,
                                                 const char    *note);

G_END_DECLS
