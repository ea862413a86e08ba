/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ui-test.h"

#include "pln-clock.h"
#include "pln-id.h"
#include "pln-move.h"
#include "pln-style.h"
#include "pln-ui-rounds.h"

#include <stdlib.h>

static void pln_wish_list_iface_init (PlnWishesInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlnWishList, pln_wish_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLN_TYPE_WISHES, pln_wish_list_iface_init))

/* A property of a model object that is a string; "none" without an object. */
static const char *
string_of (gpointer    object,
           const char *property)
{
  static char *last = NULL;

  g_clear_pointer (&last, g_free);
  if (object != NULL)
    g_object_get (object, property, &last, NULL);

  return last != NULL ? last : "none";
}

void
pln_wish_list_note (PlnWishList *self,
                    const char  *name,
                    const char  *what)
{
  g_string_append (self->text, name);
  if (what != NULL && what[0] != '\0')
    g_string_append_printf (self->text, " %s", what);
  g_string_append_c (self->text, '\n');
}

static void
note (PlnWishes  *wishes,
      const char *name,
      const char *what)
{
  pln_wish_list_note (PLN_WISH_LIST (wishes), name, what);
}

static void
note_file (PlnWishes  *wishes,
           const char *name,
           GFile      *file)
{
  g_autofree char *base = g_file_get_basename (file);

  note (wishes, name, base);
}

static void
note_import (PlnWishes  *wishes,
             const char *name,
             GFile      *file,
             const char *zone)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *what = zone != NULL ? g_strconcat (base, " ", zone, NULL) : g_strdup (base);

  note (wishes, name, what);
}

static void
keep (PlnWishes *wishes,
      gpointer   before,
      gpointer   after)
{
  PlnWishList *self = PLN_WISH_LIST (wishes);

  g_set_object (&self->before, before);
  g_set_object (&self->after, after);
}

static void
keep_attendees (PlnWishes *wishes,
                GPtrArray *attendees)
{
  PlnWishList *self = PLN_WISH_LIST (wishes);

  g_clear_pointer (&self->attendees, g_ptr_array_unref);
  self->attendees = g_ptr_array_ref (attendees);
}

static void
save_gathering (PlnWishes    *wishes,
                PlnGathering *before,
                PlnGathering *after)
{
  note (wishes, "save-gathering", string_of (after, "title"));
  keep (wishes, before, after);
}

static void
delete_gathering (PlnWishes    *wishes,
                  PlnGathering *gathering)
{
  note (wishes, "delete-gathering", string_of (gathering, "uid"));
}

static void
duplicate_gathering (PlnWishes    *wishes,
                     PlnGathering *gathering,
                     gboolean      as_next)
{
  note (wishes, as_next ? "next-gathering" : "duplicate-gathering", string_of (gathering, "uid"));
}

static void
new_gathering (PlnWishes  *wishes,
               const char *template_name)
{
  note (wishes, "new-gathering", template_name);
}

static void
open_gathering (PlnWishes  *wishes,
                const char *uid,
                const char *person)
{
  g_autofree char *what = g_strjoin (person[0] != '\0' ? " " : "", uid, person, NULL);

  note (wishes, "open-gathering", what);
}

static void
save_session (PlnWishes    *wishes,
              PlnGathering *gathering,
              PlnSession   *before,
              PlnSession   *after)
{
  note (wishes, after != NULL ? "save-session" : "delete-session", string_of (after != NULL ? after : before, "title"));
  keep (wishes, before, after);
}

/* Done at once, as if the disk had it: what was written is what the sheet goes
 * on from. With notes_fail nothing is. */
static void
save_note (PlnWishes    *wishes,
           PlnGathering *gathering,
           PlnNote      *before,
           PlnNote      *after)
{
  g_autoptr(PlnNote) nothing = pln_note_new (pln_note_get_uid (after), pln_note_get_parent (after));
  PlnNote *here = pln_gathering_find_note (gathering, pln_note_get_uid (after));

  note (wishes, "save-note", string_of (after, "title"));
  keep (wishes, before, after);
  if (here == NULL)
    {
      pln_gathering_put_note (gathering, nothing);
      here = pln_gathering_find_note (gathering, pln_note_get_uid (after));
    }
  if (PLN_WISH_LIST (wishes)->notes_fail)
    {
      pln_note_set_state (here, PLN_NOTE_UNSAVED, NULL);
      return;
    }
  pln_note_set_state (here, PLN_NOTE_SAVING, NULL);
  pln_note_take_differences (here, before != NULL ? before : nothing, after);
  g_object_set_data_full (G_OBJECT (wishes), "saving", g_object_ref (here), g_object_unref);
}

/* Each line of the text is a point. */
static GPtrArray *
read_note (PlnWishes   *wishes,
           const char  *text,
           GError     **error)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto(GStrv) rows = g_strsplit (text, "\n", -1);

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_autofree char *id = pln_id_derive (rows[i]);
      PlnNoteLine *line = pln_note_line_new (id);

      pln_note_line_set_text (line, rows[i]);
      g_ptr_array_add (lines, line);
    }

  return lines;
}

/* What the test has put in, or else nothing at all. */
static PlnSpan *
list_span (PlnWishes *wishes,
           gint64     from,
           gint64     to)
{
  PlnWishList *self = PLN_WISH_LIST (wishes);
  PlnSpan *span = pln_span_new (from, to);

  if (self->occurrences != NULL)
    pln_span_take (span, self->occurrences);
  else
    pln_span_set_loading (span, FALSE);
  g_set_object (&self->span, span);

  return span;
}

static void
save_occurrence (PlnWishes     *wishes,
                 PlnOccurrence *before,
                 PlnOccurrence *after,
                 PlnReach       reach)
{
  static const char *const reaches[] = { "this", "all" };
  const char *name = after == NULL ? "delete-occurrence" : before == NULL ? "new-occurrence" : "save-occurrence";
  g_autofree char *what = g_strdup_printf ("%s %s", pln_occurrence_get_title (after != NULL ? after : before),
                                           reaches[reach]);

  note (wishes, name, what);
  keep (wishes, before, after);
}

static void
edit_occurrence (PlnWishes     *wishes,
                 PlnOccurrence *occurrence)
{
  note (wishes, "edit-occurrence", pln_occurrence_get_title (occurrence));
}

static void
save_event (PlnWishes *wishes,
            PlnEvent  *before,
            PlnEvent  *after,
            PlnReach   reach)
{
  g_autofree char *what = g_strdup_printf ("%s %s", pln_event_get_title (after != NULL ? after : before),
                                           reach == PLN_REACH_ALL ? "all" : "this");

  note (wishes, after == NULL ? "delete-event" : before == NULL ? "new-event" : "save-event", what);
  keep (wishes, before, after);
}

static void
make_gathering (PlnWishes     *wishes,
                PlnOccurrence *event)
{
  note (wishes, "make-gathering", pln_occurrence_get_title (event));
}

static GListModel *
read_people (PlnWishes     *wishes,
             PlnGathering  *gathering,
             const char    *text,
             GError       **error)
{
  PlnWishList *self = PLN_WISH_LIST (wishes);

  note (wishes, "read-people", NULL);
  if (self->people == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The list could not be read.");

  return self->people != NULL ? g_object_ref (self->people) : NULL;
}

static void
add_people (PlnWishes    *wishes,
            PlnGathering *gathering,
            GListModel   *lines)
{
  note (wishes, "add-people", string_of (gathering, "uid"));
  keep (wishes, NULL, lines);
}

static void
save_attendee (PlnWishes    *wishes,
               PlnGathering *gathering,
               PlnAttendee  *before,
               PlnAttendee  *after)
{
  note (wishes, "save-attendee", string_of (after, "id"));
  keep (wishes, before, after);
}

static void
save_attendees (PlnWishes    *wishes,
                PlnGathering *gathering,
                GPtrArray    *before,
                GPtrArray    *after)
{
  g_autofree char *count = g_strdup_printf ("%u", after->len);

  note (wishes, "save-attendees", count);
  keep (wishes, g_ptr_array_index (before, 0), g_ptr_array_index (after, 0));
  keep_attendees (wishes, after);
}

static void
remove_attendees (PlnWishes    *wishes,
                  PlnGathering *gathering,
                  GPtrArray    *attendees)
{
  g_autofree char *count = g_strdup_printf ("%u", attendees->len);

  note (wishes, "remove-attendees", count);
  keep_attendees (wishes, attendees);
}

static void
set_answer (PlnWishes    *wishes,
            PlnGathering *gathering,
            GPtrArray    *attendees,
            PlnAnswer     answer)
{
  g_autofree char *what = g_strdup_printf ("%u %s", attendees->len, pln_answer_store (answer));

  note (wishes, "set-answer", what);
  keep_attendees (wishes, attendees);
}

static void
set_presence (PlnWishes    *wishes,
              PlnGathering *gathering,
              GPtrArray    *attendees,
              PlnPresence   presence)
{
  g_autoptr(GEnumClass) values = g_type_class_ref (PLN_TYPE_PRESENCE);
  g_autofree char *what = g_strdup_printf ("%s %s", g_enum_get_value (values, presence)->value_nick,
                                           pln_attendee_get_id (attendees->pdata[0]));

  note (wishes, "set-presence", what);
  keep_attendees (wishes, attendees);
}

static void
walk_in (PlnWishes    *wishes,
         PlnGathering *gathering,
         PlnAttendee  *attendee)
{
  note (wishes, "walk-in", pln_attendee_get_display_name (attendee));
}

static void
export_invitations (PlnWishes         *wishes,
                    PlnGathering      *gathering,
                    const char *const *ids,
                    GFile             *folder)
{
  g_autofree char *all = g_strjoinv (" ", (char **) ids);

  note (wishes, "export-invitations", all);
}

static void
export_file (PlnWishes    *wishes,
             PlnGathering *gathering,
             const char   *format,
             GFile        *file)
{
  note (wishes, "export-file", format);
}

static void
print_pages (PlnWishes    *wishes,
             PlnGathering *gathering,
             const char   *layout)
{
  note (wishes, "print-pages", layout);
}

static void
preview_import (PlnWishes   *wishes,
                GFile       *file,
                PlnImportAs  as,
                const char  *zone)
{
  note_import (wishes, "preview-import", file, zone);
}

static void
import_file (PlnWishes   *wishes,
             GFile       *file,
             PlnImportAs  as,
             const char  *zone)
{
  note_import (wishes, "import-file", file, zone);
}

static void
undo (PlnWishes *wishes,
      gboolean   redo)
{
  note (wishes, redo ? "redo" : "undo", NULL);
}

static void
search (PlnWishes  *wishes,
        const char *text)
{
  note (wishes, "search", text);
}

static void
show_bin (PlnWishes *wishes)
{
  note (wishes, "show-bin", NULL);
}

static void
restore_from_bin (PlnWishes  *wishes,
                  const char *uid)
{
  note (wishes, "restore-from-bin", uid);
}

static void
backup (PlnWishes *wishes,
        GFile     *file)
{
  note_file (wishes, "backup", file);
}

static void
restore (PlnWishes *wishes,
         GFile     *file)
{
  note_file (wishes, "restore", file);
}

static void
add_sample (PlnWishes *wishes)
{
  note (wishes, "add-sample", NULL);
}

static void
remove_sample (PlnWishes *wishes)
{
  note (wishes, "remove-sample", NULL);
}

static void
set_identity (PlnWishes  *wishes,
              const char *name,
              const char *email)
{
  PlnWishList *self = PLN_WISH_LIST (wishes);
  g_autofree char *what = g_strdup_printf ("%s <%s>", name, email);

  note (wishes, "set-identity", what);
  g_free (self->name);
  g_free (self->email);
  self->name = g_strdup (name);
  self->email = g_strdup (email);
}

static const char *
get_identity (PlnWishes   *wishes,
              const char **email)
{
  PlnWishList *self = PLN_WISH_LIST (wishes);

  if (email != NULL)
    *email = self->email != NULL ? self->email : "";

  return self->name != NULL ? self->name : "";
}

/* Rounds are carried out, as a board without what was done to it is no board. */
static void
save_rounds (PlnWishes    *wishes,
             PlnGathering *gathering,
             GPtrArray    *before,
             GPtrArray    *after)
{
  g_autofree char *what = g_strdup_printf ("%u for %u", after->len, before->len);

  note (wishes, "save-rounds", what);
  pln_ui_rounds_save (gathering, before, after);
}

static void
save_group (PlnWishes    *wishes,
            PlnGathering *gathering,
            PlnGroup     *before,
            PlnGroup     *after)
{
  note (wishes, after == NULL ? "delete-group" : before == NULL ? "new-group" : "save-group",
        string_of (after != NULL ? after : before, "topic"));
  keep (wishes, before, after);
  pln_ui_rounds_group (gathering, before, after);
}

static void
place_people (PlnWishes    *wishes,
              PlnGathering *gathering,
              GPtrArray    *moves)
{
  g_autoptr(GString) what = g_string_new (NULL);

  for (guint i = 0; i < moves->len; i++)
    {
      const PlnMove *move = g_ptr_array_index (moves, i);
      PlnGroup *group = *move->group != '\0' ? pln_gathering_find_group (gathering, move->group) : NULL;

      g_string_append_printf (what, "%s%s to %u", i > 0 ? ", " : "", move->place.person,
                              group != NULL ? pln_group_get_number (group) : 0);
      if (move->place.role != PLN_GROUP_ROLE_NONE)
        g_string_append_printf (what, " %s", pln_group_role_store (move->place.role));
      if (move->place.locked)
        g_string_append (what, " locked");
    }
  note (wishes, "place-people", what->str);
  pln_ui_rounds_place (gathering, moves);
}

static PlnQuality *
judge (PlnWishes    *wishes,
       PlnGathering *gathering,
       GPtrArray    *moves)
{
  return pln_ui_rounds_judge (gathering, moves);
}

static PlnMixingSettings *
draft_mix (PlnWishes    *wishes,
           PlnGathering *gathering)
{
  return pln_mixing_settings_new ();
}

static PlnMixing *
mix (PlnWishes         *wishes,
     PlnGathering      *gathering,
     PlnMixingSettings *settings,
     guint64            seed)
{
  g_autofree char *what = g_strdup_printf ("%u rounds of %u, seed %u", pln_mixing_settings_get_rounds (settings),
                                           pln_mixing_settings_get_size (settings), (guint) seed);

  note (wishes, "mix", what);

  return pln_ui_rounds_mix (gathering, seed);
}

static PlnMixing *
mend (PlnWishes    *wishes,
      PlnGathering *gathering)
{
  note (wishes, "mend", NULL);

  return pln_ui_rounds_mix (gathering, 1);
}

static void
use_mix (PlnWishes *wishes,
         PlnMixing *mixing)
{
  note (wishes, "use-mix", NULL);
  pln_ui_rounds_save (pln_mixing_get_gathering (mixing), pln_mixing_get_before (mixing), pln_mixing_get_rounds (mixing));
}

static void
pln_wish_list_iface_init (PlnWishesInterface *iface)
{
  iface->save_gathering = save_gathering;
  iface->delete_gathering = delete_gathering;
  iface->duplicate_gathering = duplicate_gathering;
  iface->new_gathering = new_gathering;
  iface->open_gathering = open_gathering;
  iface->save_session = save_session;
  iface->save_note = save_note;
  iface->read_note = read_note;
  iface->list_span = list_span;
  iface->save_occurrence = save_occurrence;
  iface->edit_occurrence = edit_occurrence;
  iface->save_event = save_event;
  iface->make_gathering = make_gathering;
  iface->read_people = read_people;
  iface->add_people = add_people;
  iface->save_attendee = save_attendee;
  iface->save_attendees = save_attendees;
  iface->remove_attendees = remove_attendees;
  iface->set_answer = set_answer;
  iface->set_presence = set_presence;
  iface->walk_in = walk_in;
  iface->save_rounds = save_rounds;
  iface->save_group = save_group;
  iface->place_people = place_people;
  iface->judge = judge;
  iface->draft_mix = draft_mix;
  iface->mix = mix;
  iface->mend = mend;
  iface->use_mix = use_mix;
  iface->export_invitations = export_invitations;
  iface->export_file = export_file;
  iface->print_pages = print_pages;
  iface->preview_import = preview_import;
  iface->import_file = import_file;
  iface->undo = undo;
  iface->search = search;
  iface->show_bin = show_bin;
  iface->restore_from_bin = restore_from_bin;
  iface->backup = backup;
  iface->restore = restore;
  iface->add_sample = add_sample;
  iface->remove_sample = remove_sample;
  iface->set_identity = set_identity;
  iface->get_identity = get_identity;
  pln_ui_servers_init_wishes (iface);
}

static void
pln_wish_list_dispose (GObject *object)
{
  PlnWishList *self = PLN_WISH_LIST (object);

  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_clear_object (&self->people);
  g_clear_object (&self->span);
  pln_ui_servers_clear (&self->servers);
  g_clear_pointer (&self->occurrences, g_ptr_array_unref);
  g_clear_pointer (&self->attendees, g_ptr_array_unref);

  G_OBJECT_CLASS (pln_wish_list_parent_class)->dispose (object);
}

static void
pln_wish_list_finalize (GObject *object)
{
  PlnWishList *self = PLN_WISH_LIST (object);

  g_string_free (self->text, TRUE);
  g_free (self->name);
  g_free (self->email);

  G_OBJECT_CLASS (pln_wish_list_parent_class)->finalize (object);
}

static void
pln_wish_list_class_init (PlnWishListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = pln_wish_list_dispose;
  object_class->finalize = pln_wish_list_finalize;
}

static void
pln_wish_list_init (PlnWishList *self)
{
  self->text = g_string_new (NULL);
  pln_ui_servers_init (&self->servers);
}

PlnWishList *
pln_wish_list_new (void)
{
  return g_object_new (PLN_TYPE_WISH_LIST, NULL);
}

void
pln_wish_list_saved (PlnWishList *self)
{
  g_autoptr(PlnNote) note = g_object_steal_data (G_OBJECT (self), "saving");
  g_autoptr(GDateTime) now = pln_clock_now_here ();

  if (note != NULL)
    pln_note_set_state (note, PLN_NOTE_SAVED, now);
}

char *
pln_wish_list_take (PlnWishList *self)
{
  char *text = g_string_free (self->text, FALSE);

  self->text = g_string_new (NULL);

  return text;
}

void
pln_ui_test_init (int    *argc,
                  char ***argv)
{
  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      exit (0);
    }

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  adw_init ();
  pln_clock_set (PLN_UI_TEST_NOW);
  pln_style_load ();
}

static void
add_gathering (GListStore  *list,
               const char  *uid,
               const char  *title,
               const char  *place,
               const char  *colour,
               const char  *start,
               int          hours,
               const guint  answers[PLN_N_ANSWERS],
               guint        came)
{
  g_autoptr(PlnGathering) gathering = pln_gathering_new (uid);
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  g_autoptr(GDateTime) begin = g_date_time_new_from_iso8601 (start, zone);
  g_autoptr(GDateTime) end = g_date_time_add_hours (begin, hours);

  pln_gathering_set_title (gathering, title);
  if (g_str_equal (place, "Online"))
    pln_gathering_set_online (gathering, "https://rooms.example.org/teach-in");
  else
    pln_gathering_set_location (gathering, place);
  pln_gathering_set_colour (gathering, colour);
  pln_gathering_set_times (gathering, begin, end, "Europe/London", FALSE);
  pln_gathering_set_state (gathering, answers[0] > 0 ? PLN_STATE_PUBLISHED : PLN_STATE_DRAFT);
  pln_gathering_set_counts (gathering, answers, 0, 0, came);
  g_list_store_append (list, gathering);
}

GListStore *
pln_ui_test_gatherings (void)
{
  GListStore *list = g_list_store_new (PLN_TYPE_GATHERING);

  add_gathering (list, "teach", "Teach-in for trainers", "Online", "teal",
                 "2011-05-12T14:00:00", 2, (guint[]) { 31, 0, 4, 8 }, 29);
  add_gathering (list, "first", "CPD23 first meet-up", "University Centre, Cambridge", "purple",
                 "2011-06-21T18:30:00", 2, (guint[]) { 17, 0, 3, 9 }, 17);
  add_gathering (list, "dream", "LIS DREaM launch conference", "British Library, London", "blue",
                 "2011-07-19T09:30:00", 7, (guint[]) { 86, 6, 11, 21 }, 0);
  add_gathering (list, "cpd23", "CPD23 meet-up", "University Centre, Cambridge", "purple",
                 "2011-07-20T18:30:00", 2, (guint[]) { 19, 4, 11, 6 }, 0);
  add_gathering (list, "lisnpn", "LISNPN evening", "The Old Bindery, London", "green",
                 "2011-09-06T18:00:00", 3, (guint[]) { 12, 3, 22, 1 }, 0);
  add_gathering (list, "methods", "DREaM workshop: methods", "Edinburgh", "orange",
                 "2011-10-25T10:00:00", 6, (guint[]) { 0, 0, 0, 0 }, 0);

  return list;
}

/* The first widget, in the order of the tree, that fits. */
static GtkWidget *
find (GtkWidget     *root,
      gboolean     (*fits) (GtkWidget *, gconstpointer),
      gconstpointer  data)
{
  if (fits (root, data))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, fits, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_type (GtkWidget     *widget,
          gconstpointer  data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) data);
}

static gboolean
has_id (GtkWidget     *widget,
        gconstpointer  data)
{
  return g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), data) == 0;
}

static gboolean
has_text (GtkWidget     *widget,
          gconstpointer  data)
{
  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), data) == 0;
}

GtkWidget *
pln_ui_test_find (GtkWidget *root,
                  GType      type)
{
  return find (root, has_type, &type);
}

GtkWidget *
pln_ui_test_find_named (GtkWidget  *root,
                        const char *buildable_id)
{
  return find (root, has_id, buildable_id);
}

GtkWidget *
pln_ui_test_find_text (GtkWidget  *root,
                       const char *text)
{
  return find (root, has_text, text);
}

void
pln_ui_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

GtkWindow *
pln_ui_test_show (GtkWidget   *child,
                  PlnWishList *wishes)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (window, 900, 600);
  gtk_window_set_child (window, child);
  pln_wishes_offer (window, PLN_WISHES (wishes));
  gtk_window_present (window);
  pln_ui_test_settle ();

  return window;
}

static guint
walk (GtkWidget        *widget,
      GtkDirectionType  direction)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  GtkWidget *before = NULL;
  guint n_stops = 0;

  gtk_window_set_focus (window, NULL);
  while (gtk_widget_child_focus (widget, direction))
    {
      GtkWidget *now = gtk_window_get_focus (window);

      n_stops++;
      if (now == NULL || now == before || n_stops > 500)
        g_error ("Tab does not get on from a %s, stop %u", now != NULL ? G_OBJECT_TYPE_NAME (now) : "lost focus", n_stops);
      before = now;
    }

  return n_stops;
}

guint
pln_ui_test_walk (GtkWidget *widget)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  GtkWidget *focus = gtk_window_get_focus (window);
  guint n_stops = walk (widget, GTK_DIR_TAB_FORWARD);

  g_assert_cmpuint (n_stops, >, 0);
  g_assert_cmpuint (walk (widget, GTK_DIR_TAB_BACKWARD), ==, n_stops);
  gtk_window_set_focus (window, focus);

  return n_stops;
}

void
pln_ui_test_end (GtkWindow *window,
                 gpointer   widget)
{
  gpointer weak = widget;

  g_object_add_weak_pointer (widget, &weak);
  gtk_window_destroy (window);
  pln_ui_test_settle ();
  g_assert_null (weak); /* nothing keeps it alive */
}

/* Whether a controller took the key. */
static gboolean
press (GtkEventController *controller,
       GtkWidget          *widget,
       guint               keyval,
       GdkModifierType     modifiers)
{
  gboolean taken = FALSE;

  if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
    g_signal_emit_by_name (controller, "key-pressed", keyval, 0, modifiers, &taken);
  if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
    return taken;

  for (guint i = 0; !taken && i < g_list_model_get_n_items (G_LIST_MODEL (controller)); i++)
    {
      g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), i);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

      if (GTK_IS_KEYVAL_TRIGGER (trigger)
          && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval
          && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
        taken = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                              gtk_shortcut_get_arguments (shortcut));
    }

  return taken;
}

gboolean
pln_ui_test_key (GtkWidget       *widget,
                 guint            keyval,
                 GdkModifierType  modifiers)
{
  gboolean taken = FALSE;

  while (widget != NULL)
    {
      g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; !taken && i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

          taken = press (controller, widget, keyval, modifiers);
        }
      widget = taken ? NULL : gtk_widget_get_parent (widget); /* what took it may be gone */
    }
  pln_ui_test_settle ();

  return taken;
}
