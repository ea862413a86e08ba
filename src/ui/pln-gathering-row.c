/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-gathering-row.h"

#include "pln-clock.h"
#include "pln-config.h"
#include "pln-date-tile.h"
#include "pln-gathering-list.h"
#include "pln-rsvp-bar.h"
#include "pln-str.h"

#include <glib/gi18n.h>

/**
 * PlnGatheringRow:
 *
 * A gathering in the sidebar: when, what, where, and the one number that
 * matters.
 */
struct _PlnGatheringRow
{
  GtkListBoxRow parent_instance;

  PlnGathering *gathering;
  guint         update_id;

  PlnDateTile  *tile;
  GtkLabel     *title;
  GtkLabel     *place;
  PlnRsvpBar   *bar;
  GtkLabel     *count;
};

G_DEFINE_FINAL_TYPE (PlnGatheringRow, pln_gathering_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
place_of (PlnGathering *gathering)
{
  const char *location = pln_gathering_get_location (gathering);

  if (location[0] != '\0')
    return location;

  return pln_gathering_get_online (gathering)[0] != '\0' ? _("Online") : _("No place yet");
}

/* The tile shows day and month, which is enough for this year only. */
static int
other_year (PlnGathering *gathering)
{
  GDateTime *start = pln_gathering_get_start (gathering);
  g_autoptr(GDateTime) now = pln_clock_now_here ();

  return start != NULL && g_date_time_get_year (start) != g_date_time_get_year (now) ? g_date_time_get_year (start) : 0;
}

/* The second line: the place, and what is unusual. */
static char *
second_line (PlnGathering *gathering)
{
  g_autofree char *place = pln_str_one_line (place_of (gathering));
  int year = other_year (gathering);

  if (pln_gathering_get_cancelled (gathering))
    /* Translators: a place, and that the gathering there does not take place */
    return g_strdup_printf (_("%s · Cancelled"), place);
  if (pln_gathering_get_state (gathering) == PLN_STATE_DRAFT)
    /* Translators: a place, and that only the organisers know of the gathering */
    return g_strdup_printf (_("%s · Draft"), place);
  if (year != 0)
    /* Translators: a place, and the year of a gathering that is not this year */
    return g_strdup_printf (_("%s · %d"), place, year);

  return g_steal_pointer (&place);
}

/* The one number that matters: who comes; when it is over and known, who came. */
static char *
number (PlnGathering *gathering)
{
  guint came = pln_gathering_get_n_came (gathering);
  guint going = pln_gathering_get_n_answers (gathering, PLN_ANSWER_ACCEPTED);

  if (pln_gathering_get_n_attendees (gathering) == 0)
    return g_strdup (_("Nobody invited yet"));
  if (came > 0 && pln_gathering_list_section (gathering) == PLN_SECTION_PAST)
    return g_strdup_printf (ngettext ("%u came", "%u came", came), came);

  return g_strdup_printf (ngettext ("%u going", "%u going", going), going);
}

/* What a person would say, most important first. */
static char *
spoken (PlnGathering *gathering,
        const char   *title,
        const char   *second)
{
  GDateTime *start = pln_gathering_get_start (gathering);
  g_autofree char *words = pln_rsvp_bar_words (gathering);
  g_autofree char *day = NULL;

  if (start == NULL)
    return g_strdup_printf (_("%s, %s; %s"), title, second, words);

  /* Translators: a date with its year, as spoken; see man strftime */
  day = g_date_time_format (start, _("%-e %B %Y"));

  return g_strdup_printf (_("%s, %s, %s; %s"), title, day, second, words);
}

static void
update (PlnGatheringRow *self)
{
  g_autofree char *title = pln_str_one_line (pln_gathering_get_title (self->gathering));
  g_autofree char *second = second_line (self->gathering);
  g_autofree char *count = number (self->gathering);
  g_autofree char *name = NULL;
  gboolean empty = pln_gathering_get_n_attendees (self->gathering) == 0;

  if (title[0] == '\0')
    {
      g_free (title);
      title = g_strdup (_("Without a title"));
    }

  pln_date_tile_show (self->tile, pln_gathering_get_start (self->gathering), pln_gathering_get_colour (self->gathering));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->place, second);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), !empty);
  if (empty)
    gtk_widget_add_css_class (GTK_WIDGET (self->count), "pln-dim");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->count), "pln-dim");

  name = spoken (self->gathering, title, second);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
update_cb (gpointer user_data)
{
  PlnGatheringRow *self = user_data;

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* One update for the dozen notifications that a saved form sends. */
static void
gathering_notify_cb (PlnGatheringRow *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_DEFAULT, update_cb, self, NULL);
}

static void
pln_gathering_row_dispose (GObject *object)
{
  PlnGatheringRow *self = PLN_GATHERING_ROW (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->gathering != NULL)
    g_signal_handlers_disconnect_by_data (self->gathering, self);
  g_clear_object (&self->gathering);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLN_TYPE_GATHERING_ROW);

  G_OBJECT_CLASS (pln_gathering_row_parent_class)->dispose (object);
}

static void
pln_gathering_row_class_init (PlnGatheringRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pln_gathering_row_dispose;

  g_type_ensure (PLN_TYPE_DATE_TILE);
  g_type_ensure (PLN_TYPE_RSVP_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-gathering-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringRow, tile);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringRow, title);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringRow, place);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringRow, bar);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringRow, count);
}

static void
pln_gathering_row_init (PlnGatheringRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pln_gathering_row_new:
 * @gathering: what the row shows and follows
 *
 * Returns: a row for a [class@Gtk.ListBox]
 */
GtkWidget *
pln_gathering_row_new (PlnGathering *gathering)
{
  PlnGatheringRow *self = g_object_new (PLN_TYPE_GATHERING_ROW, NULL);

  g_return_val_if_fail (PLN_IS_GATHERING (gathering), NULL);

  self->gathering = g_object_ref (gathering);
  g_signal_connect_swapped (gathering, "notify", G_CALLBACK (gathering_notify_cb), self);
  pln_rsvp_bar_set_gathering (self->bar, gathering);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * pln_gathering_row_get_gathering:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
PlnGathering *
pln_gathering_row_get_gathering (PlnGatheringRow *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING_ROW (self), NULL);

  return self->gathering;
}
