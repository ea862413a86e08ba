/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-window.h"

#include "pln-gathering-list.h"
#include "pln-state-line.h"

G_BEGIN_DECLS

struct _PlnWindow
{
  AdwApplicationWindow  parent_instance;

  PlnWishes            *wishes;
  GListModel           *gatherings;
  PlnGathering         *gathering;
  GStrv                 calendars;
  char                 *undo_label;
  char                 *redo_label;
  gboolean              ready;
  gboolean              has_entries;
  gboolean              only_entries; /* and no gathering */
  gboolean              show_sidebar;

  GMenu                *steps;        /* the section Undo, Redo of both menus */
  AdwToast             *toast;        /* the last one, while it is shown */
  guint                 n_steps;      /* that it offers to undo */
  gint64                toasted_at;   /* monotonic, ms */
  GtkWindow            *search;       /* (nullable): while it is open */
  GtkWindow            *wall;         /* (nullable) (weak): while it is open */
  GtkWindow            *import;       /* (nullable): while it is open */
  GCancellable         *dropping;     /* files that are being read */
  GtkWidget            *notes;        /* (nullable): the sheet, once it was wanted */
  GtkWidget            *before_notes; /* (nullable) (weak): what had the focus before it */
  gboolean              shows_notes;
  GtkWidget            *servers;      /* (nullable): the page about them, once it was wanted */
  GtkWidget            *before_servers; /* (nullable) (weak): what had the focus before it */
  gboolean              shows_servers;

  AdwToastOverlay      *toasts;
  AdwLeaflet           *leaflet;
  GtkWidget            *sidebar;
  GtkWidget            *edge;
  GtkWidget            *content;
  GtkWidget            *header;
  GtkMenuButton        *new_button;
  GtkMenuButton        *main_menu_button;
  PlnGatheringList     *list;
  PlnStateLine         *state_line;
  GtkStack             *titles;
  AdwWindowTitle       *view_title;
  GtkWidget            *switcher;
  AdwViewSwitcherBar   *switcher_bar;
  GtkWidget            *sidebar_button;
  GtkWidget            *undo_button;
  GtkMenuButton        *gathering_menu_button;
  GtkBox               *notices;
  GtkRevealer          *sample_bar;
  GtkStack             *stack;
  AdwViewStack         *views;
};

void pln_window_add_actions   (GtkWidgetClass *widget_class);
void pln_window_add_menus     (PlnWindow      *self);
void pln_window_allow_actions (PlnWindow      *self);
void pln_window_add_views     (PlnWindow      *self);
void pln_window_fill_view     (PlnWindow      *self);
void pln_window_show_content  (PlnWindow      *self);
void pln_window_show_view     (PlnWindow      *self,
                               const char     *name);
void pln_window_show_agenda   (PlnWindow      *self);
void pln_window_paste_people  (PlnWindow      *self,
                               const char     *text);
void pln_window_show_header   (PlnWindow      *self);
void pln_window_add_dialogs   (GtkWidgetClass *widget_class);
void pln_window_add_sheets    (GtkWidgetClass *widget_class);
void pln_window_add_drop      (PlnWindow      *self);
void pln_window_add_notes     (GtkWidgetClass *widget_class);
void pln_window_close_notes   (PlnWindow      *self);
void pln_window_add_servers   (GtkWidgetClass *widget_class);
void pln_window_close_servers (PlnWindow      *self);
void pln_window_choose_content (PlnWindow     *self);

G_END_DECLS
