/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-import-sheet.h"

#include "pln-str.h"
#include "pln-when-words.h"
#include "pln-zone-row.h"

#include <glib/gi18n.h>

#define N_FATES (PLN_IMPORT_REFUSED + 1)

/* How a fate looks and is called. */
static const struct
{
  const char *icon;
  const char *style;
  const char *word;
} fates[N_FATES] = {
  [PLN_IMPORT_ADDED] = { "list-add-symbolic", "pln-good", N_("new") },
  [PLN_IMPORT_CHANGED] = { "document-edit-symbolic", "pln-warning", N_("changes") },
  [PLN_IMPORT_UNCHANGED] = { "object-select-symbolic", "pln-dim", N_("here already") },
  [PLN_IMPORT_REFUSED] = { "dialog-warning-symbolic", "pln-error", N_("left out") },
};

/**
 * PlnImportSheet:
 *
 * What a file holds and what an import would do with it. Nothing changes until
 * the button is used.
 */
struct _PlnImportSheet
{
  PlnSheet     parent_instance;

  PlnWishes   *wishes;
  GFile       *file;
  PlnImportAs  as;
  char        *zone; /* that the user chose; NULL: the file says it */
  gboolean     showing;

  GtkLabel    *notice_label;
  GtkWidget   *questions;
  AdwComboRow *as_row;
  PlnZoneRow  *zone_row;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (PlnImportSheet, pln_import_sheet, PLN_TYPE_SHEET)

static const char *
kind_word (const char *kind)
{
  static const char *const words[][2] = {
    { "gathering", N_("Gathering") }, { "session", N_("Session") }, { "event", N_("Event") },
    { "task", N_("Task") },           { "note", N_("Note") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i][0], kind))
      return _(words[i][1]);

  return "";
}

/* The second line: what it is, when, what becomes of it and why. */
static char *
details (PlnImportItem *item)
{
  GDateTime *start = pln_import_item_get_start (item);
  g_autofree char *when = start != NULL ? pln_when_words_day (start) : NULL;
  g_autofree char *reason = pln_str_one_line (pln_import_item_get_reason (item));
  const char *parts[] = { kind_word (pln_import_item_get_kind (item)), when, _(fates[pln_import_item_get_fate (item)].word), reason };
  g_autoptr(GString) line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", parts[i]);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static GtkWidget *
make_label (gboolean is_detail)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (is_detail)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "pln-dim");
    }

  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), make_label (FALSE));
  gtk_box_append (GTK_BOX (texts), make_label (TRUE));
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_item_set_child (list_item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  PlnImportItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *icon = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_next_sibling (icon));
  PlnImportFate fate = pln_import_item_get_fate (item);
  g_autofree char *text = pln_str_one_line (pln_import_item_get_title (item));
  g_autofree char *line = details (item);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), fates[fate].icon);
  gtk_widget_set_css_classes (icon, (const char *[]) { fates[fate].style, NULL });
  gtk_label_set_label (GTK_LABEL (title), *text != '\0' ? text : _("Without a title"));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (title)), line);
}

static void
count_fates (GListModel *items,
             guint       counts[N_FATES])
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(PlnImportItem) item = g_list_model_get_item (items, i);

      counts[pln_import_item_get_fate (item)]++;
    }
}

/* What of the file can be taken in: “1 gathering, 215 sessions”; "" for other
 * things. */
static char *
kinds_words (GListModel *items)
{
  guint n_gatherings = 0;
  guint n_sessions = 0;
  g_autofree char *gatherings = NULL;
  g_autofree char *sessions = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(PlnImportItem) item = g_list_model_get_item (items, i);
      gboolean is_refused = pln_import_item_get_fate (item) == PLN_IMPORT_REFUSED;

      n_gatherings += !is_refused && g_str_equal (pln_import_item_get_kind (item), "gathering");
      n_sessions += !is_refused && g_str_equal (pln_import_item_get_kind (item), "session");
    }

  gatherings = g_strdup_printf (ngettext ("%u gathering", "%u gatherings", n_gatherings), n_gatherings);
  sessions = g_strdup_printf (ngettext ("%u session", "%u sessions", n_sessions), n_sessions);
  if (n_gatherings > 0 && n_sessions > 0)
    /* Translators: “1 gathering” and “215 sessions” */
    return g_strdup_printf (_("%1$s, %2$s"), gatherings, sessions);

  return g_strdup (n_gatherings > 0 ? gatherings : n_sessions > 0 ? sessions : "");
}

static void
append_count (GString    *words,
              guint       n,
              const char *one,
              const char *many)
{
  if (n == 0)
    return;

  if (words->len > 0)
    g_string_append (words, ", ");
  g_string_append_printf (words, "%u %s", n, n == 1 ? one : many);
}

static void
show_counts (PlnImportSheet *self,
             GListModel     *items)
{
  guint counts[N_FATES] = { 0 };
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *kinds = kinds_words (items);
  g_autofree char *action = NULL;
  guint n;

  count_fates (items, counts);
  n = counts[PLN_IMPORT_ADDED] + counts[PLN_IMPORT_CHANGED];
  /* Translators: what follows a number in a list of counts. */
  append_count (words, counts[PLN_IMPORT_ADDED], _("is new"), _("are new"));
  append_count (words, counts[PLN_IMPORT_CHANGED], _("changes"), _("change"));
  append_count (words, counts[PLN_IMPORT_UNCHANGED], _("is here already"), _("are here already"));
  append_count (words, counts[PLN_IMPORT_REFUSED], _("cannot be taken in"), _("cannot be taken in"));
  if (words->len == 0)
    g_string_append (words, _("There is nothing in this file"));
  g_string_append_c (words, '.');
  if (*kinds != '\0')
    {
      g_autofree char *counts_words = g_string_free (g_steal_pointer (&words), FALSE);

      /* Translators: what a file holds, and what becomes of it. */
      words = g_string_new (NULL);
      g_string_printf (words, _("%1$s: %2$s"), kinds, counts_words);
    }

  action = g_strdup_printf (_("Import %u"), n);
  gtk_label_set_label (self->notice_label, words->str);
  pln_sheet_set_action (PLN_SHEET (self), n > 0 ? action : _("Import"));
  pln_sheet_set_can_act (PLN_SHEET (self), n > 0);
}

/* The way that is chosen in the row, whose items have the order of the type. */
static PlnImportAs
chosen_way (PlnImportSheet *self)
{
  return (PlnImportAs) (adw_combo_row_get_selected (self->as_row) + PLN_IMPORT_AS_SESSIONS);
}

static void
as_chosen_cb (PlnImportSheet *self)
{
  static const char *const meanings[] = {
    N_("Its events become the sessions"),
    N_("Shown in the calendar, in no list of gatherings"),
    N_("Each event becomes a gathering"),
  };

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->as_row), _(meanings[chosen_way (self) - PLN_IMPORT_AS_SESSIONS]));
  if (self->showing)
    return;

  self->as = chosen_way (self);
  PLN_WISHES_GET_IFACE (self->wishes)->preview_import (self->wishes, self->file, self->as, self->zone);
}

static void
zone_chosen_cb (PlnImportSheet *self)
{
  if (self->showing)
    return;

  pln_set_str (&self->zone, pln_zone_row_get_zone (self->zone_row));
  PLN_WISHES_GET_IFACE (self->wishes)->preview_import (self->wishes, self->file, self->as, self->zone);
}

static void
pln_import_sheet_act (PlnSheet *sheet)
{
  PlnImportSheet *self = PLN_IMPORT_SHEET (sheet);

  PLN_WISHES_GET_IFACE (self->wishes)->import_file (self->wishes, self->file, self->as, self->zone);
  pln_sheet_close (sheet);
}

static void
pln_import_sheet_dispose (GObject *object)
{
  PlnImportSheet *self = PLN_IMPORT_SHEET (object);

  self->showing = TRUE; /* rows that go choose nothing */
  g_clear_object (&self->wishes);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (pln_import_sheet_parent_class)->dispose (object);
}

static void
pln_import_sheet_finalize (GObject *object)
{
  g_free (PLN_IMPORT_SHEET (object)->zone);

  G_OBJECT_CLASS (pln_import_sheet_parent_class)->finalize (object);
}

static void
pln_import_sheet_class_init (PlnImportSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_import_sheet_dispose;
  G_OBJECT_CLASS (klass)->finalize = pln_import_sheet_finalize;
  PLN_SHEET_CLASS (klass)->act = pln_import_sheet_act;

  g_type_ensure (PLN_TYPE_ZONE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-import-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnImportSheet, notice_label);
  gtk_widget_class_bind_template_child (widget_class, PlnImportSheet, questions);
  gtk_widget_class_bind_template_child (widget_class, PlnImportSheet, as_row);
  gtk_widget_class_bind_template_child (widget_class, PlnImportSheet, zone_row);
  gtk_widget_class_bind_template_child (widget_class, PlnImportSheet, list);
  gtk_widget_class_bind_template_callback (widget_class, as_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, zone_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
pln_import_sheet_init (PlnImportSheet *self)
{
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What a suggestion came to, by what the items became. */
static PlnImportAs
guess (GListModel *items)
{
  guint n_gatherings = 0;
  guint n_sessions = 0;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(PlnImportItem) item = g_list_model_get_item (items, i);

      n_gatherings += g_str_equal (pln_import_item_get_kind (item), "gathering");
      n_sessions += g_str_equal (pln_import_item_get_kind (item), "session");
    }

  return n_sessions > 0 ? PLN_IMPORT_AS_SESSIONS : n_gatherings > 0 ? PLN_IMPORT_AS_GATHERINGS : PLN_IMPORT_AS_EVENTS;
}

/**
 * pln_import_sheet_new:
 * @wishes: who imports
 * @file: the file
 * @as: what its events shall become
 * @zone: (nullable): the zone of its times
 * @asks: what the file leaves open
 * @items: (element-type PlnImportItem): what would become of each
 *
 * Returns: (transfer none): a sheet, to be shown with [method@Sheet.present]
 */
PlnSheet *
pln_import_sheet_new (PlnWishes     *wishes,
                      GFile         *file,
                      PlnImportAs    as,
                      const char    *zone,
                      PlnImportAsks  asks,
                      GListModel    *items)
{
  PlnImportSheet *self;

  g_return_val_if_fail (PLN_IS_WISHES (wishes), NULL);

  self = g_object_new (PLN_TYPE_IMPORT_SHEET, NULL);
  self->wishes = g_object_ref (wishes);
  pln_import_sheet_show (self, file, as, zone, asks, items);

  return PLN_SHEET (self);
}

/**
 * pln_import_sheet_show:
 * @self: a sheet
 * @file: the file
 * @as: what its events shall become
 * @zone: (nullable): the zone of its times
 * @asks: what the file leaves open
 * @items: (element-type PlnImportItem): what would become of each
 *
 * Shows another preview, for another choice or for another file.
 */
void
pln_import_sheet_show (PlnImportSheet *self,
                       GFile          *file,
                       PlnImportAs     as,
                       const char     *zone,
                       PlnImportAsks   asks,
                       GListModel     *items)
{
  g_autoptr(GtkNoSelection) rows = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (PLN_IS_IMPORT_SHEET (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (G_IS_LIST_MODEL (items));

  name = g_file_get_basename (file);
  if (g_set_object (&self->file, file))
    g_clear_pointer (&self->zone, g_free);
  self->as = as;
  self->showing = TRUE;
  adw_combo_row_set_selected (self->as_row, (as == PLN_IMPORT_AS_SUGGESTED ? guess (items) : as) - PLN_IMPORT_AS_SESSIONS);
  as_chosen_cb (self);
  pln_zone_row_set_zone (self->zone_row, zone != NULL ? zone : "");
  gtk_widget_set_visible (GTK_WIDGET (self->as_row), (asks & PLN_IMPORT_ASKS_AS) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->zone_row), (asks & PLN_IMPORT_ASKS_ZONE) != 0);
  gtk_widget_set_visible (self->questions, asks != PLN_IMPORT_ASKS_NOTHING);
  self->showing = FALSE;
  pln_sheet_set_subtitle (PLN_SHEET (self), name);
  rows = gtk_no_selection_new (g_object_ref (items));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (rows));
  show_counts (self, items);
}
