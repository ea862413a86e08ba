/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-settings.h"

#include "pln-config.h"

/* The schema beside a program that was built and not installed. */
static GSettingsSchema *
find_beside_program (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *data = folder != NULL ? g_build_filename (folder, "..", "data", NULL) : NULL;
  g_autoptr(GSettingsSchemaSource) source = NULL;

  if (data != NULL)
    source = g_settings_schema_source_new_from_directory (data, g_settings_schema_source_get_default (), TRUE, NULL);

  return source != NULL ? g_settings_schema_source_lookup (source, PLN_APP_ID, FALSE) : NULL;
}

/**
 * pln_settings_new:
 *
 * Finds the settings of this user, where Plenary is installed and where it
 * runs from the folder it was built in.
 *
 * Returns: (transfer full) (nullable): the settings; %NULL where their schema
 *   is missing, which is no reason not to go on
 */
GSettings *
pln_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, PLN_APP_ID, TRUE) : NULL;

  if (schema == NULL)
    schema = find_beside_program ();

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
