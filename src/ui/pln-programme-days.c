/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-programme-days.h"

#include <glib/gi18n.h>

/**
 * PlnProgrammeDays:
 *
 * The days of a programme, of which one is chosen, or all of them. It hides
 * where there is only one.
 */
struct _PlnProgrammeDays
{
  AdwBin       parent_instance;

  GtkDropDown *drop_down;
  GArray      *days;    /* of GDate */
  gboolean     setting; /* it is not the user who chooses */
};

G_DEFINE_FINAL_TYPE (PlnProgrammeDays, pln_programme_days, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
selected_cb (PlnProgrammeDays *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (self->setting || selected == GTK_INVALID_LIST_POSITION)
    return;

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, selected < self->days->len ? (int) selected : -1);
}

static gboolean
same_days (GArray *a,
           GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_date_compare (&g_array_index (a, GDate, i), &g_array_index (b, GDate, i)) != 0)
      return FALSE;

  return TRUE;
}

static void
fill (PlnProgrammeDays *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->days->len; i++)
    {
      char text[128] = "";

      g_date_strftime (text, sizeof text, "%a %-e", &g_array_index (self->days, GDate, i));
      gtk_string_list_append (names, text);
    }
  gtk_string_list_append (names, _("All days"));
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (names));
}

static void
pln_programme_days_finalize (GObject *object)
{
  g_array_unref (PLN_PROGRAMME_DAYS (object)->days);

  G_OBJECT_CLASS (pln_programme_days_parent_class)->finalize (object);
}

static void
pln_programme_days_class_init (PlnProgrammeDaysClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pln_programme_days_finalize;

  /**
   * PlnProgrammeDays::chosen:
   * @self: the days
   * @day: the place of the day that the user chose, -1 for all
   */
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
pln_programme_days_init (PlnProgrammeDays *self)
{
  self->days = g_array_new (FALSE, FALSE, sizeof (GDate));
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->drop_down), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->drop_down), _("Day of the programme"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Day of the programme"), -1);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->drop_down));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * pln_programme_days_new:
 *
 * Returns: a choice of days, hidden until there is one
 */
GtkWidget *
pln_programme_days_new (void)
{
  return g_object_new (PLN_TYPE_PROGRAMME_DAYS, NULL);
}

/**
 * pln_programme_days_set:
 * @self: a choice of days
 * @days: (element-type GDate): the days, in order
 * @chosen: which of them, or -1 for all
 */
void
pln_programme_days_set (PlnProgrammeDays *self,
                        GArray           *days,
                        int               chosen)
{
  g_return_if_fail (PLN_IS_PROGRAMME_DAYS (self));

  self->setting = TRUE;
  if (!same_days (self->days, days))
    {
      g_array_set_size (self->days, 0);
      g_array_append_vals (self->days, days->data, days->len);
      fill (self);
    }
  gtk_drop_down_set_selected (self->drop_down, chosen >= 0 ? (guint) chosen : days->len);
  gtk_widget_set_visible (GTK_WIDGET (self), days->len > 1);
  self->setting = FALSE;
}
