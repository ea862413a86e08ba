/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-note-choose.h"

#include "pln-clock.h"
#include "pln-config.h"
#include "pln-str.h"
#include "pln-when-words.h"
#include "pln-when.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_PEOPLE 8 /* that are offered at once */

/* A popover in which one thing is chosen by typing. */
typedef struct
{
  GtkWidget      *popover;
  GtkWidget      *entry;
  GtkListBox     *list;
  GtkLabel       *answer;
  PlnGathering   *gathering;
  char           *group;
  gboolean        is_owner;
  PlnPersonFunc   person_chosen;
  PlnDayFunc      day_chosen;
  gpointer        data;
  GDestroyNotify  data_free;
} Choice;

static void
choice_free (Choice *choice)
{
  g_clear_object (&choice->gathering);
  g_free (choice->group);
  if (choice->data_free != NULL)
    choice->data_free (choice->data);
  g_free (choice);
}

static gboolean
unparent_cb (gpointer user_data)
{
  gtk_widget_unparent (user_data);

  return G_SOURCE_REMOVE;
}

/* Not at once: the popover is still closing. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

static Choice *
choice_new (GtkWidget      *parent,
            const char     *placeholder,
            gpointer        data,
            GDestroyNotify  data_free)
{
  Choice *choice = g_new0 (Choice, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  choice->data = data;
  choice->data_free = data_free;
  choice->popover = gtk_popover_new ();
  choice->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (choice->entry), placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, placeholder, -1);
  gtk_box_append (GTK_BOX (box), choice->entry);
  gtk_popover_set_child (GTK_POPOVER (choice->popover), box);
  gtk_widget_set_size_request (choice->popover, 240, -1);
  gtk_widget_set_parent (choice->popover, parent);
  g_object_set_data_full (G_OBJECT (choice->popover), "choice", choice, (GDestroyNotify) choice_free);
  g_signal_connect (choice->popover, "closed", G_CALLBACK (closed_cb), NULL);

  return choice;
}

static void
choose_person (Choice     *choice,
               const char *name,
               const char *id)
{
  choice->person_chosen (name, id, choice->data);
  gtk_popover_popdown (GTK_POPOVER (choice->popover));
}

static void
row_activated_cb (Choice        *choice,
                  GtkListBoxRow *row)
{
  choose_person (choice, g_object_get_data (G_OBJECT (row), "name"), g_object_get_data (G_OBJECT (row), "id"));
}

static void
add_person (Choice     *choice,
            const char *name,
            const char *id,
            const char *label)
{
  GtkWidget *text = gtk_label_new (label);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), text);
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (name), g_free);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  gtk_list_box_append (choice->list, row);
}

static gboolean
matches (PlnAttendee *person,
         const char  *typed)
{
  g_autofree char *name = pln_str_fold (pln_attendee_get_name (person));
  g_autofree char *wanted = pln_str_fold (typed);
  const char *at = strstr (name, wanted);

  return at != NULL && (at == name || at[-1] == ' ');
}

static void
add_if_wanted (Choice      *choice,
               PlnAttendee *person,
               const char  *typed,
               guint       *n)
{
  g_autofree char *label = NULL;

  if (person == NULL || *n >= MOST_PEOPLE || *pln_attendee_get_name (person) == '\0' || !matches (person, typed))
    return;

  label = pln_str_one_line (pln_attendee_get_name (person));
  add_person (choice, label, pln_attendee_get_id (person), label);
  *n += 1;
}

/* Who sits here first, then, when something was typed, everybody else. */
static void
list_people (Choice *choice)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (choice->entry))));
  PlnGroup *group = pln_gathering_find_group (choice->gathering, choice->group);
  GPtrArray *places = group != NULL ? pln_group_get_places (group) : NULL;
  GListModel *attendees = pln_gathering_get_attendees (choice->gathering);
  GtkWidget *row;
  guint n = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (choice->list))) != NULL)
    gtk_list_box_remove (choice->list, row);

  for (guint i = 0; places != NULL && i < places->len; i++)
    add_if_wanted (choice, pln_gathering_find_attendee (choice->gathering, ((PlnPlace *) places->pdata[i])->person),
                   typed, &n);
  for (guint i = 0; (*typed != '\0' || places == NULL) && i < g_list_model_get_n_items (attendees); i++)
    {
      g_autoptr(PlnAttendee) person = g_list_model_get_item (attendees, i);

      if (places == NULL || pln_places_find (places, pln_attendee_get_id (person)) < 0)
        add_if_wanted (choice, person, typed, &n);
    }

  if (*typed != '\0')
    {
      g_autofree char *name = pln_str_one_line (typed);
      g_autofree char *label = g_strdup_printf (_("Write “%s”"), name);

      add_person (choice, name, "", label);
    }
  else if (!choice->is_owner)
    add_person (choice, _("all"), "", _("Everybody"));
  add_person (choice, "", "", choice->is_owner ? _("Nobody yet") : _("Nobody in particular"));
}

static void
person_entered_cb (Choice *choice)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (choice->list, 0);

  if (first != NULL)
    row_activated_cb (choice, first);
}

/**
 * pln_note_choose_person:
 * @parent: what the popover points to
 * @at: (nullable): where in @parent
 * @gathering: a gathering
 * @group: the UID of a group, whose people come first, or of a session
 * @is_owner: whether it is asked who does something, or else who said it
 * @chosen: called when somebody was chosen
 * @data: data for @chosen
 * @data_free: (nullable): frees @data
 *
 * Lets a person be chosen by the first letters of a name.
 */
void
pln_note_choose_person (GtkWidget          *parent,
                        const GdkRectangle *at,
                        PlnGathering       *gathering,
                        const char         *group,
                        gboolean            is_owner,
                        PlnPersonFunc       chosen,
                        gpointer            data,
                        GDestroyNotify      data_free)
{
  Choice *choice = choice_new (parent, is_owner ? _("Who does it?") : _("Who said it?"), data, data_free);
  GtkWidget *box = gtk_popover_get_child (GTK_POPOVER (choice->popover));

  choice->gathering = g_object_ref (gathering);
  choice->group = g_strdup (group);
  choice->is_owner = is_owner;
  gtk_popover_set_pointing_to (GTK_POPOVER (choice->popover), at);
  choice->person_chosen = chosen;
  choice->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (choice->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (choice->list), "pln-note-choices");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (choice->list));
  list_people (choice);

  g_signal_connect_swapped (choice->entry, "changed", G_CALLBACK (list_people), choice);
  g_signal_connect_swapped (choice->entry, "activate", G_CALLBACK (person_entered_cb), choice);
  g_signal_connect_swapped (choice->list, "row-activated", G_CALLBACK (row_activated_cb), choice);
  gtk_popover_popup (GTK_POPOVER (choice->popover));
}

/* The day that was typed, or NULL. */
static GDateTime *
typed_day (Choice *choice)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (choice->entry));
  g_autoptr(GDateTime) now = pln_clock_now_here ();
  GDate today;
  GDate day;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) g_date_time_get_day_of_month (now), g_date_time_get_month (now),
                  (GDateYear) g_date_time_get_year (now));
  if (!pln_when_parse_date (typed, &today, pln_when_date_order (), &day))
    return NULL;

  return g_date_time_new_utc (g_date_get_year (&day), (int) g_date_get_month (&day), g_date_get_day (&day), 0, 0, 0);
}

static void
day_changed_cb (Choice *choice)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (choice->entry));
  g_autoptr(GDateTime) day = typed_day (choice);
  g_autofree char *words = day != NULL ? pln_when_words_heading (day) : NULL;

  gtk_label_set_label (choice->answer, words != NULL ? words : *typed == '\0' ? _("Such as “fri 5 aug” or “in 2 weeks”")
                                                                              : _("This is no day yet"));
}

static void
day_entered_cb (Choice *choice)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (choice->entry));
  g_autoptr(GDateTime) day = typed_day (choice);
  g_autofree char *stored = day != NULL ? g_date_time_format (day, "%Y%m%d") : g_strdup ("");

  if (day == NULL && *typed != '\0')
    return;

  choice->day_chosen (stored, choice->data);
  gtk_popover_popdown (GTK_POPOVER (choice->popover));
}

/**
 * pln_note_choose_day:
 * @parent: what the popover points to
 * @day: the day so far, as `20110805`, or ""
 * @chosen: called when a day was chosen, or taken away
 * @data: data for @chosen
 * @data_free: (nullable): frees @data
 *
 * Lets a day be typed as people say it.
 */
void
pln_note_choose_day (GtkWidget      *parent,
                     const char     *day,
                     PlnDayFunc      chosen,
                     gpointer        data,
                     GDestroyNotify  data_free)
{
  Choice *choice = choice_new (parent, _("By when?"), data, data_free);
  GtkWidget *box = gtk_popover_get_child (GTK_POPOVER (choice->popover));

  choice->day_chosen = chosen;
  choice->answer = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (choice->answer, 0);
  gtk_widget_add_css_class (GTK_WIDGET (choice->answer), "pln-dim");
  gtk_widget_add_css_class (GTK_WIDGET (choice->answer), "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (choice->answer));
  if (strlen (day) == 8)
    {
      g_autofree char *shown = g_strdup_printf ("%.4s-%.2s-%.2s", day, day + 4, day + 6);

      gtk_editable_set_text (GTK_EDITABLE (choice->entry), shown);
    }
  day_changed_cb (choice);

  g_signal_connect_swapped (choice->entry, "changed", G_CALLBACK (day_changed_cb), choice);
  g_signal_connect_swapped (choice->entry, "activate", G_CALLBACK (day_entered_cb), choice);
  gtk_popover_popup (GTK_POPOVER (choice->popover));
}
