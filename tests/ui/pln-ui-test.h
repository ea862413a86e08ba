/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ui-servers.h"
#include "pln-wishes.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Wishes that nobody carries out: each is written down as one line, its name
 * and what it is about ("delete-gathering UID"), and the last objects are kept. */
#define PLN_TYPE_WISH_LIST (pln_wish_list_get_type ())
G_DECLARE_FINAL_TYPE (PlnWishList, pln_wish_list, PLN, WISH_LIST, GObject)

struct _PlnWishList
{
  GObject     parent_instance;

  GString    *text;   /* all that was wished for, a line each */
  GObject    *before; /* of the last save */
  GObject    *after;
  GListModel *people; /* what read_people answers; NULL: it fails */
  GPtrArray  *attendees; /* of the last set_answer or remove_attendees */
  GPtrArray  *occurrences; /* (nullable): what list_span finds */
  PlnSpan    *span;   /* the last that it answered */
  gboolean    notes_fail; /* what save_note is asked for */
  PlnUiServers servers;
  char       *name;   /* the identity */
  char       *email;
};

PlnWishList *pln_wish_list_new  (void);
void         pln_wish_list_note (PlnWishList *self,
                                 const char  *name,
                                 const char  *what);
char        *pln_wish_list_take (PlnWishList *self); /* (transfer full): the lines so far; starts anew */

/* What save_note was asked for last is on the disk now. */
void         pln_wish_list_saved (PlnWishList *self);

/* Starts GTK and libadwaita with Plenary's style; exits, with the words that
 * skip the test, where there is no display. */
void         pln_ui_test_init   (int         *argc,
                                 char      ***argv);
/* The gatherings of the design's pictures, for a clock at PLN_UI_TEST_NOW:
 * one now, three to come (the last a draft), two past; not loaded. */
#define PLN_UI_TEST_NOW 1311081120 /* 2011-07-19 14:12 in London */
GListStore  *pln_ui_test_gatherings (void) G_GNUC_WARN_UNUSED_RESULT;
/* The first widget of a type in a tree, or that has a name for GtkBuilder. */
GtkWidget   *pln_ui_test_find   (GtkWidget   *root,
                                 GType        type);
GtkWidget   *pln_ui_test_find_named (GtkWidget  *root,
                                     const char *buildable_id);
/* The first label, button or row that shows a text. */
GtkWidget   *pln_ui_test_find_text (GtkWidget  *root,
                                    const char *text);
/* Runs what is due now. */
void         pln_ui_test_settle (void);
/* A window, presented, that offers wishes and holds the child. */
GtkWindow   *pln_ui_test_show   (GtkWidget   *child,
                                 PlnWishList *wishes);
/* Goes through all that a widget holds, by Tab and back by Shift+Tab, and
 * fails where the focus does not get on. Returns how many stops there are. */
guint        pln_ui_test_walk   (GtkWidget   *widget);
/* Destroys a window and proves that a widget that was in it is freed. */
void         pln_ui_test_end    (GtkWindow   *window,
                                 gpointer     widget);
/* Presses a key, as GtkShortcutController sees it. */
gboolean     pln_ui_test_key    (GtkWidget   *widget,
                                 guint        keyval,
                                 GdkModifierType modifiers);

G_END_DECLS
