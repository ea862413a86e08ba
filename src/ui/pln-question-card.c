/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-question-card.h"

#include "pln-cards.h"
#include "pln-clock.h"
#include "pln-differences.h"
#include "pln-pair.h"
#include "pln-question-side.h"

#include <glib/gi18n.h>

/**
 * PlnQuestionCard:
 *
 * The questions that sync has for the user, one after the other: both texts of
 * a conflict side by side with what is different in them, or what is to become
 * of things that are gone on the server. It is not there while there is none.
 */
struct _PlnQuestionCard
{
  AdwBin           parent_instance;

  PlnWishes       *wishes;
  GListModel      *questions; /* (nullable) */
  PlnQuestion     *question;  /* (nullable): the one that is shown */
  guint            at;

  GtkLabel        *title;
  GtkLabel        *subtitle;
  GtkWidget       *pager;
  GtkLabel        *position;
  GtkWidget       *sides;
  PlnQuestionSide *mine;
  PlnQuestionSide *theirs;
  GtkWidget       *buttons;
  GtkButton       *all;
  GtkButton       *other;
  GtkButton       *keep;
};

G_DEFINE_FINAL_TYPE (PlnQuestionCard, pln_question_card, ADW_TYPE_BIN)

/* “Kit Dunnock, 13:52”, with the day if that is not today. */
static char *
who_words (const char *who,
           GDateTime  *when)
{
  g_autoptr(GDateTime) now = pln_clock_now_here ();
  g_autoptr(GDateTime) here = when != NULL ? g_date_time_to_timezone (when, g_date_time_get_timezone (now)) : NULL;
  g_autofree char *words = NULL;

  if (here == NULL)
    return g_strdup (who);

  words = g_date_time_format (here, g_date_time_get_day_of_year (here) == g_date_time_get_day_of_year (now)
                                    && g_date_time_get_year (here) == g_date_time_get_year (now) ? "%H:%M" : "%e %B %H:%M");

  return g_strdup_printf ("%s, %s", who, g_strstrip (words));
}

static const char *
title_words (PlnQuestion *question)
{
  static const char *const texts[] = { "SUMMARY", "DESCRIPTION", "LOCATION", "X-PLENARY-LINE", NULL };
  const char *part = pln_question_get_part (question);

  if (g_strv_contains (texts, part))
    return _("Two people changed the same text");
  if (g_str_equal (part, "DTSTART"))
    return _("Two people changed the same time");

  return _("Two people changed the same");
}

/* Of conflicts, as one answer to many deletions is none to another. */
static guint
count_conflicts (PlnQuestionCard *self)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (self->questions); i++)
    {
      g_autoptr(PlnQuestion) question = g_list_model_get_item (self->questions, i);

      if (pln_question_get_n_deleted (question) == 0)
        n++;
    }

  return n;
}

static void
show_buttons (PlnQuestionCard *self)
{
  guint n_deleted = pln_question_get_n_deleted (self->question);
  gboolean is_mine = pln_question_side_get_chosen (self->mine);
  gboolean has_other = n_deleted > 0 || pln_question_get_may_both (self->question);
  gboolean has_all = n_deleted == 0 && count_conflicts (self) > 1;
  g_autofree char *delete = g_strdup_printf (ngettext ("Delete %u here too", "Delete %u here too", n_deleted), n_deleted);

  gtk_button_set_label (self->keep, n_deleted > 0 ? _("Keep all, put them back") : is_mine ? _("Keep mine") : _("Keep theirs"));
  gtk_button_set_label (self->other, n_deleted > 0 ? delete : _("Keep both"));
  gtk_button_set_label (self->all, is_mine ? _("Keep mine for all") : _("Keep theirs for all"));
  gtk_widget_set_visible (GTK_WIDGET (self->other), has_other);
  gtk_widget_set_visible (GTK_WIDGET (self->all), has_all);
  g_object_set (self->buttons, "max-columns", 1 + has_other + has_all, NULL);
}

static void
show_sides (PlnQuestionCard *self)
{
  PlnQuestion *question = self->question;
  const char *mine = pln_question_get_mine (question);
  const char *theirs = pln_question_get_theirs (question);
  const char *who = pln_question_get_who (question);
  g_autofree char *mine_who = who_words (_("this computer"), pln_question_get_mine_at (question));
  g_autofree char *theirs_who = who_words (*who != '\0' ? who : _("the server"), pln_question_get_theirs_at (question));
  g_autoptr(GArray) in_mine = NULL;
  g_autoptr(GArray) in_theirs = NULL;

  pln_differences_find (mine, theirs, &in_mine, &in_theirs);
  pln_question_side_show (self->mine, mine_who, mine, in_mine);
  pln_question_side_show (self->theirs, theirs_who, theirs, in_theirs);
  pln_question_side_choose (self->mine);
}

static void
show (PlnQuestionCard *self)
{
  guint n = g_list_model_get_n_items (self->questions);
  g_autoptr(PlnQuestion) question = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *position = NULL;
  gboolean is_new;

  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  self->at = n > 0 ? MIN (self->at, n - 1) : 0;
  question = g_list_model_get_item (self->questions, self->at);
  is_new = g_set_object (&self->question, question);
  if (question == NULL)
    return;

  title = pln_question_words_title (question);
  if (pln_question_get_n_deleted (question) > 0)
    subtitle = g_strdup (_("They are kept here until you choose. What is deleted here waits in the bin for 30 days."));
  else
    subtitle = g_strdup_printf (_("%s. Nothing is lost: both are kept until you choose."), title);
  gtk_label_set_label (self->title, pln_question_get_n_deleted (question) > 0 ? title : title_words (question));
  gtk_label_set_label (self->subtitle, subtitle);

  /* Translators: which question of how many, as in “1 of 3” */
  position = g_strdup_printf (_("%u of %u"), self->at + 1, n);
  gtk_label_set_label (self->position, position);
  gtk_widget_set_visible (self->pager, n > 1);
  gtk_widget_set_visible (self->sides, pln_question_get_n_deleted (question) == 0);
  if (is_new)
    show_sides (self);
  show_buttons (self);
}

/* The question that is read stays, whatever comes before it. */
static void
questions_cb (PlnQuestionCard *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->questions); i++)
    {
      g_autoptr(PlnQuestion) question = g_list_model_get_item (self->questions, i);

      if (question == self->question)
        self->at = i;
    }
  show (self);
}

static void
chosen_cb (PlnQuestionCard *self)
{
  if (self->question != NULL)
    show_buttons (self);
}

static void
step_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnQuestionCard *self = PLN_QUESTION_CARD (widget);
  int n = (int) g_list_model_get_n_items (self->questions);

  if (n == 0)
    return;

  self->at = (guint) (((int) self->at + g_variant_get_int32 (parameter) + n) % n);
  show (self);
}

static void
solve (PlnQuestionCard *self,
       gboolean         all,
       PlnSolution      solution)
{
  g_autoptr(GPtrArray) questions = g_ptr_array_new_with_free_func (g_object_unref);

  if (!all)
    g_ptr_array_add (questions, g_object_ref (self->question));
  for (guint i = 0; all && i < g_list_model_get_n_items (self->questions); i++)
    {
      g_autoptr(PlnQuestion) question = g_list_model_get_item (self->questions, i);

      if (pln_question_get_n_deleted (question) == 0)
        g_ptr_array_add (questions, g_steal_pointer (&question));
    }

  PLN_WISHES_GET_IFACE (self->wishes)->solve_questions (self->wishes, questions, solution);
}

static PlnSolution
chosen (PlnQuestionCard *self)
{
  return pln_question_get_n_deleted (self->question) > 0 || pln_question_side_get_chosen (self->mine)
           ? PLN_SOLUTION_MINE : PLN_SOLUTION_THEIRS;
}

static void
keep_cb (PlnQuestionCard *self)
{
  solve (self, FALSE, chosen (self));
}

static void
other_cb (PlnQuestionCard *self)
{
  solve (self, FALSE, pln_question_get_n_deleted (self->question) > 0 ? PLN_SOLUTION_THEIRS : PLN_SOLUTION_BOTH);
}

static void
all_cb (PlnQuestionCard *self)
{
  solve (self, TRUE, chosen (self));
}

static void
pln_question_card_dispose (GObject *object)
{
  PlnQuestionCard *self = PLN_QUESTION_CARD (object);

  if (self->questions != NULL)
    g_signal_handlers_disconnect_by_data (self->questions, self);
  g_clear_object (&self->question);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLN_TYPE_QUESTION_CARD);
  g_clear_object (&self->questions);
  g_clear_object (&self->wishes);

  G_OBJECT_CLASS (pln_question_card_parent_class)->dispose (object);
}

static void
pln_question_card_class_init (PlnQuestionCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_question_card_dispose;

  g_type_ensure (PLN_TYPE_CARDS);
  g_type_ensure (PLN_TYPE_PAIR);
  g_type_ensure (PLN_TYPE_QUESTION_SIDE);
  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-question-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnQuestionCard, title);
  gtk_widget_class_bind_template_child (widget_class, PlnQuestionCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, PlnQuestionCard, pager);
  gtk_widget_class_bind_template_child (widget_class, PlnQuestionCard, position);
  gtk_widget_class_bind_template_child (widget_class, PlnQuestionCard, sides);
  gtk_widget_class_bind_template_child (widget_class, PlnQuestionCard, mine);
  gtk_widget_class_bind_template_child (widget_class, PlnQuestionCard, theirs);
  gtk_widget_class_bind_template_child (widget_class, PlnQuestionCard, buttons);
  gtk_widget_class_bind_template_child (widget_class, PlnQuestionCard, all);
  gtk_widget_class_bind_template_child (widget_class, PlnQuestionCard, other);
  gtk_widget_class_bind_template_child (widget_class, PlnQuestionCard, keep);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);

  gtk_widget_class_install_action (widget_class, "question.step", "i", step_cb);
}

static void
pln_question_card_init (PlnQuestionCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pln_question_side_join (self->mine, self->theirs, _("Yours"), _("Theirs"));
}

/**
 * pln_question_card_open:
 * @self: a card
 * @wishes: who knows the questions, and takes the answers
 */
void
pln_question_card_open (PlnQuestionCard *self,
                        PlnWishes       *wishes)
{
  g_return_if_fail (PLN_IS_QUESTION_CARD (self));
  g_return_if_fail (self->wishes == NULL);

  self->wishes = g_object_ref (wishes);
  self->questions = g_object_ref (PLN_WISHES_GET_IFACE (wishes)->list_questions (wishes));
  g_signal_connect_swapped (self->questions, "items-changed", G_CALLBACK (questions_cb), self);
  show (self);
}

/**
 * pln_question_card_find:
 * @self: a card
 * @uid: the UID of an object
 *
 * Shows the first question about that object, if there is one.
 */
void
pln_question_card_find (PlnQuestionCard *self,
                        const char      *uid)
{
  g_return_if_fail (PLN_IS_QUESTION_CARD (self));

  for (guint i = 0; i < g_list_model_get_n_items (self->questions); i++)
    {
      g_autoptr(PlnQuestion) question = g_list_model_get_item (self->questions, i);

      if (g_str_equal (pln_question_get_uid (question), uid))
        {
          self->at = i;
          show (self);
          return;
        }
    }
}
