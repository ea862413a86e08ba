/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-unplaced.h"

#include "pln-board-people.h"
#include "pln-config.h"
#include "pln-style.h"

#include <glib/gi18n.h>

#define FEW 10 /* of those who are not here; the rest on request */

/**
 * PlnUnplaced:
 *
 * Who has no place in a round: those who should have one, and below them those
 * who are not here and so are left out.
 */
struct _PlnUnplaced
{
  AdwBin        parent_instance;

  PlnGathering *gathering;
  PlnRound     *round;
  gboolean      all;   /* who is not here */
  guint         n;

  GtkWidget    *list;  /* who should have a place */
  GtkWidget    *count;
  GtkWidget    *why;
  GtkWidget    *away;  /* the second part */
  GtkWidget    *away_count;
  GtkWidget    *away_list;
  GtkWidget    *more;
};

G_DEFINE_FINAL_TYPE (PlnUnplaced, pln_unplaced, ADW_TYPE_BIN)

static void
pln_unplaced_dispose (GObject *object)
{
  PlnUnplaced *self = PLN_UNPLACED (object);

  g_clear_object (&self->round);
  g_clear_object (&self->gathering);

  G_OBJECT_CLASS (pln_unplaced_parent_class)->dispose (object);
}

/* One stop of Tab, as a column. */
static gboolean
pln_unplaced_focus (GtkWidget        *widget,
                    GtkDirectionType  direction)
{
  g_autoptr(GPtrArray) stops = pln_unplaced_list_stops (PLN_UNPLACED (widget));

  if (pln_focus_is_in (widget))
    return FALSE;

  return (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD) && stops->len > 0
         && gtk_widget_grab_focus (stops->pdata[0]);
}

static void
pln_unplaced_class_init (PlnUnplacedClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_unplaced_dispose;
  widget_class->focus = pln_unplaced_focus;
  gtk_widget_class_set_css_name (widget_class, "unplaced");
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

/* A heading with its count, and below it a word why. */
static GtkWidget *
make_part (const char *title,
           GtkWidget  *why,
           GtkWidget **count,
           GtkWidget **list)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *heading = make_label (title, "heading");

  gtk_widget_set_hexpand (heading, TRUE);
  *count = gtk_label_new ("");
  gtk_widget_add_css_class (*count, "pln-badge");
  gtk_widget_add_css_class (*count, "numeric");
  gtk_widget_set_valign (*count, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), heading);
  gtk_box_append (GTK_BOX (head), *count);
  gtk_widget_add_css_class (why, "pln-dim");
  *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_margin_top (*list, 2);

  gtk_box_append (GTK_BOX (part), head);
  gtk_box_append (GTK_BOX (part), why);
  gtk_box_append (GTK_BOX (part), *list);

  return part;
}

static void
more_cb (PlnUnplaced *self)
{
  self->all = TRUE;
  pln_unplaced_show (self, self->gathering, self->round);
}

static void
pln_unplaced_init (PlnUnplaced *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->why = make_label ("", "pln-compact");
  gtk_box_append (GTK_BOX (box), make_part (_("Not placed"), self->why, &self->count, &self->list));
  self->away = make_part (_("Not here"), make_label (_("Left out of the mix"), "pln-compact"), &self->away_count,
                          &self->away_list);
  self->more = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_add_css_class (self->more, "pln-link");
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_cb), self);
  gtk_box_append (GTK_BOX (self->away), self->more);
  gtk_box_append (GTK_BOX (box), self->away);
  gtk_widget_add_css_class (box, "pln-unplaced");

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * pln_unplaced_new:
 *
 * Returns: an empty list
 */
GtkWidget *
pln_unplaced_new (void)
{
  return g_object_new (PLN_TYPE_UNPLACED, NULL);
}

static GtkWidget *
find_in (GtkWidget  *list,
         const char *person)
{
  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (pln_person_card_get_id (PLN_PERSON_CARD (child)), person))
      return child;

  return NULL;
}

/* Cards of people who stay are kept. */
static void
fill (PlnUnplaced *self,
      GtkWidget   *list,
      GPtrArray   *people,
      guint        most,
      gboolean     away)
{
  g_autoptr(GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *next;
  GtkWidget *last = NULL;

  for (guint i = 0; i < MIN (people->len, most); i++)
    g_hash_table_add (wanted, (char *) pln_attendee_get_id (people->pdata[i]));
  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (g_hash_table_contains (wanted, pln_person_card_get_id (PLN_PERSON_CARD (child))))
        g_hash_table_insert (kept, (char *) pln_person_card_get_id (PLN_PERSON_CARD (child)), child);
      else
        gtk_box_remove (GTK_BOX (list), child);
    }

  for (guint i = 0; i < MIN (people->len, most); i++)
    {
      GtkWidget *card = g_hash_table_lookup (kept, pln_attendee_get_id (people->pdata[i]));

      if (card == NULL)
        {
          card = pln_person_card_new (self->gathering, people->pdata[i]);
          pln_person_card_show (PLN_PERSON_CARD (card), NULL, NULL, 0);
          pln_person_card_set_absent (PLN_PERSON_CARD (card), away);
          gtk_box_insert_child_after (GTK_BOX (list), card, last);
        }
      else
        gtk_box_reorder_child_after (GTK_BOX (list), card, last);
      last = card;
    }
}

static const char *
why_words (PlnUnplaced *self,
           GPtrArray   *people)
{
  guint n_late = 0;

  if (people->len == 0)
    return _("Everybody has a place");
  for (guint i = 0; i < people->len; i++)
    n_late += pln_attendee_get_presence (people->pdata[i]) == PLN_PRESENCE_HERE;

  return n_late == people->len && self->round != NULL && pln_round_get_n_placed (self->round) > 0
         ? _("Came after the mix") : _("Without a group in this round");
}

static void
set_count (GtkWidget *label,
           guint      n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);

  gtk_label_set_text (GTK_LABEL (label), text);
}

/**
 * pln_unplaced_show:
 * @self: a list
 * @gathering: a gathering
 * @round: (nullable): one of its rounds
 *
 * Shows who has no place in that round now.
 */
void
pln_unplaced_show (PlnUnplaced  *self,
                   PlnGathering *gathering,
                   PlnRound     *round)
{
  g_autoptr(GPtrArray) people = pln_board_list_free (gathering, round);
  g_autoptr(GPtrArray) away = pln_board_list_away (gathering, round);
  guint n_shown;

  g_return_if_fail (PLN_IS_UNPLACED (self));

  g_set_object (&self->gathering, gathering);
  g_set_object (&self->round, round);
  n_shown = self->all || away->len <= FEW ? away->len : FEW;
  self->n = people->len;

  set_count (self->count, people->len);
  gtk_label_set_text (GTK_LABEL (self->why), why_words (self, people));
  fill (self, self->list, people, G_MAXUINT, FALSE);
  gtk_widget_set_visible (self->away, away->len > 0);
  set_count (self->away_count, away->len);
  fill (self, self->away_list, away, n_shown, TRUE);
  gtk_widget_set_visible (self->more, n_shown < away->len);
  if (n_shown < away->len)
    {
      g_autofree char *more = g_strdup_printf (_("%u more"), away->len - n_shown);

      gtk_button_set_label (GTK_BUTTON (self->more), more);
    }
}

/**
 * pln_unplaced_get_n:
 * @self: a list
 *
 * Returns: how many should have a place and have none
 */
guint
pln_unplaced_get_n (PlnUnplaced *self)
{
  g_return_val_if_fail (PLN_IS_UNPLACED (self), 0);

  return self->n;
}

/**
 * pln_unplaced_find_card:
 * @self: a list
 * @person: the id of an attendee
 *
 * Returns: (transfer none) (nullable): the card of that person, who should
 *   have a place
 */
GtkWidget *
pln_unplaced_find_card (PlnUnplaced *self,
                        const char  *person)
{
  g_return_val_if_fail (PLN_IS_UNPLACED (self), NULL);

  return find_in (self->list, person);
}

/**
 * pln_unplaced_list_stops:
 * @self: a list
 *
 * Returns: (transfer container) (element-type GtkWidget): what can have the
 *   focus in it
 */
GPtrArray *
pln_unplaced_list_stops (PlnUnplaced *self)
{
  GPtrArray *stops = g_ptr_array_new ();
  GtkWidget *lists[2];

  g_return_val_if_fail (PLN_IS_UNPLACED (self), stops);

  lists[0] = self->list;
  lists[1] = self->away_list;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (GtkWidget *child = gtk_widget_get_first_child (lists[i]); child != NULL; child = gtk_widget_get_next_sibling (child))
      g_ptr_array_add (stops, child);
  if (gtk_widget_get_visible (self->more) && gtk_widget_get_visible (self->away))
    g_ptr_array_add (stops, self->more);

  return stops;
}

/**
 * pln_unplaced_set_target:
 * @self: a list
 * @target: whether what is in the air would be dropped here
 *
 * Shows that somebody would lose the place.
 */
void
pln_unplaced_set_target (PlnUnplaced *self,
                         gboolean     target)
{
  g_return_if_fail (PLN_IS_UNPLACED (self));

  pln_style_set_class (GTK_WIDGET (self), "target", target);
}
