/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ask.h"

#include "pln-clock.h"
#include "pln-file-dialog.h"
#include "pln-str.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The few questions that the program asks before it does something. Both
 * answers say what will happen. */

#define YES "yes"

typedef struct
{
  PlnWishes    *wishes;
  GFile        *file;
  PlnGathering *gathering;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_clear_object (&question->wishes);
  g_clear_object (&question->file);
  g_clear_object (&question->gathering);
  g_free (question);
}

static Question *
question_new (PlnWishes    *wishes,
              GFile        *file,
              PlnGathering *gathering)
{
  Question *question = g_new0 (Question, 1);

  g_set_object (&question->wishes, wishes);
  g_set_object (&question->file, file);
  g_set_object (&question->gathering, gathering);

  return question;
}

static void
ask (GtkWindow  *window,
     const char *heading,
     const char *body,
     const char *no,
     const char *yes,
     GCallback   answered,
     Question   *question)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, heading, body));

  adw_message_dialog_add_responses (dialog, "no", no, YES, yes, NULL);
  adw_message_dialog_set_response_appearance (dialog, YES, ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "no");
  adw_message_dialog_set_close_response (dialog, "no");
  g_signal_connect_data (dialog, "response", answered, question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
backup_chosen_cb (GtkWidget *window,
                  GFile     *file,
                  gpointer   data)
{
  PlnWishes *wishes = data;

  PLN_WISHES_GET_IFACE (wishes)->backup (wishes, file);
}

/**
 * pln_ask_backup:
 * @window: a window
 * @wishes: (not nullable): who writes the backup; lives as long as @window
 *
 * Asks where a backup of the whole library shall go, and announces it.
 */
void
pln_ask_backup (GtkWindow *window,
                PlnWishes *wishes)
{
  g_autoptr(GDateTime) now = pln_clock_now_here ();
  g_autofree char *name = g_date_time_format (now, "plenary-%Y-%m-%d.backup");

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (PLN_IS_WISHES (wishes));

  pln_file_dialog_save (GTK_WIDGET (window), _("Back up the library"), name, backup_chosen_cb, wishes);
}

static void
restore_answered_cb (AdwMessageDialog *dialog,
                     const char       *response,
                     Question         *question)
{
  if (g_str_equal (response, YES))
    PLN_WISHES_GET_IFACE (question->wishes)->restore (question->wishes, question->file);
}

static void
restore_chosen_cb (GtkWidget *window,
                   GFile     *file,
                   gpointer   data)
{
  g_autofree char *name = g_file_get_basename (file);
  /* Translators: the placeholder is the name of a file. */
  g_autofree char *body = g_strdup_printf (_("Everything in the library is replaced by what “%s” holds. You can undo it."), name);

  ask (GTK_WINDOW (window), _("Replace the library by the backup?"), body,
       _("Keep the library"), _("Use the backup"), G_CALLBACK (restore_answered_cb), question_new (data, file, NULL));
}

/**
 * pln_ask_restore:
 * @window: a window
 * @wishes: (not nullable): who restores; lives as long as @window
 *
 * Asks for a backup, and whether it shall take the place of the library.
 */
void
pln_ask_restore (GtkWindow *window,
                 PlnWishes *wishes)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (PLN_IS_WISHES (wishes));

  pln_file_dialog_open (GTK_WIDGET (window), _("Choose a backup"), NULL, restore_chosen_cb, wishes);
}

static void
delete_answered_cb (AdwMessageDialog *dialog,
                    const char       *response,
                    Question         *question)
{
  if (g_str_equal (response, YES))
    PLN_WISHES_GET_IFACE (question->wishes)->delete_gathering (question->wishes, question->gathering);
}

/**
 * pln_ask_delete:
 * @window: a window
 * @wishes: who deletes
 * @gathering: a gathering
 *
 * Announces that a gathering is to be deleted. If guests have invitations, it
 * asks first, because deleting does not take these back.
 */
void
pln_ask_delete (GtkWindow    *window,
                PlnWishes    *wishes,
                PlnGathering *gathering)
{
  g_autofree char *title = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  guint n_told;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (PLN_IS_WISHES (wishes));
  g_return_if_fail (PLN_IS_GATHERING (gathering));

  n_told = pln_gathering_get_n_told (gathering);
  if (n_told == 0 || pln_gathering_get_is_example (gathering)) /* nobody was told of an example */
    {
      PLN_WISHES_GET_IFACE (wishes)->delete_gathering (wishes, gathering);
      return;
    }

  title = pln_str_one_line (pln_gathering_get_title (gathering));
  heading = g_strdup_printf (_("Delete “%s”?"), title);
  body = g_strdup_printf (ngettext ("%u guest has an invitation and is not told by this. It stays in their calendar.",
                                    "%u guests have an invitation and are not told by this. It stays in their calendars.", n_told), n_told);
  ask (window, heading, body, _("Keep it"), _("Delete without telling"), G_CALLBACK (delete_answered_cb),
       question_new (wishes, NULL, gathering));
}

/* A change of something that repeats. */
typedef struct
{
  PlnReachFunc    answered;
  gpointer        data;
  GDestroyNotify  data_free;
} ReachQuestion;

static void
reach_question_free (gpointer  data,
                     GClosure *closure)
{
  ReachQuestion *question = data;

  question->data_free (question->data);
  g_free (question);
}

static void
reach_answered_cb (AdwMessageDialog *dialog,
                   const char       *response,
                   ReachQuestion    *question)
{
  if (g_str_equal (response, "this"))
    question->answered (PLN_REACH_THIS, question->data);
  else if (g_str_equal (response, "all"))
    question->answered (PLN_REACH_ALL, question->data);
}

/**
 * pln_ask_reach:
 * @window: a window
 * @title: what something that repeats is called
 * @is_deleted: whether it is to go, else it is changed
 * @answered: gets the answer, if one is given
 * @data: (transfer full): for @answered
 * @data_free: frees @data
 *
 * Asks whether only this one or all of a series are meant.
 */
void
pln_ask_reach (GtkWindow      *window,
               const char     *title,
               gboolean        is_deleted,
               PlnReachFunc    answered,
               gpointer        data,
               GDestroyNotify  data_free)
{
  g_autofree char *line = pln_str_one_line (title);
  g_autofree char *heading = g_strdup_printf (is_deleted ? _("Delete “%s”?") : _("Change “%s”?"), line);
  ReachQuestion *question = g_new (ReachQuestion, 1);
  AdwMessageDialog *dialog;

  *question = (ReachQuestion) { answered, data, data_free };
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, heading, _("It repeats. Is only this one meant, or all of them?")));
  adw_message_dialog_add_responses (dialog, "no", _("Cancel"), "this", _("Only this one"), "all", _("All of them"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "all",
                                              is_deleted ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_DEFAULT);
  adw_message_dialog_set_default_response (dialog, "this");
  adw_message_dialog_set_close_response (dialog, "no");
  g_signal_connect_data (dialog, "response", G_CALLBACK (reach_answered_cb), question, reach_question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct
{
  PlnWishes     *wishes;
  PlnOccurrence *before;
  PlnOccurrence *after;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_object_unref (wish->wishes);
  g_object_unref (wish->before);
  g_clear_object (&wish->after);
  g_free (wish);
}

static void
save_occurrence_cb (PlnReach reach,
                    gpointer data)
{
  Wish *wish = data;

  PLN_WISHES_GET_IFACE (wish->wishes)->save_occurrence (wish->wishes, wish->before, wish->after, reach);
}

/**
 * pln_ask_occurrence:
 * @window: a window
 * @wishes: who saves
 * @before: what is shown
 * @after: (nullable): as it is to be; %NULL to delete it
 *
 * Announces a change of something in the calendar. If it repeats, it asks
 * first how far that reaches.
 */
void
pln_ask_occurrence (GtkWindow     *window,
                    PlnWishes     *wishes,
                    PlnOccurrence *before,
                    PlnOccurrence *after)
{
  Wish *wish;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (PLN_IS_WISHES (wishes));
  g_return_if_fail (PLN_IS_OCCURRENCE (before));

  wish = g_new0 (Wish, 1);
  g_set_object (&wish->wishes, wishes);
  g_set_object (&wish->before, before);
  g_set_object (&wish->after, after);
  if (pln_occurrence_get_is_recurring (before) && !pln_occurrence_get_read_only (before))
    {
      pln_ask_reach (window, pln_occurrence_get_title (before), after == NULL, save_occurrence_cb, wish, wish_free);
      return;
    }

  save_occurrence_cb (PLN_REACH_THIS, wish); /* what cannot be changed says why */
  wish_free (wish);
}
