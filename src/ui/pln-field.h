/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_FIELD (pln_field_get_type ())
G_DECLARE_DERIVABLE_TYPE (PlnField, pln_field, PLN, FIELD, GtkWidget)

/**
 * PlnFieldClass:
 * @read: takes in what was typed; %FALSE if it makes no sense
 * @write: the value in its usual form; "" for none
 * @step: goes on by so many steps, or back
 *
 * What a kind of field knows about its text.
 */
struct _PlnFieldClass
{
  GtkWidgetClass parent_class;

  gboolean (* read)  (PlnField   *self,
                      const char *text);
  char    *(* write) (PlnField   *self);
  void     (* step)  (PlnField   *self,
                      int         n);
};

const char *pln_field_get_title   (PlnField   *self);
gboolean    pln_field_is_valid    (PlnField   *self);
void        pln_field_set_text    (PlnField   *self,
                                   const char *text);
void        pln_field_set_problem (PlnField   *self,
                                   const char *problem);

/* For the kinds of field. */
void        pln_field_show_value  (PlnField   *self);
void        pln_field_take_value  (PlnField   *self);
void        pln_field_add_suffix  (PlnField   *self,
                                   GtkWidget  *suffix);

G_END_DECLS
