/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-invite-preview.h"

#include "pln-date-tile.h"
#include "pln-invitation-words.h"
#include "pln-str.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>

/**
 * PlnInvitePreview:
 *
 * What one guest gets: the words for the mail, and the event as a calendar
 * shows it. Arrows go through the guests.
 */
struct _PlnInvitePreview
{
  AdwBin        parent_instance;

  PlnGathering *gathering;
  GPtrArray    *guests;
  guint         position;

  GtkLabel     *count_label;
  GtkWidget    *previous_button;
  GtkWidget    *next_button;
  GtkLabel     *to_label;
  GtkLabel     *title_label;
  GtkLabel     *words_label;
  PlnDateTile  *tile;
  GtkLabel     *times_label;
  GtkLabel     *place_label;
  GtkWidget    *answers;
};

G_DEFINE_FINAL_TYPE (PlnInvitePreview, pln_invite_preview, ADW_TYPE_BIN)

/* “18:30–20:30, London time”; the day stands on the tile. */
static char *
times_of (PlnGathering *gathering)
{
  GDateTime *start = pln_gathering_get_start (gathering);
  GDateTime *end = pln_gathering_get_end (gathering);
  g_autofree char *zone = pln_when_words_zone (pln_gathering_get_zone (gathering));
  g_autofree char *times = NULL;

  if (start == NULL || pln_gathering_get_all_day (gathering)
      || (end != NULL && g_date_time_difference (end, start) > G_TIME_SPAN_DAY))
    return pln_when_words (start, end, pln_gathering_get_zone (gathering), pln_gathering_get_all_day (gathering));

  times = pln_when_words_times (start, end);

  return *zone != '\0' ? g_strdup_printf ("%s, %s", times, zone) : g_steal_pointer (&times);
}

static void
show_event (PlnInvitePreview *self)
{
  g_autofree char *title = pln_str_one_line (pln_gathering_get_title (self->gathering));
  g_autofree char *times = times_of (self->gathering);
  g_autofree char *place = pln_str_one_line (pln_gathering_get_location (self->gathering));
  gboolean cancelled = pln_gathering_get_cancelled (self->gathering);
  /* Translators: the placeholder is the title of a gathering. */
  g_autofree char *subject = cancelled ? g_strdup_printf (_("Cancelled: %s"), title) : g_strdup (title);

  gtk_label_set_label (self->title_label, subject);
  pln_date_tile_show (self->tile, pln_gathering_get_start (self->gathering), pln_gathering_get_colour (self->gathering));
  gtk_label_set_label (self->times_label, times);
  gtk_label_set_label (self->place_label, place);
  gtk_widget_set_visible (GTK_WIDGET (self->place_label), *place != '\0');
  gtk_widget_set_visible (self->answers, !cancelled);
}

static void
show_guest (PlnInvitePreview *self)
{
  PlnAttendee *guest = self->position < self->guests->len ? g_ptr_array_index (self->guests, self->position) : NULL;
  g_autofree char *words = pln_invitation_words (self->gathering, guest);
  g_autofree char *count = NULL;
  g_autofree char *name = NULL;
  g_autofree char *to = NULL;

  if (guest != NULL)
    {
      name = pln_str_one_line (pln_attendee_get_display_name (guest));
      /* Translators: a person. */
      to = *pln_attendee_get_email (guest) != '\0' ? g_strdup_printf (_("To: %s · this copy names no other guest"), name)
                                                   : g_strdup_printf (_("%s has no address and gets none"), name);
      /* Translators: a position and how many there are. */
      count = g_strdup_printf (_("%u of %u"), self->position + 1, self->guests->len);
    }

  gtk_label_set_label (self->to_label, to != NULL ? to : _("To nobody yet"));
  gtk_label_set_label (self->count_label, count != NULL ? count : "");
  gtk_label_set_label (self->words_label, g_strchomp (words));
  gtk_widget_set_sensitive (self->previous_button, self->position > 0);
  gtk_widget_set_sensitive (self->next_button, self->position + 1 < self->guests->len);
}

static void
previous_cb (PlnInvitePreview *self)
{
  self->position--;
  show_guest (self);
}

static void
next_cb (PlnInvitePreview *self)
{
  self->position++;
  show_guest (self);
}

static void
pln_invite_preview_dispose (GObject *object)
{
  PlnInvitePreview *self = PLN_INVITE_PREVIEW (object);

  g_clear_pointer (&self->guests, g_ptr_array_unref);
  g_clear_object (&self->gathering);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLN_TYPE_INVITE_PREVIEW);

  G_OBJECT_CLASS (pln_invite_preview_parent_class)->dispose (object);
}

static void
pln_invite_preview_class_init (PlnInvitePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_invite_preview_dispose;

  g_type_ensure (PLN_TYPE_DATE_TILE);

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-invite-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnInvitePreview, count_label);
  gtk_widget_class_bind_template_child (widget_class, PlnInvitePreview, previous_button);
  gtk_widget_class_bind_template_child (widget_class, PlnInvitePreview, next_button);
  gtk_widget_class_bind_template_child (widget_class, PlnInvitePreview, to_label);
  gtk_widget_class_bind_template_child (widget_class, PlnInvitePreview, title_label);
  gtk_widget_class_bind_template_child (widget_class, PlnInvitePreview, words_label);
  gtk_widget_class_bind_template_child (widget_class, PlnInvitePreview, tile);
  gtk_widget_class_bind_template_child (widget_class, PlnInvitePreview, times_label);
  gtk_widget_class_bind_template_child (widget_class, PlnInvitePreview, place_label);
  gtk_widget_class_bind_template_child (widget_class, PlnInvitePreview, answers);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
pln_invite_preview_init (PlnInvitePreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pln_invite_preview_show:
 * @self: a preview
 * @gathering: what they are invited to
 * @guests: (element-type PlnAttendee): who gets something, may be empty
 *
 * Shows what @guests get. It stays with the guest it showed, if it still can.
 */
void
pln_invite_preview_show (PlnInvitePreview *self,
                         PlnGathering     *gathering,
                         GPtrArray        *guests)
{
  PlnAttendee *shown;
  guint position = 0;

  g_return_if_fail (PLN_IS_INVITE_PREVIEW (self));
  g_return_if_fail (PLN_IS_GATHERING (gathering));
  g_return_if_fail (guests != NULL);

  shown = self->guests != NULL && self->position < self->guests->len ? g_ptr_array_index (self->guests, self->position) : NULL;
  if (shown == NULL || !g_ptr_array_find (guests, shown, &position))
    position = 0;

  g_ptr_array_ref (guests);
  g_clear_pointer (&self->guests, g_ptr_array_unref);
  self->guests = guests;
  self->position = position;
  g_set_object (&self->gathering, gathering);
  show_event (self);
  show_guest (self);
}
