/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-networks.h"

G_BEGIN_DECLS

/**
 * PlnAttendeeColumn:
 * @PLN_COLUMN_NAME: name, with the role and a sprout for who is new
 * @PLN_COLUMN_ANSWER: answer, or that the person waits
 * @PLN_COLUMN_NETWORKS: shapes of the networks
 * @PLN_COLUMN_ORGANISATION: organisation
 * @PLN_COLUMN_ADDRESS: e-mail address
 * @PLN_COLUMN_SECTOR: sector
 * @PLN_COLUMN_STAGE: stage
 * @PLN_COLUMN_MODE: in person or online
 *
 * The columns of the table of attendees, in the order that they have at first.
 */
typedef enum
{
  PLN_COLUMN_NAME,
  PLN_COLUMN_ANSWER,
  PLN_COLUMN_NETWORKS,
  PLN_COLUMN_ORGANISATION,
  PLN_COLUMN_ADDRESS,
  PLN_COLUMN_SECTOR,
  PLN_COLUMN_STAGE,
  PLN_COLUMN_MODE,
} PlnAttendeeColumn;

#define PLN_N_COLUMNS (PLN_COLUMN_MODE + 1)

/* What all cells of a table have in common. To ask Pango for each of a
 * thousand cells would cost more than all the rest of them. */
typedef struct
{
  GtkWidget *widget; /* whose font the cells have */
  int        char_width; /* in Pango units; 0: to be asked for again */
  int        line_height;
} PlnCellFont;

#define PLN_TYPE_ATTENDEE_CELL (pln_attendee_cell_get_type ())
G_DECLARE_FINAL_TYPE (PlnAttendeeCell, pln_attendee_cell, PLN, ATTENDEE_CELL, GtkWidget)

GtkWidget   *pln_attendee_cell_new          (PlnAttendeeColumn  column,
                                             PlnCellFont       *font,
                                             int                least_chars,
                                             int                chars);
void         pln_attendee_cell_set_networks (PlnAttendeeCell   *self,
                                             PlnNetworks       *networks);
void         pln_attendee_cell_show         (PlnAttendeeCell   *self,
                                             PlnAttendee       *attendee);
PlnAttendee *pln_attendee_cell_get_attendee (PlnAttendeeCell   *self);
char        *pln_attendee_cell_words        (PlnAttendeeCell   *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean     pln_attendee_cell_needs_tooltip (PlnAttendeeCell  *self);
void         pln_attendee_cell_edit         (PlnAttendeeCell   *self);

G_END_DECLS
