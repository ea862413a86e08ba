/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-dav-multistatus.h"

#include "pln-dav-error.h"

#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <string.h>

#define MOST_DEPTH 64
#define MOST_TEXT  (16 * 1024 * 1024)
#define CHUNK      (64 * 1024)

#define DAV     "DAV:"
#define CALDAV  "urn:ietf:params:xml:ns:caldav"
#define SERVER  "http://calendarserver.org/ns/"
#define APPLE   "http://apple.com/ns/ical/"

/* The elements that mean something here; all others are passed over. */
typedef enum
{
  OTHER,
  ADDRESS_SET,
  CALENDAR,
  CALENDAR_DATA,
  COLLECTION,
  COLOUR,
  COMPONENT,
  COMPONENT_SET,
  CTAG,
  DISPLAY_NAME,
  ERROR,
  ETAG,
  HOME_SET,
  HREF,
  INBOX,
  INBOX_URL,
  MULTISTATUS,
  OUTBOX,
  OUTBOX_URL,
  PRINCIPAL,
  PRIVILEGE,
  PRIVILEGES,
  PROP,
  PROPSTAT,
  RESOURCE_TYPE,
  RESPONSE,
  SCHEDULE_TAG,
  STATUS,
  SYNC_TOKEN,
} Element;

static const struct
{
  const char *space;
  const char *name;
  Element     element;
} elements[] = {
  { DAV, "response", RESPONSE },
  { DAV, "href", HREF },
  { DAV, "propstat", PROPSTAT },
  { DAV, "prop", PROP },
  { DAV, "status", STATUS },
  { DAV, "getetag", ETAG },
  { CALDAV, "calendar-data", CALENDAR_DATA },
  { CALDAV, "schedule-tag", SCHEDULE_TAG },
  { DAV, "multistatus", MULTISTATUS },
  { DAV, "sync-token", SYNC_TOKEN },
  { DAV, "error", ERROR },
  { DAV, "resourcetype", RESOURCE_TYPE },
  { DAV, "collection", COLLECTION },
  { CALDAV, "calendar", CALENDAR },
  { CALDAV, "schedule-inbox", INBOX },
  { CALDAV, "schedule-outbox", OUTBOX },
  { DAV, "displayname", DISPLAY_NAME },
  { APPLE, "calendar-color", COLOUR },
  { SERVER, "getctag", CTAG },
  { CALDAV, "supported-calendar-component-set", COMPONENT_SET },
  { CALDAV, "comp", COMPONENT },
  { DAV, "current-user-privilege-set", PRIVILEGES },
  { DAV, "privilege", PRIVILEGE },
  { DAV, "current-user-principal", PRINCIPAL },
  { CALDAV, "calendar-home-set", HOME_SET },
  { CALDAV, "calendar-user-address-set", ADDRESS_SET },
  { CALDAV, "schedule-inbox-URL", INBOX_URL },
  { CALDAV, "schedule-outbox-URL", OUTBOX_URL },
};

typedef struct
{
  PlnDavMultistatus *result;
  xmlParserCtxt     *context;
  const char        *flaw; /* (nullable): why reading was stopped */

  Element            path[MOST_DEPTH];
  guint              depth;
  GString           *text; /* of the element that was opened last */

  PlnDavItem        *item;      /* of the response that is read, or NULL */
  GPtrArray         *hrefs;     /* its second one and those after */
  PlnDavItem        *found;     /* of the propstat that is read, or NULL */
  guint              found_status;
} Reader;

/**
 * pln_dav_strong_etag:
 * @etag: (nullable): as a server wrote it
 *
 * Returns: (transfer full) (nullable): @etag with its quotation marks, which
 *   some servers leave out; %NULL for a weak one, which no condition of a write
 *   can be made of (RFC 9110, 13.1.1)
 */
char *
pln_dav_strong_etag (const char *etag)
{
  if (etag == NULL || *etag == '\0' || g_str_has_prefix (etag, "W/"))
    return NULL;

  return *etag == '"' ? g_strdup (etag) : g_strdup_printf ("\"%s\"", etag);
}

/**
 * pln_dav_item_new:
 * @href: (nullable): where it is
 *
 * Returns: (transfer full): an item that nothing is said of yet
 */
PlnDavItem *
pln_dav_item_new (const char *href)
{
  PlnDavItem *item = g_new0 (PlnDavItem, 1);

  item->href = g_strdup (href);
  item->writable = TRUE;

  return item;
}

/**
 * pln_dav_item_free:
 * @item: (transfer full) (nullable): an item
 */
void
pln_dav_item_free (PlnDavItem *item)
{
  if (item == NULL)
    return;

  g_free (item->href);
  g_free (item->etag);
  g_free (item->schedule_tag);
  g_clear_pointer (&item->data, g_bytes_unref);
  g_free (item->name);
  g_free (item->colour);
  g_free (item->ctag);
  g_free (item->sync_token);
  g_free (item->principal);
  g_clear_pointer (&item->homes, g_ptr_array_unref);
  g_clear_pointer (&item->addresses, g_ptr_array_unref);
  g_free (item->inbox);
  g_free (item->outbox);
  g_free (item->error);
  g_free (item);
}

static void
move (gpointer to,
      gpointer from)
{
  gpointer *target = to;
  gpointer *source = from;

  if (*target == NULL)
    *target = g_steal_pointer (source);
}

/* Takes the properties of a propstat that was answered with a success. */
static void
item_take (PlnDavItem *item,
           PlnDavItem *found)
{
  move (&item->etag, &found->etag);
  move (&item->schedule_tag, &found->schedule_tag);
  move (&item->data, &found->data);
  move (&item->name, &found->name);
  move (&item->colour, &found->colour);
  move (&item->ctag, &found->ctag);
  move (&item->sync_token, &found->sync_token);
  move (&item->principal, &found->principal);
  move (&item->homes, &found->homes);
  move (&item->addresses, &found->addresses);
  move (&item->inbox, &found->inbox);
  move (&item->outbox, &found->outbox);
  item->kinds |= found->kinds;
  item->components |= found->components;
  item->writable = item->writable && found->writable;
}

static Element
find_element (const char *space,
              const char *name)
{
  for (gsize i = 0; space != NULL && i < G_N_ELEMENTS (elements); i++)
    if (strcmp (elements[i].name, name) == 0 && strcmp (elements[i].space, space) == 0)
      return elements[i].element;

  return OTHER;
}

static void
stop (Reader     *reader,
      const char *flaw)
{
  if (reader->flaw == NULL)
    reader->flaw = flaw;
  xmlStopParser (reader->context);
}

static Element
enclosing (Reader *reader)
{
  return reader->depth > 0 ? reader->path[reader->depth - 1] : OTHER;
}

static void
note_component (Reader         *reader,
                int             n_attributes,
                const xmlChar **attributes)
{
  static const char *const names[] = { "VEVENT", "VTODO", "VJOURNAL" };

  /* An attribute is five pointers: name, prefix, namespace, value, its end. */
  for (int i = 0; i < n_attributes; i++)
    {
      const char *value = (const char *) attributes[5 * i + 3];
      gsize length = (const char *) attributes[5 * i + 4] - value;

      if (strcmp ((const char *) attributes[5 * i], "name") != 0)
        continue;
      for (guint n = 0; n < G_N_ELEMENTS (names); n++)
        if (length == strlen (names[n]) && g_ascii_strncasecmp (value, names[n], length) == 0)
          reader->found->components |= 1 << n;
    }
}

/* RFC 3744, 3.12: who may write, may do all that these say; a server that
 * gives them one by one means that too. */
static gboolean
is_write_privilege (const char *name)
{
  static const char *const names[] = { "all", "write", "write-content", "bind", NULL };

  return g_strv_contains (names, name);
}

static void
open_in_prop (Reader         *reader,
              Element         element,
              Element         around,
              const char     *name,
              int             n_attributes,
              const xmlChar **attributes)
{
  if (around == RESOURCE_TYPE && element == COLLECTION)
    reader->found->kinds |= PLN_DAV_COLLECTION;
  else if (around == RESOURCE_TYPE && element == CALENDAR)
    reader->found->kinds |= PLN_DAV_CALENDAR;
  else if (around == RESOURCE_TYPE && element == INBOX)
    reader->found->kinds |= PLN_DAV_INBOX;
  else if (around == RESOURCE_TYPE && element == OUTBOX)
    reader->found->kinds |= PLN_DAV_OUTBOX;
  else if (around == COMPONENT_SET && element == COMPONENT)
    note_component (reader, n_attributes, attributes);
  else if (element == PRIVILEGES)
    reader->found->writable = FALSE; /* until one says otherwise */
  else if (around == PRIVILEGE && is_write_privilege (name))
    reader->found->writable = TRUE;
}

static void
start_cb (void           *user_data,
          const xmlChar  *name,
          const xmlChar  *prefix,
          const xmlChar  *space,
          int             n_namespaces,
          const xmlChar **namespaces,
          int             n_attributes,
          int             n_defaulted,
          const xmlChar **attributes)
{
  Reader *reader = user_data;
  Element element = find_element ((const char *) space, (const char *) name);
  Element around = enclosing (reader);

  if (reader->depth == MOST_DEPTH)
    {
      stop (reader, "too deep");
      return;
    }

  g_string_truncate (reader->text, 0);
  if (element == RESPONSE && reader->depth == 1)
    reader->item = pln_dav_item_new (NULL);
  else if (element == PROPSTAT && reader->depth == 2 && reader->item != NULL)
    {
      reader->found = pln_dav_item_new (NULL);
      reader->found_status = 200;
    }
  else if (around == ERROR && reader->item != NULL && reader->item->error == NULL)
    reader->item->error = g_strdup ((const char *) name);
  else if (reader->found != NULL)
    open_in_prop (reader, element, around, (const char *) name, n_attributes, attributes);

  reader->path[reader->depth++] = element;
}

static guint
parse_status (const char *text)
{
  const char *code = strchr (text, ' ');

  return g_str_has_prefix (text, "HTTP/") && code != NULL ? MIN (g_ascii_strtoull (code, NULL, 10), 999) : 0;
}

static void
set_text (char      **where,
          const char *text)
{
  g_free (*where);
  *where = g_strdup (text);
}

static void
add_text (GPtrArray **where,
          const char *text)
{
  if (*where == NULL)
    *where = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (*where, g_strdup (text));
}

static void
close_href (Reader     *reader,
            Element     around,
            const char *text)
{
  if (*text == '\0')
    return;

  if (around == RESPONSE && reader->depth == 2 && reader->item->href == NULL)
    reader->item->href = g_strdup (text);
  else if (around == RESPONSE && reader->depth == 2)
    add_text (&reader->hrefs, text);
  else if (reader->found == NULL)
    return;
  else if (around == PRINCIPAL)
    set_text (&reader->found->principal, text);
  else if (around == HOME_SET)
    add_text (&reader->found->homes, text);
  else if (around == ADDRESS_SET)
    add_text (&reader->found->addresses, text);
  else if (around == INBOX_URL)
    set_text (&reader->found->inbox, text);
  else if (around == OUTBOX_URL)
    set_text (&reader->found->outbox, text);
}

static void
close_prop (Reader     *reader,
            Element     element,
            const char *text)
{
  PlnDavItem *found = reader->found;
  char **where = element == SCHEDULE_TAG ? &found->schedule_tag
                 : element == DISPLAY_NAME ? &found->name
                 : element == COLOUR ? &found->colour
                 : element == CTAG ? &found->ctag
                 : element == SYNC_TOKEN ? &found->sync_token : NULL;

  if (where != NULL)
    set_text (where, text);
  else if (element == ETAG)
    {
      g_free (found->etag);
      found->etag = pln_dav_strong_etag (text);
    }
}

/* A response may name several resources that have one status. */
static void
close_response (Reader *reader)
{
  PlnDavItem *item = g_steal_pointer (&reader->item);
  guint n_more = reader->hrefs != NULL ? reader->hrefs->len : 0;

  for (guint i = 0; i < n_more; i++)
    {
      PlnDavItem *other = pln_dav_item_new (g_ptr_array_index (reader->hrefs, i));

      other->status = item->status;
      other->error = g_strdup (item->error);
      g_ptr_array_add (reader->result->items, other);
    }
  g_clear_pointer (&reader->hrefs, g_ptr_array_unref);

  if (item->href != NULL)
    g_ptr_array_add (reader->result->items, item);
  else
    pln_dav_item_free (item); /* iCloud sends some without an href */
}

/* XML turns CR LF into LF (XML 1.0, 2.11) unless the server wrote `&#13;`, as
 * few do; iCalendar has CR LF (RFC 5545, 3.1). */
static GBytes *
calendar_data (GString *text)
{
  if (strchr (text->str, '\r') == NULL)
    g_string_replace (text, "\n", "\r\n", 0);

  return g_bytes_new (text->str, text->len);
}

static void
end_cb (void          *user_data,
        const xmlChar *name,
        const xmlChar *prefix,
        const xmlChar *space)
{
  Reader *reader = user_data;
  Element element = reader->path[--reader->depth];
  Element around = enclosing (reader);
  g_autofree char *text = NULL;

  if (element == CALENDAR_DATA && reader->found != NULL)
    {
      g_clear_pointer (&reader->found->data, g_bytes_unref);
      reader->found->data = calendar_data (reader->text);
      g_string_truncate (reader->text, 0);
      return;
    }

  text = g_strstrip (g_strndup (reader->text->str, reader->text->len));
  g_string_truncate (reader->text, 0);
  if (element == HREF && reader->item != NULL)
    close_href (reader, around, text);
  else if (element == STATUS && reader->depth == 3 && reader->found != NULL)
    reader->found_status = parse_status (text);
  else if (element == STATUS && reader->depth == 2 && reader->item != NULL)
    reader->item->status = parse_status (text);
  else if (element == SYNC_TOKEN && around == MULTISTATUS)
    set_text (&reader->result->sync_token, text);
  else if (around == PROP && reader->found != NULL)
    close_prop (reader, element, text);
  else if (element == PROPSTAT && reader->depth == 2 && reader->found != NULL)
    {
      if (reader->found_status / 100 == 2)
        item_take (reader->item, reader->found);
      g_clear_pointer (&reader->found, pln_dav_item_free);
    }
  else if (element == RESPONSE && reader->depth == 1 && reader->item != NULL)
    close_response (reader);
}

static void
text_cb (void          *user_data,
         const xmlChar *text,
         int            length)
{
  Reader *reader = user_data;

  if (reader->text->len + length > MOST_TEXT)
    stop (reader, "too much text");
  else
    g_string_append_len (reader->text, (const char *) text, length);
}

/* No answer of a server needs a document type, and entities are made in one. */
static void
doctype_cb (void          *user_data,
            const xmlChar *name,
            const xmlChar *external,
            const xmlChar *system)
{
  stop (user_data, "document type");
}

static void
read_all (Reader *reader,
          GBytes *body)
{
  xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_cb,
    .endElementNs = end_cb,
    .characters = text_cb,
    .cdataBlock = text_cb,
    .internalSubset = doctype_cb,
  };
  gsize size;
  const char *bytes = g_bytes_get_data (body, &size);

  reader->context = xmlCreatePushParserCtxt (&handler, reader, NULL, 0, NULL);
  xmlCtxtUseOptions (reader->context, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  for (gsize at = 0; at < size && reader->flaw == NULL; at += CHUNK)
    {
      xmlParseChunk (reader->context, bytes + at, MIN (CHUNK, size - at), FALSE);
      if (!reader->context->wellFormed)
        stop (reader, "not well-formed");
    }
  if (reader->flaw == NULL)
    {
      xmlParseChunk (reader->context, NULL, 0, TRUE);
      if (!reader->context->wellFormed)
        stop (reader, "ends early");
    }
  g_clear_pointer (&reader->context, xmlFreeParserCtxt);
}

/**
 * pln_dav_multistatus_parse:
 * @body: what came with a 207
 * @host: the name of the server, for the message
 * @error: return location for a [error@DavError]
 *
 * Reads a multistatus (RFC 4918, 13), in any order and with any prefixes. It
 * has to be whole: a listing that ends early must not look like a short one.
 * Entities are not expanded and nothing is fetched. For any thread.
 *
 * Returns: (transfer full) (nullable): what it says
 */
PlnDavMultistatus *
pln_dav_multistatus_parse (GBytes      *body,
                           const char  *host,
                           GError     **error)
{
  g_autoptr(PlnDavMultistatus) result = g_new0 (PlnDavMultistatus, 1);
  Reader reader = { .result = result };
  gboolean is_multistatus;

  result->items = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_dav_item_free);
  reader.text = g_string_new (NULL);
  read_all (&reader, body);
  is_multistatus = reader.flaw == NULL && reader.path[0] == MULTISTATUS;
  pln_dav_item_free (reader.item);
  pln_dav_item_free (reader.found);
  g_clear_pointer (&reader.hrefs, g_ptr_array_unref);
  g_string_free (reader.text, TRUE);

  if (!is_multistatus)
    {
      g_debug ("answer of %s: %s", host, reader.flaw != NULL ? reader.flaw : "no multistatus");
      g_set_error (error, PLN_DAV_ERROR, PLN_DAV_ERROR_SERVER,
                   _("“%s” sent an answer that is not whole, or not that of a calendar server. "
                     "It will be tried again."), host);
      return NULL;
    }

  return g_steal_pointer (&result);
}

typedef struct
{
  xmlParserCtxt *context;
  guint          depth;
  char          *condition;
  gboolean       is_refused;
} Condition;

static void
condition_start_cb (void           *user_data,
                    const xmlChar  *name,
                    const xmlChar  *prefix,
                    const xmlChar  *space,
                    int             n_namespaces,
                    const xmlChar **namespaces,
                    int             n_attributes,
                    int             n_defaulted,
                    const xmlChar **attributes)
{
  Condition *condition = user_data;

  if (condition->depth++ == 1 && condition->condition == NULL)
    condition->condition = g_strdup ((const char *) name);
}

static void
condition_end_cb (void          *user_data,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *space)
{
  ((Condition *) user_data)->depth--;
}

static void
condition_doctype_cb (void          *user_data,
                      const xmlChar *name,
                      const xmlChar *public_id,
                      const xmlChar *system_id)
{
  Condition *condition = user_data;

  condition->is_refused = TRUE;
  xmlStopParser (condition->context);
}

/**
 * pln_dav_condition_parse:
 * @body: what came with an error
 *
 * Finds which condition of a request was not met (RFC 4918, 16), such as
 * `valid-sync-token` or `no-uid-conflict`. For any thread.
 *
 * Returns: (transfer full) (nullable): the local name of the element, or %NULL
 *   if @body does not say it
 */
char *
pln_dav_condition_parse (GBytes *body)
{
  xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = condition_start_cb,
    .endElementNs = condition_end_cb,
    .internalSubset = condition_doctype_cb,
  };
  Condition condition = { 0 };
  gsize size;
  const char *bytes = g_bytes_get_data (body, &size);

  if (size == 0 || size > CHUNK)
    return NULL;

  condition.context = xmlCreatePushParserCtxt (&handler, &condition, NULL, 0, NULL);
  xmlCtxtUseOptions (condition.context, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  xmlParseChunk (condition.context, bytes, size, TRUE);
  if (condition.is_refused || !condition.context->wellFormed)
    g_clear_pointer (&condition.condition, g_free);
  xmlFreeParserCtxt (condition.context);

  return condition.condition;
}

/**
 * pln_dav_multistatus_free:
 * @self: (transfer full) (nullable): what was read
 */
void
pln_dav_multistatus_free (PlnDavMultistatus *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self->sync_token);
  g_free (self);
}
