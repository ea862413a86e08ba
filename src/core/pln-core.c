/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-servers-private.h"
#include "pln-core-sync-private.h"

enum
{
  PROP_0,
  PROP_FOLDER,
  PROP_GATHERINGS,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_HAS_ENTRIES,
  PROP_IDENTITY_NAME,
  PROP_IDENTITY_EMAIL,
  N_PROPS
};

enum
{
  FAILED_LATER,
  N_SIGNALS
};

/**
 * PlnCore:
 *
 * What the user can ask of Plenary, one function a wish. It knows no display:
 * the window and `plenaryctl` do the same things by it.
 *
 * There is one model object per gathering for as long as the core lives.
 */
G_DEFINE_FINAL_TYPE (PlnCore, pln_core, G_TYPE_OBJECT)

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void
changed_cb (PlnStore           *store,
            const char *const  *uids,
            gboolean            others,
            PlnCore            *self)
{
  const char *version = pln_store_get_fact (store, PLN_STORE_FACT_ACCOUNTS);

  pln_core_read_async (self, uids, NULL, NULL);
  if (self->servers->seen != NULL && g_strcmp0 (self->servers->seen, version) != 0)
    pln_core_read_accounts_async (self, NULL, NULL, NULL);
  if (self->servers->running == NULL)
    pln_core_sync_edited (self); /* undone, or by another program; what a sync took is no reason for one */
}

static void
tell_cb (PlnStore   *store,
         GParamSpec *pspec,
         PlnCore    *self)
{
  g_object_notify (G_OBJECT (self), pspec->name);
}

static void
set_folder (PlnCore    *self,
            const char *folder)
{
  g_autofree char *usual = g_build_filename (g_get_user_data_dir (), "plenary", NULL);

  self->store = pln_store_new (folder != NULL ? folder : usual);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (self->store, "notify::undo-label", G_CALLBACK (tell_cb), self, 0);
  g_signal_connect_object (self->store, "notify::redo-label", G_CALLBACK (tell_cb), self, 0);
  g_signal_connect_object (self->store, "notify::has-entries", G_CALLBACK (tell_cb), self, 0);
}

static void
pln_core_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  PlnCore *self = PLN_CORE (object);

  switch (prop_id)
    {
    case PROP_FOLDER:
      g_value_set_string (value, pln_core_get_folder (self));
      break;
    case PROP_GATHERINGS:
      g_value_set_object (value, self->gatherings);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, pln_core_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, pln_core_get_redo_label (self));
      break;
    case PROP_HAS_ENTRIES:
      g_value_set_boolean (value, pln_core_get_has_entries (self));
      break;
    case PROP_IDENTITY_NAME:
      g_value_set_string (value, pln_core_get_identity_name (self));
      break;
    case PROP_IDENTITY_EMAIL:
      g_value_set_string (value, pln_core_get_identity_email (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_core_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  g_assert (prop_id == PROP_FOLDER);
  set_folder (PLN_CORE (object), g_value_get_string (value));
}

static void
pln_core_finalize (GObject *object)
{
  PlnCore *self = PLN_CORE (object);

  pln_core_forget_spans (self);
  pln_core_servers_free (self->servers);
  g_ptr_array_unref (self->spans);
  g_object_unref (self->gatherings);
  g_hash_table_unref (self->by_uid);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->drafts);
  g_free (self->door);
  g_ptr_array_unref (self->settling);
  g_object_unref (self->store);

  G_OBJECT_CLASS (pln_core_parent_class)->finalize (object);
}

static void
pln_core_class_init (PlnCoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_core_get_property;
  object_class->set_property = pln_core_set_property;
  object_class->finalize = pln_core_finalize;

  /**
   * PlnCore:folder:
   *
   * The folder of the library.
   */
  props[PROP_FOLDER] =
    g_param_spec_string ("folder", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * PlnCore:gatherings:
   *
   * All [class@Gathering]s, by start, then title. The list itself never
   * changes identity, only its contents.
   */
  props[PROP_GATHERINGS] =
    g_param_spec_object ("gatherings", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * PlnCore:undo-label:
   *
   * The step that would be undone next, or %NULL.
   */
  props[PROP_UNDO_LABEL] =
    g_param_spec_string ("undo-label", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * PlnCore:redo-label:
   *
   * The step that would be done again next, or %NULL.
   */
  props[PROP_REDO_LABEL] =
    g_param_spec_string ("redo-label", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * PlnCore:has-entries:
   *
   * Whether the calendar has anything to show besides gatherings. Known as soon
   * as the gatherings are.
   */
  props[PROP_HAS_ENTRIES] =
    g_param_spec_boolean ("has-entries", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * PlnCore:identity-name:
   *
   * The name of the user, or empty.
   */
  props[PROP_IDENTITY_NAME] =
    g_param_spec_string ("identity-name", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * PlnCore:identity-email:
   *
   * The address for replies, or empty.
   */
  props[PROP_IDENTITY_EMAIL] =
    g_param_spec_string ("identity-email", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * PlnCore::failed-later:
   * @self: the core
   * @message: a sentence: what happened, to what, what to do
   *
   * What had been shown could not be written and was taken back, and nobody
   * waited for the result of that wish.
   */
  signals[FAILED_LATER] =
    g_signal_new ("failed-later", PLN_TYPE_CORE, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
pln_core_init (PlnCore *self)
{
  self->gatherings = g_list_store_new (PLN_TYPE_GATHERING);
  self->by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->settling = g_ptr_array_new_with_free_func (g_object_unref);
  self->spans = g_ptr_array_new ();
  self->servers = pln_core_servers_new ();
}

/**
 * pln_core_new:
 * @folder: (nullable): the folder of the library; %NULL for the usual one of
 *   this user, `$XDG_DATA_HOME/plenary`
 *
 * Returns: (transfer full): a core whose library is not open yet
 */
PlnCore *
pln_core_new (const char *folder)
{
  return g_object_new (PLN_TYPE_CORE, "folder", folder, NULL);
}

/**
 * pln_core_close:
 * @self: a core
 *
 * Waits until all that was changed is durable. The core is of no use
 * afterwards.
 */
void
pln_core_close (PlnCore *self)
{
  g_return_if_fail (PLN_IS_CORE (self));

  pln_core_stop_servers (self);
  pln_store_close (self->store);
}

const char *
pln_core_get_folder (PlnCore *self)
{
  g_return_val_if_fail (PLN_IS_CORE (self), NULL);

  return pln_store_get_folder (self->store);
}

GListModel *
pln_core_get_gatherings (PlnCore *self)
{
  g_return_val_if_fail (PLN_IS_CORE (self), NULL);

  return G_LIST_MODEL (self->gatherings);
}

/**
 * pln_core_find_gathering:
 * @self: a core
 * @uid: the UID of a gathering
 *
 * Returns: (transfer none) (nullable): the gathering in the list, if it is there
 */
PlnGathering *
pln_core_find_gathering (PlnCore    *self,
                         const char *uid)
{
  g_return_val_if_fail (PLN_IS_CORE (self), NULL);
  g_return_val_if_fail (uid != NULL, NULL);

  return g_hash_table_lookup (self->by_uid, uid);
}

const char *
pln_core_get_undo_label (PlnCore *self)
{
  g_return_val_if_fail (PLN_IS_CORE (self), NULL);

  return pln_store_get_undo_label (self->store);
}

const char *
pln_core_get_redo_label (PlnCore *self)
{
  g_return_val_if_fail (PLN_IS_CORE (self), NULL);

  return pln_store_get_redo_label (self->store);
}

/**
 * pln_core_get_has_entries:
 * @self: a core
 *
 * Returns: [property@Core:has-entries]
 */
gboolean
pln_core_get_has_entries (PlnCore *self)
{
  g_return_val_if_fail (PLN_IS_CORE (self), FALSE);

  return pln_store_get_has_entries (self->store);
}

const char *
pln_core_get_identity_name (PlnCore *self)
{
  g_return_val_if_fail (PLN_IS_CORE (self), "");

  return pln_store_get_fact (self->store, "identity.name");
}

const char *
pln_core_get_identity_email (PlnCore *self)
{
  g_return_val_if_fail (PLN_IS_CORE (self), "");

  return pln_store_get_fact (self->store, "identity.email");
}
