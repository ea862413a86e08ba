/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-zone.h"

#include "pln-str.h"
#include "pln-tz.h"
#include "pln-when-words.h"
#include "pln-when.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * PlnZone:
 *
 * A time zone that can be chosen. It never changes.
 */
struct _PlnZone
{
  GObject  parent_instance;

  char    *name;
  char    *place;
  char    *search_text;
};

G_DEFINE_FINAL_TYPE (PlnZone, pln_zone, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_PLACE,
  PROP_SEARCH_TEXT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static PlnZone *
zone_new (const char *name,
          const char *country)
{
  PlnZone *zone = g_object_new (PLN_TYPE_ZONE, NULL);
  g_autofree char *region = g_strndup (name, strcspn (name, "/"));
  g_autofree char *words = pln_when_words_zone (name);
  g_autofree char *text = NULL;

  zone->name = g_strdup (name);
  zone->place = country != NULL ? g_strdup (country) : strchr (name, '/') != NULL ? g_strdup (region) : g_strdup ("");
  text = g_strjoin (" ", words, name, zone->place, NULL);
  zone->search_text = pln_str_fold (g_strdelimit (text, "_", ' '));

  return zone;
}

static char *
tz_file (const char *name)
{
  const char *folder = g_getenv ("TZDIR");

  return g_build_filename (folder != NULL ? folder : "/usr/share/zoneinfo", name, NULL);
}

static char **
lines_of (const char *name)
{
  g_autofree char *path = tz_file (name);
  g_autofree char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);

  return g_strsplit (text != NULL ? text : "", "\n", -1);
}

/* Two-letter code to name, as tzdata has it. */
static GHashTable *
read_countries (void)
{
  g_auto(GStrv) lines = lines_of ("iso3166.tab");
  GHashTable *countries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) columns = g_strsplit (lines[i], "\t", 2);

      if (lines[i][0] != '#' && g_strv_length (columns) == 2)
        g_hash_table_insert (countries, g_strdup (columns[0]), g_strdup (columns[1]));
    }

  return countries;
}

static int
compare_zones (gconstpointer a,
               gconstpointer b)
{
  PlnZone *left = *(PlnZone **) a;
  PlnZone *right = *(PlnZone **) b;
  g_autofree char *left_words = pln_when_words_zone (left->name);
  g_autofree char *right_words = pln_when_words_zone (right->name);

  return g_utf8_collate (left_words, right_words);
}

static void
pln_zone_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  PlnZone *self = PLN_ZONE (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;
    case PROP_SEARCH_TEXT:
      g_value_set_string (value, self->search_text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_zone_finalize (GObject *object)
{
  PlnZone *self = PLN_ZONE (object);

  g_free (self->name);
  g_free (self->place);
  g_free (self->search_text);

  G_OBJECT_CLASS (pln_zone_parent_class)->finalize (object);
}

static void
pln_zone_class_init (PlnZoneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_zone_get_property;
  object_class->finalize = pln_zone_finalize;

  /**
   * PlnZone:name:
   *
   * The IANA name, or “UTC”.
   */
  props[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * PlnZone:place:
   *
   * The country, as tzdata names it; may be empty.
   */
  props[PROP_PLACE] =
    g_param_spec_string ("place", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * PlnZone:search-text:
   *
   * City, name and country, folded by [func@str_fold].
   */
  props[PROP_SEARCH_TEXT] =
    g_param_spec_string ("search-text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_zone_init (PlnZone *self)
{
}

/**
 * pln_zone_list:
 *
 * Lists the zones that tzdata has on this computer, by city, and UTC at the
 * end. Reads two small files.
 *
 * Returns: (transfer full): a list of [class@Zone]
 */
GListModel *
pln_zone_list (void)
{
  g_autoptr(GHashTable) countries = read_countries ();
  g_autoptr(GPtrArray) zones = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto(GStrv) lines = lines_of ("zone.tab");
  GListStore *list = g_list_store_new (PLN_TYPE_ZONE);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) columns = g_strsplit (lines[i], "\t", 4);

      if (lines[i][0] != '#' && g_strv_length (columns) >= 3)
        g_ptr_array_add (zones, zone_new (columns[2], g_hash_table_lookup (countries, columns[0])));
    }

  g_ptr_array_sort (zones, compare_zones);
  g_ptr_array_add (zones, zone_new ("UTC", NULL));
  g_list_store_splice (list, 0, 0, zones->pdata, zones->len);

  return G_LIST_MODEL (list);
}

/**
 * pln_zone_here:
 *
 * Returns: (transfer none): the IANA name of this computer's zone, “UTC” if it
 *   has none that others would understand
 */
const char *
pln_zone_here (void)
{
  g_autoptr(GTimeZone) local = g_time_zone_new_local ();
  const char *name = g_time_zone_get_identifier (local);
  g_autoptr(GTimeZone) known = NULL;

  /* It may also be a path, or a rule such as “CET-1CEST”; Etc/UTC is UTC. */
  if (name != NULL && strchr (name, '/') != NULL && g_ascii_isupper (*name) && !g_str_has_prefix (name, "Etc/"))
    known = pln_tz_load (name);

  return known != NULL ? g_intern_string (name) : "UTC";
}

/**
 * pln_zone_get_name:
 * @self: a zone
 *
 * Returns: (transfer none): the IANA name, or “UTC”
 */
const char *
pln_zone_get_name (PlnZone *self)
{
  g_return_val_if_fail (PLN_IS_ZONE (self), NULL);

  return self->name;
}

/**
 * pln_zone_get_place:
 * @self: a zone
 *
 * Returns: (transfer none): the country, may be empty
 */
const char *
pln_zone_get_place (PlnZone *self)
{
  g_return_val_if_fail (PLN_IS_ZONE (self), NULL);

  return self->place;
}

/**
 * pln_zone_get_search_text:
 * @self: a zone
 *
 * Returns: (transfer none): what a search looks at, folded
 */
const char *
pln_zone_get_search_text (PlnZone *self)
{
  g_return_val_if_fail (PLN_IS_ZONE (self), NULL);

  return self->search_text;
}
