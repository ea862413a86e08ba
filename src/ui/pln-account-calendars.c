/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-account-calendars.h"

#include "pln-problem-row.h"
#include "pln-remote-row.h"
#include "pln-str.h"

#include <glib/gi18n.h>

enum
{
  PROP_0,
  PROP_CHOSEN,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/**
 * PlnAccountCalendars:
 *
 * The last step of a sign-in: which of the calendars that were found are to be
 * used, and which of them takes what is new.
 */
struct _PlnAccountCalendars
{
  AdwBin         parent_instance;

  PlnWishes     *wishes;
  PlnSignIn     *sign_in;   /* (nullable) */
  GPtrArray     *rows;      /* PlnRemoteRow */
  GPtrArray     *places;    /* PlnRemoteCalendar that a place can be; the first item of the rows is none of them */
  guint          n_chosen;
  gboolean       is_filling;

  GtkLabel      *found;
  GtkLabel      *signed_in;
  GtkListBox    *list;
  GtkWidget     *make_row;
  GtkEditable   *name_row;
  GtkWidget     *create;
  PlnProblemRow *problem;
  AdwComboRow   *gatherings_row;
  AdwComboRow   *organisers_row;
  GtkWidget     *address_group;
  GtkEditable   *address_row;
};

G_DEFINE_FINAL_TYPE (PlnAccountCalendars, pln_account_calendars, ADW_TYPE_BIN)

static guint
position_of (GPtrArray         *places,
             PlnRemoteCalendar *calendar)
{
  guint position;

  return calendar != NULL && g_ptr_array_find (places, calendar, &position) ? position + 1 : 0;
}

static PlnRemoteCalendar *
place_at (GPtrArray *places,
          guint      position)
{
  return position > 0 && position <= places->len ? g_ptr_array_index (places, position - 1) : NULL;
}

/* Only what is used and may be changed can take what is new. */
static void
fill_places (PlnAccountCalendars *self)
{
  GListModel *calendars = G_LIST_MODEL (pln_sign_in_get_calendars (self->sign_in));
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  self->is_filling = TRUE;
  g_ptr_array_set_size (self->places, 0);
  gtk_string_list_append (names, _("This computer only"));
  for (guint i = 0; i < g_list_model_get_n_items (calendars); i++)
    {
      g_autoptr(PlnRemoteCalendar) calendar = g_list_model_get_item (calendars, i);
      g_autofree char *title = pln_str_one_line (pln_remote_calendar_get_title (calendar));

      if (!pln_remote_calendar_get_chosen (calendar) || !pln_remote_calendar_get_may_write (calendar))
        continue;
      g_ptr_array_add (self->places, g_object_ref (calendar));
      gtk_string_list_append (names, *title != '\0' ? title : _("Without a name"));
    }

  adw_combo_row_set_model (self->gatherings_row, G_LIST_MODEL (names));
  adw_combo_row_set_model (self->organisers_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->gatherings_row,
                              position_of (self->places, pln_sign_in_get_for_gatherings (self->sign_in)));
  adw_combo_row_set_selected (self->organisers_row,
                              position_of (self->places, pln_sign_in_get_for_organisers (self->sign_in)));
  self->is_filling = FALSE;
}

/* A calendar that takes no notes cannot hold what only organisers share. */
static void
show_fit (PlnAccountCalendars *self)
{
  PlnRemoteCalendar *organisers = pln_sign_in_get_for_organisers (self->sign_in);
  gboolean fits = organisers == NULL || pln_remote_calendar_get_holds (organisers) == PLN_HOLDS_ALL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->organisers_row),
                               fits ? _("For organisers only; needs and consent stay on this computer")
                                    : _("That calendar does not take all of it; the rest stays on this computer"));
}

static void
place_cb (PlnAccountCalendars *self)
{
  if (self->is_filling || self->sign_in == NULL)
    return;

  pln_sign_in_set_for_gatherings (self->sign_in, place_at (self->places, adw_combo_row_get_selected (self->gatherings_row)));
  pln_sign_in_set_for_organisers (self->sign_in, place_at (self->places, adw_combo_row_get_selected (self->organisers_row)));
  show_fit (self);
}

static void
count (PlnAccountCalendars *self)
{
  GListModel *calendars = G_LIST_MODEL (pln_sign_in_get_calendars (self->sign_in));

  self->n_chosen = 0;
  for (guint i = 0; i < g_list_model_get_n_items (calendars); i++)
    {
      g_autoptr(PlnRemoteCalendar) calendar = g_list_model_get_item (calendars, i);

      if (pln_remote_calendar_get_chosen (calendar))
        self->n_chosen++;
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHOSEN]);
}

/* What is not used any more takes nothing new; the first that is used may. */
static void
chosen_cb (PlnAccountCalendars *self,
           GParamSpec          *pspec,
           PlnRemoteCalendar   *calendar)
{
  gboolean is_chosen = pln_remote_calendar_get_chosen (calendar);
  gboolean may_write = pln_remote_calendar_get_may_write (calendar);

  if (!is_chosen && pln_sign_in_get_for_gatherings (self->sign_in) == calendar)
    pln_sign_in_set_for_gatherings (self->sign_in, NULL);
  if (!is_chosen && pln_sign_in_get_for_organisers (self->sign_in) == calendar)
    pln_sign_in_set_for_organisers (self->sign_in, NULL);
  if (is_chosen && may_write && self->n_chosen == 0 && pln_sign_in_get_account (self->sign_in) == NULL)
    {
      pln_sign_in_set_for_gatherings (self->sign_in, calendar);
      if (pln_remote_calendar_get_holds (calendar) == PLN_HOLDS_ALL)
        pln_sign_in_set_for_organisers (self->sign_in, calendar);
    }

  count (self);
  fill_places (self);
  show_fit (self);
}

static void
show_words (PlnAccountCalendars *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (pln_sign_in_get_calendars (self->sign_in)));
  const char *host = pln_sign_in_get_host (self->sign_in);
  g_autofree char *found = NULL;
  g_autofree char *signed_in = g_strdup_printf (_("Signed in as %s"), pln_sign_in_get_user (self->sign_in));
  g_autofree char *all = NULL;

  found = n == 0 ? g_strdup_printf (_("No calendar yet at %s"), host)
                 : g_strdup_printf (ngettext ("%u calendar found at %s", "%u calendars found at %s", n), n, host);
  all = g_strjoin (" · ", signed_in, pln_sign_in_get_encrypted (self->sign_in) ? _("encrypted") : _("not encrypted"),
                   pln_sign_in_get_schedules (self->sign_in) ? _("answers of guests come back by themselves") : NULL, NULL);
  gtk_label_set_label (self->found, found);
  gtk_label_set_label (self->signed_in, all);
}

static void
clear_rows (PlnAccountCalendars *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      PlnRemoteCalendar *calendar = g_object_get_data (G_OBJECT (row), "calendar");

      g_signal_handlers_disconnect_by_func (calendar, chosen_cb, self);
      gtk_list_box_remove (self->list, row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_making (PlnAccountCalendars *self,
             gboolean             is_making)
{
  gtk_widget_set_visible (self->make_row, !is_making);
  gtk_widget_set_visible (GTK_WIDGET (self->name_row), is_making);
}

static void
calendars_cb (PlnAccountCalendars *self)
{
  GListModel *calendars = G_LIST_MODEL (pln_sign_in_get_calendars (self->sign_in));
  guint n = g_list_model_get_n_items (calendars);

  clear_rows (self);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnRemoteCalendar) calendar = g_list_model_get_item (calendars, i);
      GtkWidget *row = pln_remote_row_new (calendar);

      g_object_set_data_full (G_OBJECT (row), "calendar", g_object_ref (calendar), g_object_unref);
      g_signal_connect_swapped (calendar, "notify::chosen", G_CALLBACK (chosen_cb), self);
      gtk_list_box_insert (self->list, row, (int) i);
      g_ptr_array_add (self->rows, row);
    }

  show_making (self, n == 0);
  show_words (self);
  count (self);
  fill_places (self);
  show_fit (self);
}

static void
make_row_cb (PlnAccountCalendars *self)
{
  show_making (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

static void
name_changed_cb (PlnAccountCalendars *self)
{
  g_autofree char *name = pln_str_one_line (gtk_editable_get_text (self->name_row));

  gtk_widget_set_sensitive (self->create, *name != '\0');
}

static void
create_cb (PlnAccountCalendars *self)
{
  g_autofree char *name = pln_str_one_line (gtk_editable_get_text (self->name_row));

  if (*name != '\0' && !pln_sign_in_get_busy (self->sign_in))
    PLN_WISHES_GET_IFACE (self->wishes)->make_calendar (self->wishes, self->sign_in, name);
}

static void
problem_cb (PlnAccountCalendars *self)
{
  gboolean is_wrong = pln_sign_in_get_step (self->sign_in) == PLN_SIGN_IN_CALENDARS
                      && pln_sign_in_get_problem (self->sign_in) != PLN_SIGN_IN_IS_FINE;
  GtkWidget *field = gtk_widget_get_visible (GTK_WIDGET (self->name_row)) ? GTK_WIDGET (self->name_row) : self->make_row;

  pln_problem_row_show (self->problem, is_wrong ? field : NULL,
                        is_wrong ? pln_sign_in_get_problem_words (self->sign_in) : NULL);
}

static void
addresses_cb (PlnAccountCalendars *self)
{
  gtk_widget_set_visible (self->address_group, *pln_sign_in_get_addresses (self->sign_in) == NULL);
}

static void
close_sign_in (PlnAccountCalendars *self)
{
  if (self->sign_in == NULL)
    return;

  clear_rows (self);
  g_signal_handlers_disconnect_by_data (self->sign_in, self);
  g_signal_handlers_disconnect_by_data (pln_sign_in_get_calendars (self->sign_in), self);
  g_clear_object (&self->sign_in);
}

static void
pln_account_calendars_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  g_assert (prop_id == PROP_CHOSEN);
  g_value_set_uint (value, PLN_ACCOUNT_CALENDARS (object)->n_chosen);
}

static void
pln_account_calendars_dispose (GObject *object)
{
  PlnAccountCalendars *self = PLN_ACCOUNT_CALENDARS (object);

  self->is_filling = TRUE;
  close_sign_in (self);
  g_ptr_array_set_size (self->places, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLN_TYPE_ACCOUNT_CALENDARS);
  g_clear_object (&self->wishes);

  G_OBJECT_CLASS (pln_account_calendars_parent_class)->dispose (object);
}

static void
pln_account_calendars_finalize (GObject *object)
{
  PlnAccountCalendars *self = PLN_ACCOUNT_CALENDARS (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->places);

  G_OBJECT_CLASS (pln_account_calendars_parent_class)->finalize (object);
}

static void
pln_account_calendars_class_init (PlnAccountCalendarsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pln_account_calendars_get_property;
  object_class->dispose = pln_account_calendars_dispose;
  object_class->finalize = pln_account_calendars_finalize;

  /**
   * PlnAccountCalendars:chosen:
   *
   * How many calendars are chosen.
   */
  props[PROP_CHOSEN] =
    g_param_spec_uint ("chosen", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (PLN_TYPE_PROBLEM_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-account-calendars.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnAccountCalendars, found);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountCalendars, signed_in);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountCalendars, list);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountCalendars, make_row);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountCalendars, name_row);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountCalendars, create);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountCalendars, problem);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountCalendars, gatherings_row);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountCalendars, organisers_row);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountCalendars, address_group);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountCalendars, address_row);
  gtk_widget_class_bind_template_callback (widget_class, make_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_cb);
}

static void
pln_account_calendars_init (PlnAccountCalendars *self)
{
  self->rows = g_ptr_array_new ();
  self->places = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pln_account_calendars_open:
 * @self: the step
 * @wishes: who carries out what is asked
 * @sign_in: the sign-in that it belongs to
 * @name: (nullable): the title of the gathering that is looked at
 *
 * Follows @sign_in. A new calendar may be made for the gathering, by its name.
 */
void
pln_account_calendars_open (PlnAccountCalendars *self,
                            PlnWishes           *wishes,
                            PlnSignIn           *sign_in,
                            const char          *name)
{
  g_return_if_fail (PLN_IS_ACCOUNT_CALENDARS (self));
  g_return_if_fail (self->sign_in == NULL);

  self->wishes = g_object_ref (wishes);
  self->sign_in = g_object_ref (sign_in);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->make_row),
                                 name != NULL ? _("Create a new calendar for this gathering") : _("Create a new calendar"));
  gtk_editable_set_text (self->name_row, name != NULL ? name : "");
  name_changed_cb (self);
  g_object_bind_property (sign_in, "own-address", self->address_row, "text", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_swapped (sign_in, "notify::addresses", G_CALLBACK (addresses_cb), self);
  g_signal_connect_swapped (sign_in, "notify::problem", G_CALLBACK (problem_cb), self);
  g_signal_connect_swapped (sign_in, "notify::problem-words", G_CALLBACK (problem_cb), self);
  g_signal_connect_swapped (pln_sign_in_get_calendars (sign_in), "items-changed", G_CALLBACK (calendars_cb), self);
  calendars_cb (self);
  addresses_cb (self);
}

guint
pln_account_calendars_get_chosen (PlnAccountCalendars *self)
{
  g_return_val_if_fail (PLN_IS_ACCOUNT_CALENDARS (self), 0);

  return self->n_chosen;
}
