/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlnFileFunc:
 * @widget: the widget that asked
 * @file: what was chosen
 * @data: what was given when asked
 *
 * Called when the user has chosen; not if they thought better of it.
 */
typedef void (* PlnFileFunc) (GtkWidget *widget,
                              GFile     *file,
                              gpointer   data);

void pln_file_dialog_open   (GtkWidget   *widget,
                             const char  *title,
                             const char  *mime_type,
                             PlnFileFunc  func,
                             gpointer     data);
void pln_file_dialog_save   (GtkWidget   *widget,
                             const char  *title,
                             const char  *name,
                             PlnFileFunc  func,
                             gpointer     data);
void pln_file_dialog_folder (GtkWidget   *widget,
                             const char  *title,
                             PlnFileFunc  func,
                             gpointer     data);

G_END_DECLS
