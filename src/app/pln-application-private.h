/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-application.h"

#include "pln-core-wishes.h"
#include "pln-window.h"

G_BEGIN_DECLS

struct _PlnApplication
{
  AdwApplication  parent_instance;

  PlnCore        *core;
  PlnWindow      *window;      /* (nullable) (unowned) */
  GCancellable   *cancellable; /* everything that the window waits for */
  GCancellable   *opening;     /* the gathering that is being read */
  GCancellable   *searching;
  char           *folder;      /* (nullable): the usual one */
  GSettings      *settings;    /* (nullable): when the accounts are known */
  gboolean        want_sample;
  gboolean        listed;      /* it is known what gatherings there are */
  gboolean        shown;       /* the window shows them */
  gboolean        opened;      /* all of the library has been looked at */
  GQueue          files;       /* of GFile, to be previewed when it has */
};

/* A wish that the core is carrying out, and what is said when it is done. */
typedef gboolean (* PlnFinishFunc) (PlnCore *, GAsyncResult *, GError **);

typedef struct
{
  PlnApplication *self;
  PlnFinishFunc   finish;
  char           *message;   /* (nullable) */
  gboolean        with_undo;
} PlnWish;

PlnWish *pln_wish_new  (PlnApplication *self,
                        PlnFinishFunc   finish,
                        char           *message, /* (transfer full) (nullable) */
                        gboolean        with_undo);
void     pln_wish_free (PlnWish        *wish);
void     pln_wish_done (GObject        *core,
                        GAsyncResult   *result,
                        gpointer        wish); /* (transfer full) */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnWish, pln_wish_free)

gboolean pln_application_failed         (PlnApplication *self,
                                         GError         *error);
void     pln_application_show_done      (PlnApplication *self,
                                         const char     *message,
                                         gboolean        with_undo);
void     pln_application_list_calendars (PlnApplication *self);

void     pln_application_start_servers  (PlnApplication *self);

/* The wishes, by what they are about. */
void     pln_application_init_gatherings (PlnWishesInterface *iface);
void     pln_application_init_calendar   (PlnWishesInterface *iface);
void     pln_application_init_breakouts  (PlnWishesInterface *iface);
void     pln_application_init_mixing     (PlnWishesInterface *iface);
void     pln_application_init_people     (PlnWishesInterface *iface);
void     pln_application_init_notes      (PlnWishesInterface *iface);
void     pln_application_init_files      (PlnWishesInterface *iface);
void     pln_application_init_print      (PlnWishesInterface *iface);
void     pln_application_init_library    (PlnWishesInterface *iface);
void     pln_application_init_servers    (PlnWishesInterface *iface);

G_END_DECLS
