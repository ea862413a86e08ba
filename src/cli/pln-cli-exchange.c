/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-cli.h"

#include "pln-config.h"
#include "pln-when.h"

#include <glib/gi18n.h>
#include <stdio.h>

static char *given_as;
static gboolean given_own;
static gboolean given_dry_run;
static char *given_zone;
static char *given_calendar;
static char *given_gathering;
static char *given_format;
static char *given_attendee;
static char *given_layout;
static char *given_address;
static char *given_output;

static const GOptionEntry import_entries[] = {
  { "as", 0, 0, G_OPTION_ARG_FILENAME, &given_as, N_("sessions, events or gatherings: what events become"), N_("WHAT") },
  { "zone", 0, 0, G_OPTION_ARG_FILENAME, &given_zone, N_("Of a schedule that names none: Europe/London"), N_("ZONE") },
  { "own", 0, 0, G_OPTION_ARG_NONE, &given_own, N_("They are copies of an own library"), NULL },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &given_dry_run, N_("Only say what would be done"), NULL },
  { "calendar", 0, 0, G_OPTION_ARG_FILENAME, &given_calendar, N_("Where new things are kept"), N_("NAME") },
  { 0 }
};

static const GOptionEntry export_entries[] = {
  { "gathering", 0, 0, G_OPTION_ARG_FILENAME, &given_gathering, N_("The gathering"), N_("UID") },
  { "format", 0, 0, G_OPTION_ARG_FILENAME, &given_format, N_("ics, schedule-xml, html, pdf, invitation, csv, places-csv or notes-markdown"), N_("FORMAT") },
  { "attendee", 0, 0, G_OPTION_ARG_FILENAME, &given_attendee, N_("Invite only this guest"), N_("ADDRESS-or-ID") },
  { "layout", 0, 0, G_OPTION_ARG_FILENAME, &given_layout, N_("Of a PDF: list, day or rooms; door, groups, slips, cards, signs or notes"), N_("LAYOUT") },
  { "address", 0, 0, G_OPTION_ARG_FILENAME, &given_address, N_("Where it will be published"), N_("URL") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &given_output,
    N_("Where to: a file, for invitations a folder"), N_("PATH") },
  { 0 }
};

static void
write_counts (PlnJson               *json,
              const PlnImportCounts *counts)
{
  pln_json_number (json, "gatherings", counts->gatherings);
  pln_json_number (json, "sessions", counts->sessions);
  pln_json_number (json, "added", counts->added);
  pln_json_number (json, "changed", counts->changed);
  pln_json_number (json, "unchanged", counts->unchanged);
  pln_json_number (json, "refused", counts->refused);
  pln_json_number (json, "cancelled", counts->cancelled);
  pln_json_number (json, "conflicts", counts->conflicts);
}

/* What is left out, and what else there is to say of an object: that it was
 * changed on both sides, or is no longer in a schedule. */
static void
each_reason (GListModel *items,
             PlnJson    *json)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(PlnImportItem) item = g_list_model_get_item (items, i);
      g_autoptr(GEnumClass) fates = g_type_class_ref (PLN_TYPE_IMPORT_FATE);

      if (*pln_import_item_get_reason (item) == '\0')
        continue;
      if (json == NULL)
        {
          pln_cli_say ("  %s: %s\n", pln_import_item_get_title (item), pln_import_item_get_reason (item));
          continue;
        }
      pln_json_open (json, NULL, '{');
      pln_json_text (json, "title", pln_import_item_get_title (item));
      pln_json_text (json, "fate", g_enum_get_value (fates, pln_import_item_get_fate (item))->value_nick);
      pln_json_text (json, "reason", pln_import_item_get_reason (item));
      pln_json_close (json);
    }
}

static int
report_import (PlnCli                *cli,
               GListModel            *items,
               const PlnImportCounts *counts)
{
  PlnJson *json;

  if (cli->json)
    {
      json = pln_json_new ();
      pln_json_open (json, "import", '{');
      write_counts (json, counts);
      pln_json_truth (json, "dry-run", given_dry_run);
      pln_json_open (json, "reasons", '[');
      each_reason (items, json);
      pln_json_close (json);
      pln_json_close (json);
      write_counts (json, counts);
      return pln_cli_answer (json);
    }

  pln_cli_say (given_dry_run ? _("Would be %u added, %u changed, %u unchanged, %u refused: %u gatherings, %u sessions\n")
                             : _("%u added, %u changed, %u unchanged, %u refused: %u gatherings, %u sessions\n"),
               counts->added, counts->changed, counts->unchanged, counts->refused, counts->gatherings, counts->sessions);
  each_reason (items, NULL);

  return PLN_CLI_DONE;
}

static gboolean
read_as (PlnImportAs *as)
{
  g_autoptr(GEnumClass) values = g_type_class_ref (PLN_TYPE_IMPORT_AS);
  GEnumValue *value = g_enum_get_value_by_nick (values, given_as != NULL ? given_as : "suggested");

  if (value != NULL)
    *as = value->value;

  return value != NULL;
}

static int
run_import (PlnCli  *cli,
            char   **arguments)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) items = NULL;
  PlnImportCounts counts;
  PlnImportAs as;
  GError *error = NULL;

  if (arguments[0] == NULL)
    return pln_cli_misuse (cli, "usage", _("Say which files to import: “plenaryctl import FILE…”."));
  if (!read_as (&as))
    return pln_cli_misuse (cli, "usage", _("“%s” is nothing that events can become. Give sessions, events or gatherings."),
                           given_as);
  if (given_zone != NULL && !pln_when_zone_is_known (given_zone))
    return pln_cli_misuse (cli, "bad-zone", _("There is no time zone “%s”. Choose one such as Europe/London."), given_zone);

  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (arguments[i]));
  if (given_dry_run)
    {
      pln_core_preview_import_async (cli->core, files, as, given_own, given_zone, NULL, pln_cli_got_cb, &result);
      items = pln_core_preview_import_finish (cli->core, pln_cli_wait (&result), &counts, &error);
    }
  else
    {
      pln_core_import_async (cli->core, files, as, given_own, given_zone, given_calendar, NULL, pln_cli_got_cb, &result);
      items = pln_core_import_finish (cli->core, pln_cli_wait (&result), &counts, &error);
    }

  return items != NULL ? report_import (cli, items, &counts) : pln_cli_fail (cli, error);
}

/* Bytes that go nowhere else go to standard output as they are; for a program
 * that wants JSON, into it. What was left out is told beside them. */
static int
give_content (PlnCli     *cli,
              GBytes     *content,
              const char *note)
{
  gsize length;
  const char *text = g_bytes_get_data (content, &length);
  g_autofree char *copy = NULL;
  PlnJson *json;

  if (!cli->json)
    {
      if (given_output != NULL)
        pln_cli_say (_("Wrote %s\n"), given_output);
      else
        fwrite (text, 1, length, stdout);
      if (note != NULL)
        g_printerr ("%s\n", note);
      return PLN_CLI_DONE;
    }

  copy = given_output == NULL ? g_strndup (text, length) : NULL;
  json = pln_json_new ();
  pln_json_text (json, given_output != NULL ? "export" : "text", given_output != NULL ? given_output : copy);
  if (note != NULL)
    pln_json_text (json, "note", note);

  return pln_cli_answer (json);
}

static GFile *
output_file (void)
{
  return given_output != NULL ? g_file_new_for_commandline_arg (given_output) : NULL;
}

/* A PDF has a layout, which is a part of the name of its format. */
static char *
format_of (void)
{
  if (!g_str_equal (given_format, "pdf"))
    return g_strdup (given_format);

  return g_strdup_printf ("pdf-%s", given_layout != NULL ? given_layout : "list");
}

static int
export_file (PlnCli       *cli,
             PlnGathering *gathering,
             const char   *format)
{
  g_autoptr(GFile) file = output_file ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GBytes) content = NULL;
  g_autofree char *note = NULL;
  GError *error = NULL;

  pln_core_export_file_async (cli->core, gathering, format, given_address, file, NULL, pln_cli_got_cb, &result);
  content = pln_core_export_file_finish (cli->core, pln_cli_wait (&result), &note, &error);

  return content != NULL ? give_content (cli, content, note) : pln_cli_fail (cli, error);
}

static int
export_one_invitation (PlnCli       *cli,
                       PlnGathering *gathering)
{
  g_autoptr(GFile) file = output_file ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GBytes) content = NULL;
  PlnAttendee *guest;
  GError *error = NULL;

  guest = pln_cli_find_person (gathering, given_attendee, &error);
  if (guest == NULL)
    return pln_cli_fail (cli, error);

  pln_core_export_invitation_async (cli->core, gathering, pln_attendee_get_id (guest), file, NULL,
                                    pln_cli_got_cb, &result);
  content = pln_core_export_invitation_finish (cli->core, pln_cli_wait (&result), &error);

  return content != NULL ? give_content (cli, content, NULL) : pln_cli_fail (cli, error);
}

static int
export_invitations (PlnCli       *cli,
                    PlnGathering *gathering)
{
  g_autoptr(GFile) folder = output_file ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *words = NULL;
  guint n_files;
  GError *error = NULL;
  PlnJson *json;

  if (folder == NULL)
    return pln_cli_misuse (cli, "usage", _("Invitations need a folder to be written to: -o PATH."));

  pln_core_export_invitations_async (cli->core, gathering, NULL, folder, NULL, pln_cli_got_cb, &result);
  if (!pln_core_export_invitations_finish (cli->core, pln_cli_wait (&result), &n_files, &words, &error))
    return pln_cli_fail (cli, error);
  if (!cli->json)
    {
      pln_cli_say (ngettext ("Wrote %u invitation to %s\n", "Wrote %u invitations to %s\n", n_files), n_files, given_output);
      return PLN_CLI_DONE;
    }

  json = pln_json_new ();
  pln_json_text (json, "export", given_output);
  pln_json_number (json, "invitations", n_files);

  return pln_cli_answer (json);
}

static int
run_export (PlnCli  *cli,
            char   **arguments)
{
  g_autoptr(PlnGathering) gathering = NULL;
  g_autofree char *format = given_format != NULL ? format_of () : NULL;
  GError *error = NULL;

  if (given_gathering == NULL || format == NULL)
    return pln_cli_misuse (cli, "usage", _("Say what to export: --gathering UID --format FORMAT."));
  if (given_layout != NULL && (!g_str_equal (given_format, "pdf") || !pln_core_export_is_format (format)))
    return pln_cli_misuse (cli, "usage", _("A PDF has one of the layouts list, day, rooms, door, groups, slips, cards, signs and notes: --format pdf --layout list."));
  if (!g_str_equal (format, "invitation") && !pln_core_export_is_format (format))
    return pln_cli_misuse (cli, "usage", _("There is no format “%s”. Give ics, schedule-xml, html, pdf, invitation, csv, places-csv or notes-markdown."), given_format);

  if (g_str_has_prefix (format, "pdf") && cli->json && given_output == NULL)
    return pln_cli_misuse (cli, "usage", _("A PDF is no text. Give a file that it is written to: -o PATH."));

  gathering = pln_cli_open_gathering (cli, given_gathering, &error);
  if (gathering == NULL)
    return pln_cli_fail (cli, error);
  if (!g_str_equal (format, "invitation"))
    return export_file (cli, gathering, format);

  return given_attendee != NULL ? export_one_invitation (cli, gathering) : export_invitations (cli, gathering);
}

const PlnCliCommand pln_cli_exchange_commands[] = {
  { "import", "FILE…", N_("Take in iCalendar files and schedules"), import_entries, run_import },
  { "export", "--gathering UID --format FORMAT", N_("Write the programme, hand-outs, invitations, or a table"),
    export_entries, run_export },
  { 0 }
};
