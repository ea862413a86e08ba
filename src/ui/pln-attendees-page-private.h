/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-answer-counts.h"
#include "pln-attendee-list.h"
#include "pln-attendee-rows.h"
#include "pln-attendee-table.h"
#include "pln-attendees-page.h"
#include "pln-person-pane.h"
#include "pln-rsvp-bar.h"
#include "pln-selection-bar.h"

G_BEGIN_DECLS

struct _PlnAttendeesPage
{
  AdwBin              parent_instance;

  PlnGathering       *gathering;

  PlnAttendeeList    *people;    /* who there is */
  PlnAttendeeFilter  *filter;    /* who of them is shown */
  GtkSortListModel   *shown;
  GtkMultiSelection  *selection; /* and who is chosen of those */
  GPtrArray          *sectors;   /* of all people, counted; NULL: to be counted again */
  GHashTable         *unread;    /* by UID of the gathering: lines of lists that could not be read */

  int                 width; /* 0 before it has one */
  gboolean            narrow;
  guint               update_source;
  guint               reading_source;
  guint               prepare_source;
  guint               n_prepared;

  GtkStack           *pages;
  GtkWidget          *check_in_page; /* NULL until it is asked for */
  GtkWidget          *check_in;
  AdwFlap            *flap;
  PlnPersonPane      *pane;
  GtkStack           *stack;
  GtkWidget          *empty;
  GtkWidget          *content;
  GtkWidget          *read_only;
  GtkLabel           *going;
  GtkLabel           *places;
  GtkWidget          *add;
  GtkWidget          *invite;
  PlnRsvpBar         *bar;
  PlnAnswerCounts    *counts;
  GtkEditable        *search;
  GtkWidget          *filter_button;
  GtkWidget          *filter_dot;
  GtkWidget          *add_icon;
  GtkMenuButton      *columns;
  GtkWidget          *chips_scroller;
  GtkBox             *chips;
  GtkLabel           *composition;
  GtkStack           *list;
  PlnAttendeeTable   *table;
  PlnAttendeeRows    *rows;
  GtkWidget          *nobody;
  GtkWidget          *reading;
  GtkLabel           *reading_text;
  PlnSelectionBar    *selection_bar;
  GtkWidget          *foot;
  GtkLabel           *foot_text;
  GtkButton          *unread_button;
  GtkWidget          *menu; /* of a row; NULL until it is asked for */
};

void         pln_attendees_page_add_actions    (GtkWidgetClass   *widget_class);
void         pln_attendees_page_add_keys       (PlnAttendeesPage *self,
                                                GtkWidget        *view);
void         pln_attendees_page_allow_actions  (PlnAttendeesPage *self);
void         pln_attendees_page_add_menu       (PlnAttendeesPage *self,
                                                GtkWidget        *view);
void         pln_attendees_page_show_menu      (PlnAttendeesPage *self);
guint        pln_attendees_page_find           (PlnAttendeesPage *self,
                                                PlnAttendee      *attendee);
GtkWidget   *pln_attendees_page_get_view       (PlnAttendeesPage *self);
GListStore  *pln_attendees_page_get_unread     (PlnAttendeesPage *self);
void         pln_attendees_page_choose         (PlnAttendeesPage *self,
                                                guint             position);
void         pln_attendees_page_show_pane      (PlnAttendeesPage *self,
                                                gboolean          show);
gboolean     pln_attendees_page_is_at_door     (PlnAttendeesPage *self);
void         pln_attendees_page_open_door      (PlnAttendeesPage *self,
                                                gboolean          open);
void         pln_attendees_page_queue_update   (PlnAttendeesPage *self);

G_END_DECLS
