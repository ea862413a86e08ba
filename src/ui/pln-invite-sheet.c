/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-invite-sheet.h"

#include "pln-address.h"
#include "pln-file-dialog.h"
#include "pln-invite-guests.h"
#include "pln-invite-preview.h"
#include "pln-pair.h"
#include "pln-problem-row.h"
#include "pln-str.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>

/* Why somebody is invited, as the rows say it. */
static const struct
{
  const char *title;
  const char *subtitle;
  gboolean    ticked;
} group_words[PLN_N_INVITE_GROUPS] = {
  [PLN_INVITE_CHOSEN] = { N_("Chosen in the list"), NULL, TRUE },
  [PLN_INVITE_NEW] = { N_("New, not invited yet"), NULL, TRUE },
  [PLN_INVITE_CHANGED] = { N_("Invited, but something has changed since"), N_("An update with the new time and place"), TRUE },
  [PLN_INVITE_SILENT] = { N_("Invited, no answer yet"), N_("The invitation again, as a reminder"), FALSE },
  [PLN_INVITE_ANSWERED] = { N_("Going, or maybe"), N_("Nothing new for them"), FALSE },
  [PLN_INVITE_WAITING] = { N_("On the waiting list"), N_("Only if there is room for them now"), FALSE },
  [PLN_INVITE_CANCELLED] = { N_("Everybody who has an invitation"), N_("Takes it out of their calendars"), TRUE },
};

/**
 * PlnInviteSheet:
 *
 * Who is to get an invitation, an update or a cancellation as a file, and what
 * it looks like. The sentence on top always says what the button would do.
 */
struct _PlnInviteSheet
{
  PlnSheet          parent_instance;

  PlnWishes        *wishes;
  PlnGathering     *gathering;
  GPtrArray        *groups[PLN_N_INVITE_GROUPS];
  GtkCheckButton   *checks[PLN_N_INVITE_GROUPS]; /* NULL: nobody is in it */

  GtkLabel         *notice_label;
  GtkWidget        *identity_group;
  GtkEditable      *name_row;
  GtkEditable      *email_row;
  PlnProblemRow    *identity_problem;
  GtkWidget        *who_group;
  PlnInvitePreview *preview;
};

G_DEFINE_FINAL_TYPE (PlnInviteSheet, pln_invite_sheet, PLN_TYPE_SHEET)

static GPtrArray *
ticked_guests (PlnInviteSheet *self)
{
  GPtrArray *guests = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < PLN_N_INVITE_GROUPS; i++)
    if (self->checks[i] != NULL && gtk_check_button_get_active (self->checks[i]))
      g_ptr_array_extend (guests, self->groups[i], (GCopyFunc) (void (*) (void)) g_object_ref, NULL);

  return guests;
}

static char **
ids_of (GPtrArray *guests)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < guests->len; i++)
    {
      PlnAttendee *guest = g_ptr_array_index (guests, i);

      if (*pln_attendee_get_email (guest) != '\0')
        g_strv_builder_add (ids, pln_attendee_get_id (guest));
    }

  return g_strv_builder_end (ids);
}

static void
update_cb (PlnInviteSheet *self)
{
  g_autoptr(GPtrArray) guests = ticked_guests (self);
  g_autofree char *words = pln_invite_guests_words (self->gathering, guests);
  g_auto(GStrv) ids = ids_of (guests);
  guint n = g_strv_length (ids);
  g_autofree char *action = NULL;

  if (pln_gathering_get_cancelled (self->gathering))
    action = g_strdup_printf (ngettext ("Export %u cancellation…", "Export %u cancellations…", n), n);
  else
    action = g_strdup_printf (ngettext ("Export %u invitation…", "Export %u invitations…", n), n);

  gtk_label_set_label (self->notice_label, words);
  pln_sheet_set_action (PLN_SHEET (self), n > 0 ? action : _("Export…"));
  pln_sheet_set_can_act (PLN_SHEET (self), n > 0);
  pln_invite_preview_show (self->preview, self->gathering, guests);
}

static void
add_group (PlnInviteSheet *self,
           PlnInviteGroup  group,
           gboolean        ticked)
{
  guint n = self->groups[group]->len;
  g_autofree char *count = g_strdup_printf ("%u", n);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (count);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(group_words[group].title));
  if (group_words[group].subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(group_words[group].subtitle));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), ticked);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);

  self->checks[group] = GTK_CHECK_BUTTON (check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->who_group), row);
}

static void
add_nobody (PlnInviteSheet *self)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Nobody"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), pln_gathering_get_cancelled (self->gathering)
                                                       ? _("No guest has an invitation that could be cancelled")
                                                       : _("There are no guests who could be invited"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->who_group), row);
}

/* Rows with nobody are not there; when some were chosen by hand, only they are
 * ticked. */
static void
fill (PlnInviteSheet *self,
      GPtrArray      *chosen)
{
  gboolean by_hand = chosen != NULL && chosen->len > 0;
  guint n_rows = 0;

  for (guint i = 0; i < PLN_N_INVITE_GROUPS; i++)
    {
      self->groups[i] = pln_invite_guests_find (self->gathering, (PlnInviteGroup) i, chosen);
      if (self->groups[i]->len == 0)
        continue;

      add_group (self, (PlnInviteGroup) i, by_hand ? i == PLN_INVITE_CHOSEN : group_words[i].ticked);
      n_rows++;
    }
  if (n_rows == 0)
    add_nobody (self);
}

static gboolean
needs_identity (PlnInviteSheet *self)
{
  const char *email;

  PLN_WISHES_GET_IFACE (self->wishes)->get_identity (self->wishes, &email);

  return *email == '\0' && *pln_gathering_get_organiser_email (self->gathering) == '\0';
}

/* Takes in who invites, if it was asked. */
static gboolean
take_identity (PlnInviteSheet *self)
{
  g_autofree char *name = pln_str_one_line (gtk_editable_get_text (self->name_row));
  g_autofree char *email = pln_str_one_line (gtk_editable_get_text (self->email_row));
  gboolean good = pln_address_is_mail (email);

  if (!gtk_widget_get_visible (self->identity_group))
    return TRUE;

  pln_problem_row_show (self->identity_problem, good ? NULL : GTK_WIDGET (self->email_row),
                        good ? NULL : _("Without a mail address, answers could not arrive. It looks like name@example.org."));
  if (!good)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->email_row));
      return FALSE;
    }

  PLN_WISHES_GET_IFACE (self->wishes)->set_identity (self->wishes, name, email);

  return TRUE;
}

static void
folder_chosen_cb (GtkWidget *widget,
                  GFile     *folder,
                  gpointer   data)
{
  pln_invite_sheet_export (PLN_INVITE_SHEET (widget), folder);
}

static void
pln_invite_sheet_act (PlnSheet *sheet)
{
  if (take_identity (PLN_INVITE_SHEET (sheet)))
    pln_file_dialog_folder (GTK_WIDGET (sheet), _("Choose a folder for the files"), folder_chosen_cb, NULL);
}

static void
pln_invite_sheet_dispose (GObject *object)
{
  PlnInviteSheet *self = PLN_INVITE_SHEET (object);

  for (guint i = 0; i < PLN_N_INVITE_GROUPS; i++)
    g_clear_pointer (&self->groups[i], g_ptr_array_unref);
  g_clear_object (&self->wishes);
  g_clear_object (&self->gathering);

  G_OBJECT_CLASS (pln_invite_sheet_parent_class)->dispose (object);
}

static void
pln_invite_sheet_class_init (PlnInviteSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_invite_sheet_dispose;
  PLN_SHEET_CLASS (klass)->act = pln_invite_sheet_act;

  g_type_ensure (PLN_TYPE_INVITE_PREVIEW);
  g_type_ensure (PLN_TYPE_PAIR);
  g_type_ensure (PLN_TYPE_PROBLEM_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-invite-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnInviteSheet, notice_label);
  gtk_widget_class_bind_template_child (widget_class, PlnInviteSheet, identity_group);
  gtk_widget_class_bind_template_child (widget_class, PlnInviteSheet, name_row);
  gtk_widget_class_bind_template_child (widget_class, PlnInviteSheet, email_row);
  gtk_widget_class_bind_template_child (widget_class, PlnInviteSheet, identity_problem);
  gtk_widget_class_bind_template_child (widget_class, PlnInviteSheet, who_group);
  gtk_widget_class_bind_template_child (widget_class, PlnInviteSheet, preview);
}

static void
pln_invite_sheet_init (PlnInviteSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pln_invite_sheet_new:
 * @wishes: who exports
 * @gathering: a gathering, with its attendees
 *
 * Returns: (transfer none): a sheet, to be shown with [method@Sheet.present]
 */
PlnSheet *
pln_invite_sheet_new (PlnWishes    *wishes,
                      PlnGathering *gathering)
{
  return pln_invite_sheet_new_for (wishes, gathering, NULL);
}

/**
 * pln_invite_sheet_new_for:
 * @wishes: who exports
 * @gathering: a gathering, with its attendees
 * @attendees: (nullable) (element-type PlnAttendee): who was chosen by hand;
 *   at first only they are ticked
 *
 * Returns: (transfer none): a sheet, to be shown with [method@Sheet.present]
 */
PlnSheet *
pln_invite_sheet_new_for (PlnWishes    *wishes,
                          PlnGathering *gathering,
                          GPtrArray    *attendees)
{
  PlnInviteSheet *self;
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;
  g_autofree char *subtitle = NULL;

  g_return_val_if_fail (PLN_IS_WISHES (wishes), NULL);
  g_return_val_if_fail (PLN_IS_GATHERING (gathering), NULL);

  self = g_object_new (PLN_TYPE_INVITE_SHEET, NULL);
  self->wishes = g_object_ref (wishes);
  self->gathering = g_object_ref (gathering);

  title = pln_str_one_line (pln_gathering_get_title (gathering));
  date = pln_gathering_get_start (gathering) != NULL ? pln_when_words_date (pln_gathering_get_start (gathering)) : NULL;
  subtitle = date != NULL ? g_strdup_printf ("%s, %s", title, date) : g_strdup (title);
  gtk_window_set_title (GTK_WINDOW (self), pln_gathering_get_cancelled (gathering) ? _("Cancel") : _("Invite"));
  if (pln_gathering_get_cancelled (gathering))
    g_object_set (self, "cancel", _("Close"), NULL);
  pln_sheet_set_subtitle (PLN_SHEET (self), subtitle);
  gtk_widget_set_visible (self->identity_group, needs_identity (self));
  fill (self, attendees);
  update_cb (self);

  return PLN_SHEET (self);
}

/**
 * pln_invite_sheet_export:
 * @self: a sheet
 * @folder: where the files go
 *
 * Announces that everybody who is ticked gets a file, and closes the sheet.
 */
void
pln_invite_sheet_export (PlnInviteSheet *self,
                         GFile          *folder)
{
  g_autoptr(GPtrArray) guests = NULL;
  g_auto(GStrv) ids = NULL;

  g_return_if_fail (PLN_IS_INVITE_SHEET (self));
  g_return_if_fail (G_IS_FILE (folder));

  guests = ticked_guests (self);
  ids = ids_of (guests);
  PLN_WISHES_GET_IFACE (self->wishes)->export_invitations (self->wishes, self->gathering, (const char *const *) ids, folder);
  pln_sheet_close (PLN_SHEET (self));
}
