/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-question-side.h"

#include "pln-differences.h"
#include "pln-style.h"

#include <glib/gi18n.h>

/* A radio button that Tab reaches whether it is chosen or not. GTK 4.8 gives the
 * focus back to the chosen one of its group, and gets no further. */
#define PLN_TYPE_SIDE_CHECK (pln_side_check_get_type ())
G_DECLARE_FINAL_TYPE (PlnSideCheck, pln_side_check, PLN, SIDE_CHECK, GtkCheckButton)

struct _PlnSideCheck
{
  GtkCheckButton  parent_instance;
};

G_DEFINE_FINAL_TYPE (PlnSideCheck, pln_side_check, GTK_TYPE_CHECK_BUTTON)

static gboolean
pln_side_check_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  if (!gtk_widget_is_focus (widget))
    return gtk_widget_grab_focus (widget);

  return direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD
         && GTK_WIDGET_CLASS (pln_side_check_parent_class)->focus (widget, direction);
}

static void
pln_side_check_class_init (PlnSideCheckClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = pln_side_check_focus;
}

static void
pln_side_check_init (PlnSideCheck *self)
{
}

/**
 * PlnQuestionSide:
 *
 * One of the two texts of a conflict: whose it is, since when, what is
 * different in it. A click anywhere chooses it.
 */
struct _PlnQuestionSide
{
  AdwBin     parent_instance;

  GArray    *differences; /* (nullable) */
  GtkWidget *check;
  GtkLabel  *who;
  GtkLabel  *text;
};

enum
{
  PROP_0,
  PROP_CHOSEN,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (PlnQuestionSide, pln_question_side, ADW_TYPE_BIN)

static guint16
channel (float value)
{
  return (guint16) (value * G_MAXUINT16);
}

/* Different words have a ground of their own and a line below. */
static void
mark (PlnQuestionSide *self)
{
  g_autoptr(PangoAttrList) list = pango_attr_list_new ();
  GdkRGBA colour;

  pln_style_colour (GTK_WIDGET (self), "difference", &colour);
  for (guint i = 0; self->differences != NULL && i < self->differences->len; i++)
    {
      const PlnDifference *one = &g_array_index (self->differences, PlnDifference, i);
      PangoAttribute *all[] = {
        pango_attr_background_new (channel (colour.red), channel (colour.green), channel (colour.blue)),
        pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
      };

      for (guint j = 0; j < G_N_ELEMENTS (all); j++)
        {
          all[j]->start_index = one->start;
          all[j]->end_index = one->end;
          pango_attr_list_insert (list, all[j]);
        }
    }
  gtk_label_set_attributes (self->text, list);
}

static void
chosen_cb (PlnQuestionSide *self)
{
  pln_style_set_class (GTK_WIDGET (self), "chosen", pln_question_side_get_chosen (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHOSEN]);
}

static void
pressed_cb (PlnQuestionSide *self)
{
  pln_question_side_choose (self);
}

static void
pln_question_side_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (pln_question_side_parent_class)->css_changed (widget, change);
  mark (PLN_QUESTION_SIDE (widget));
}

static void
pln_question_side_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  g_assert (prop_id == PROP_CHOSEN);
  g_value_set_boolean (value, pln_question_side_get_chosen (PLN_QUESTION_SIDE (object)));
}

static void
pln_question_side_finalize (GObject *object)
{
  g_clear_pointer (&PLN_QUESTION_SIDE (object)->differences, g_array_unref);

  G_OBJECT_CLASS (pln_question_side_parent_class)->finalize (object);
}

static void
pln_question_side_class_init (PlnQuestionSideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_question_side_get_property;
  object_class->finalize = pln_question_side_finalize;
  GTK_WIDGET_CLASS (klass)->css_changed = pln_question_side_css_changed;

  /**
   * PlnQuestionSide:chosen:
   *
   * Whether it is the one that is to be kept.
   */
  props[PROP_CHOSEN] =
    g_param_spec_boolean ("chosen", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_question_side_init (PlnQuestionSide *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkGesture *click = gtk_gesture_click_new ();

  self->check = g_object_new (PLN_TYPE_SIDE_CHECK, NULL);
  gtk_widget_add_css_class (self->check, "heading");
  self->who = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->who, 1);
  gtk_label_set_ellipsize (self->who, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->who), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->who), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->who), "pln-dim");
  gtk_widget_add_css_class (GTK_WIDGET (self->who), "numeric");
  gtk_box_append (GTK_BOX (head), self->check);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->who));

  self->text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->text, TRUE);
  gtk_label_set_wrap_mode (self->text, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->text, 0);
  gtk_label_set_yalign (self->text, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "pln-compact");
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text));

  gtk_widget_add_css_class (GTK_WIDGET (self), "pln-side");
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * pln_question_side_join:
 * @self: a side
 * @other: the other one
 * @name: what @self is called
 * @other_name: what @other is called
 *
 * From now on one of both is chosen.
 */
void
pln_question_side_join (PlnQuestionSide *self,
                        PlnQuestionSide *other,
                        const char      *name,
                        const char      *other_name)
{
  g_return_if_fail (PLN_IS_QUESTION_SIDE (self));
  g_return_if_fail (PLN_IS_QUESTION_SIDE (other));

  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->check), name);
  gtk_check_button_set_label (GTK_CHECK_BUTTON (other->check), other_name);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (other->check), GTK_CHECK_BUTTON (self->check));
}

/**
 * pln_question_side_show:
 * @self: a side
 * @who: who wrote it, and when
 * @text: the text
 * @differences: (element-type PlnDifference): what of it is not in the other
 */
void
pln_question_side_show (PlnQuestionSide *self,
                        const char      *who,
                        const char      *text,
                        GArray          *differences)
{
  g_autofree char *name = NULL;

  g_return_if_fail (PLN_IS_QUESTION_SIDE (self));

  g_clear_pointer (&self->differences, g_array_unref);
  self->differences = *text != '\0' ? g_array_ref (differences) : NULL;
  gtk_label_set_label (self->who, who);
  gtk_label_set_label (self->text, *text != '\0' ? text : _("Empty"));
  pln_style_set_class (GTK_WIDGET (self->text), "pln-dim", *text == '\0');
  mark (self);

  /* Translators: whose text, who wrote it and when, the text: “Yours, this computer, 13:41: …” */
  name = g_strdup_printf (_("%s, %s: %s"), gtk_check_button_get_label (GTK_CHECK_BUTTON (self->check)), who,
                          gtk_label_get_label (self->text));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

gboolean
pln_question_side_get_chosen (PlnQuestionSide *self)
{
  g_return_val_if_fail (PLN_IS_QUESTION_SIDE (self), FALSE);

  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));
}

/**
 * pln_question_side_choose:
 * @self: a side
 *
 * Chooses @self, and not the other.
 */
void
pln_question_side_choose (PlnQuestionSide *self)
{
  g_return_if_fail (PLN_IS_QUESTION_SIDE (self));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), TRUE);
}
