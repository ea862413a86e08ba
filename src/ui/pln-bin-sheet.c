/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-bin-sheet.h"

#include "pln-clock.h"
#include "pln-str.h"

#include <glib/gi18n.h>

#define DAYS_KEPT 30

/**
 * PlnBinSheet:
 *
 * What was deleted and can be had back, and for how long.
 */
struct _PlnBinSheet
{
  PlnSheet   parent_instance;

  PlnWishes *wishes;
  guint      n_rows;

  GtkStack  *stack;
  GtkWidget *group;
};

G_DEFINE_FINAL_TYPE (PlnBinSheet, pln_bin_sheet, PLN_TYPE_SHEET)

static char *
deleted_words (guint days)
{
  if (days == 0)
    return g_strdup (_("deleted today"));
  if (days == 1)
    return g_strdup (_("deleted yesterday"));

  return g_strdup_printf (ngettext ("deleted %u day ago", "deleted %u days ago", days), days);
}

static char *
kept_words (guint days)
{
  if (days == 0)
    return g_strdup (_("kept until today"));

  return g_strdup_printf (ngettext ("kept %u more day", "kept %u more days", days), days);
}

/* “CPD23 meet-up · deleted 3 days ago, kept 27 more days” */
static char *
details (PlnHit *hit)
{
  GDateTime *when = pln_hit_get_when (hit);
  g_autoptr(GDateTime) now = pln_clock_now_utc ();
  g_autofree char *detail = pln_str_one_line (pln_hit_get_detail (hit));
  gint64 days = when != NULL ? g_date_time_difference (now, when) / G_TIME_SPAN_DAY : 0;
  guint past = (guint) CLAMP (days, 0, DAYS_KEPT);
  g_autofree char *deleted = deleted_words (past);
  g_autofree char *kept = kept_words (DAYS_KEPT - past);

  return *detail != '\0' ? g_strdup_printf ("%s · %s, %s", detail, deleted, kept) : g_strdup_printf ("%s, %s", deleted, kept);
}

static const char *
icon_of (const char *kind)
{
  return g_str_equal (kind, "person") ? "pln-people-symbolic"
         : g_str_equal (kind, "session") ? "pln-clock-symbolic"
         : g_str_equal (kind, "note") ? "pln-report-symbolic" : "pln-calendar-symbolic";
}

static void
restore_cb (GtkWidget *button)
{
  PlnBinSheet *self = PLN_BIN_SHEET (gtk_widget_get_root (button));
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  g_autofree char *uid = g_strdup (g_object_get_data (G_OBJECT (button), "uid"));

  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->group), row);
  if (--self->n_rows == 0)
    gtk_stack_set_visible_child_name (self->stack, "empty");

  PLN_WISHES_GET_IFACE (self->wishes)->restore_from_bin (self->wishes, uid);
}

static void
add_hit (PlnBinSheet *self,
         PlnHit      *hit)
{
  g_autofree char *title = pln_str_one_line (pln_hit_get_title (hit));
  g_autofree char *subtitle = details (hit);
  g_autofree char *name = NULL;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Restore"));

  if (*title == '\0')
    {
      g_free (title);
      title = g_strdup (_("Without a title"));
    }

  /* Translators: the placeholder is what was deleted. */
  name = g_strdup_printf (_("Restore %s"), title);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "uid", g_strdup (pln_hit_get_uid (hit)), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (restore_cb), NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon_of (pln_hit_get_kind (hit))));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
  self->n_rows++;
}

static void
pln_bin_sheet_dispose (GObject *object)
{
  g_clear_object (&PLN_BIN_SHEET (object)->wishes);

  G_OBJECT_CLASS (pln_bin_sheet_parent_class)->dispose (object);
}

static void
pln_bin_sheet_class_init (PlnBinSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_bin_sheet_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-bin-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnBinSheet, stack);
  gtk_widget_class_bind_template_child (widget_class, PlnBinSheet, group);
}

static void
pln_bin_sheet_init (PlnBinSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pln_bin_sheet_new:
 * @wishes: who restores
 * @hits: (element-type PlnHit): what is in the bin
 *
 * Returns: (transfer none): a sheet, to be shown with [method@Sheet.present]
 */
PlnSheet *
pln_bin_sheet_new (PlnWishes *wishes,
                   GPtrArray *hits)
{
  PlnBinSheet *self;

  g_return_val_if_fail (PLN_IS_WISHES (wishes), NULL);
  g_return_val_if_fail (hits != NULL, NULL);

  self = g_object_new (PLN_TYPE_BIN_SHEET, NULL);
  self->wishes = g_object_ref (wishes);
  for (guint i = 0; i < hits->len; i++)
    add_hit (self, g_ptr_array_index (hits, i));
  gtk_stack_set_visible_child_name (self->stack, hits->len > 0 ? "list" : "empty");

  return PLN_SHEET (self);
}
