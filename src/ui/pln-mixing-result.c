/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mixing-result.h"

#include "pln-config.h"
#include "pln-met-chart.h"
#include "pln-quality-words.h"
#include "pln-style.h"

#include <glib/gi18n.h>

#define MOST_FLAWS 4

/**
 * PlnMixingResult:
 *
 * What the best plan so far is worth, in words and as a chart, and how far the
 * search for a better one is.
 */
struct _PlnMixingResult
{
  AdwBin          parent_instance;

  GtkImage       *icon;
  GtkLabel       *title;
  GtkLabel       *words;
  GtkWidget      *warning;
  GtkLabel       *warning_words;
  GtkWidget      *figures;
  GtkLabel       *most;
  PlnMetChart    *chart;
  GtkWidget      *cross;
  GtkLabel       *cross_words;
  GtkLabel       *progress_words;
  GtkLabel       *seconds;
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (PlnMixingResult, pln_mixing_result, ADW_TYPE_BIN)

static void
pln_mixing_result_class_init (PlnMixingResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PLN_TYPE_MET_CHART);
  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-mixing-result.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnMixingResult, icon);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingResult, title);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingResult, words);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingResult, warning);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingResult, warning_words);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingResult, figures);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingResult, most);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingResult, chart);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingResult, cross);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingResult, cross_words);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingResult, progress_words);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingResult, seconds);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingResult, progress);
}

static void
pln_mixing_result_init (PlnMixingResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pln_mixing_result_new:
 *
 * Returns: a result of nothing yet
 */
GtkWidget *
pln_mixing_result_new (void)
{
  return g_object_new (PLN_TYPE_MIXING_RESULT, NULL);
}

/* What cannot be helped: broken rules, and who meets nobody of a sector. */
static char *
flaw_words (PlnQuality   *quality,
            PlnGathering *gathering)
{
  GString *words = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < quality->flaws->len; i++)
    {
      const PlnFlaw *flaw = g_ptr_array_index (quality->flaws, i);
      g_autofree char *line = NULL;

      if (flaw->kind != PLN_FLAW_RULE && flaw->kind != PLN_FLAW_NOBODY_FROM && flaw->kind != PLN_FLAW_TOO_FULL
          && flaw->kind != PLN_FLAW_NO_ROOM)
        continue;
      if (n++ >= MOST_FLAWS)
        continue;

      line = pln_quality_words_flaw (flaw, gathering);
      g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", line);
    }
  if (n > MOST_FLAWS)
    {
      g_string_append_c (words, '\n');
      g_string_append_printf (words, ngettext ("%u more", "%u more", n - MOST_FLAWS), n - MOST_FLAWS);
    }

  return g_string_free (words, FALSE);
}

static void
show_quality (PlnMixingResult *self,
              PlnQuality   *quality,
              PlnGathering *gathering)
{
  gboolean broken = quality->grade == PLN_QUALITY_BROKEN;
  g_auto(GStrv) sentences = pln_quality_words (quality);
  g_autofree char *words = g_strjoinv ("\n\n", sentences);
  g_autofree char *flaws = flaw_words (quality, gathering);
  g_autofree char *most = g_strdup_printf (_("at most %u"), quality->met_most);

  gtk_label_set_text (self->title, pln_quality_title (quality));
  gtk_image_set_from_icon_name (self->icon, broken ? "dialog-warning-symbolic" : "pln-answer-going-symbolic");
  pln_style_set_class (GTK_WIDGET (self->icon), "pln-warning", broken);
  pln_style_set_class (GTK_WIDGET (self->icon), "pln-good", !broken);
  gtk_label_set_text (self->words, words);
  gtk_label_set_text (self->warning_words, flaws);
  gtk_widget_set_visible (self->warning, *flaws != '\0');
  gtk_label_set_text (self->most, most);
  pln_met_chart_show (self->chart, quality);
  gtk_widget_set_visible (self->cross, quality->n_cross_all > 0);
  if (quality->n_cross_all > 0)
    {
      g_autofree char *now = g_strdup_printf (_("%u %%"), 100 * quality->n_cross / quality->n_cross_all);
      g_autofree char *before = g_strdup_printf (_("%u %% before"), 100 * quality->n_cross_before / quality->n_cross_all);
      g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b> %s", now, before);

      gtk_label_set_markup (self->cross_words, markup);
    }
}

static void
show_progress (PlnMixingResult *self,
               PlnMixing    *mixing)
{
  gboolean looking = pln_mixing_get_state (mixing) == PLN_MIXING_LOOKING;
  PlnQuality *quality = pln_mixing_get_quality (mixing);
  /* Translators: seconds */
  g_autofree char *seconds = g_strdup_printf (_("%u s"), pln_mixing_get_seconds (mixing));

  gtk_label_set_text (self->progress_words, !looking ? _("Nothing better is looked for any more")
                                            : quality == NULL ? _("Looking for a mix…") : _("Still looking for a better one…"));
  gtk_label_set_text (self->seconds, seconds);
  gtk_progress_bar_set_fraction (self->progress, looking ? pln_mixing_get_progress (mixing) : 1);
}

/**
 * pln_mixing_result_show:
 * @self: a result
 * @mixing: a search
 *
 * Shows what has been found so far.
 */
void
pln_mixing_result_show (PlnMixingResult *self,
                     PlnMixing    *mixing)
{
  PlnQuality *quality;

  g_return_if_fail (PLN_IS_MIXING_RESULT (self));
  g_return_if_fail (PLN_IS_MIXING (mixing));

  quality = pln_mixing_get_quality (mixing);
  gtk_widget_set_visible (self->figures, quality != NULL);
  if (quality != NULL)
    show_quality (self, quality, pln_mixing_get_gathering (mixing));
  else
    {
      gboolean failed = pln_mixing_get_state (mixing) == PLN_MIXING_FAILED;

      gtk_label_set_text (self->title, failed ? _("There is no mix") : _("Mixing…"));
      gtk_label_set_text (self->words, failed ? pln_mixing_get_message (mixing) : "");
      gtk_image_set_from_icon_name (self->icon, failed ? "dialog-warning-symbolic" : "pln-mix-symbolic");
      gtk_widget_set_visible (self->warning, FALSE);
    }
  show_progress (self, mixing);
}
