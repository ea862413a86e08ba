/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-schedule-private.h"

#include "pln-str.h"

#include <glib/gi18n.h>
#include <libxml/xmlreader.h>
#include <string.h>

#define LONGEST_ELEMENT 40 /* bytes of a name; no dialect has a longer one */

/* One element that is open. */
typedef struct
{
  char name[LONGEST_ELEMENT];
} Element;

/* A document on its way: the elements that are open, and the text of the
 * innermost fact. Only facts are kept, so that a file can be as long as it
 * likes. */
typedef struct
{
  PlnScheduleReading *reading;
  xmlTextReader      *reader;
  Element             open[PLN_SCHEDULE_MOST_DEPTH];
  guint               depth;
  GString            *text;
  char               *room;     /* where the events are, or NULL */
  PlnScheduleDraft   *session;  /* that is open, or NULL */
  guint               session_depth;
  char               *href;     /* of the link that is open */
  char               *name;     /* attributes of the track that is open */
  char               *slug;
  char               *colour;
  char               *fault;    /* what libxml2 says, or NULL */
  guint               fault_line;
  gboolean            is_huge;  /* what libxml2 does not take, either */
} Document;

static void
document_clear (Document *document)
{
  xmlSetStructuredErrorFunc (NULL, NULL);
  g_clear_pointer (&document->reader, xmlFreeTextReader);
  g_string_free (document->text, TRUE);
  g_free (document->room);
  g_free (document->href);
  g_free (document->name);
  g_free (document->slug);
  g_free (document->colour);
  g_free (document->fault);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Document, document_clear)

/* The parser may be some lines ahead of the node, which counts to 65535 only. */
static guint
line_of (Document *document)
{
  long line = xmlGetLineNo (xmlTextReaderCurrentNode (document->reader));

  if (line <= 0 || line >= G_MAXUSHORT)
    line = xmlTextReaderGetParserLineNumber (document->reader);

  return line > 0 ? (guint) line : 0;
}

static gboolean
refuse (Document    *document,
        const char  *sentence,
        GError     **error)
{
  return pln_schedule_refuse (line_of (document), sentence, error);
}

static gboolean
refuse_more (Document    *document,
             char        *sentence, /* (transfer full) */
             GError     **error)
{
  g_autofree char *own = sentence;

  return refuse (document, own, error);
}

/* The first fault is the one that explains the others. */
static void
fault_cb (void     *user_data,
          xmlError *fault)
{
  Document *document = user_data;

  if (document->fault != NULL || fault->level < XML_ERR_ERROR)
    return;
  document->fault = pln_str_one_line (fault->message);
  document->is_huge = fault->code == XML_ERR_NO_MEMORY;
  document->fault_line = fault->line > 0 ? (guint) fault->line : 0;
}

static char *
attribute (Document   *document,
           const char *name)
{
  xmlChar *value = xmlTextReaderGetAttribute (document->reader, (const xmlChar *) name);
  char *copy = g_strdup (value != NULL ? (const char *) value : "");

  xmlFree (value);

  return copy;
}

static void
take_attribute (Document   *document,
                char      **where,
                const char *name)
{
  g_free (*where);
  *where = attribute (document, name);
}

static const char *
outer (Document *document,
       guint     above)
{
  return document->depth > above ? document->open[document->depth - 1 - above].name : "";
}

static gboolean
begin_day (Document  *document,
           GError   **error)
{
  g_autofree char *date = attribute (document, "date");

  if (document->reading->days->len >= PLN_SCHEDULE_MOST_DAYS)
    return refuse_more (document, g_strdup_printf (_("It has more than %u days."), PLN_SCHEDULE_MOST_DAYS), error);
  pln_schedule_add_day (document->reading, date);
  g_clear_pointer (&document->room, g_free);

  return TRUE;
}

static void
begin_room (Document *document)
{
  g_autofree char *guid = attribute (document, "guid");

  take_attribute (document, &document->room, "name");
  pln_schedule_add_room (document->reading, document->room, guid, 0);
}

static gboolean
begin_event (Document  *document,
             GError   **error)
{
  static const char *const keys[] = { "guid", "id", "code", "state" };

  if (document->reading->drafts->len >= PLN_SCHEDULE_MOST_SESSIONS)
    return refuse_more (document, g_strdup_printf (_("It has more than %u sessions."), PLN_SCHEDULE_MOST_SESSIONS), error);

  document->session = pln_schedule_add_session (document->reading, line_of (document));
  document->session_depth = document->depth;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *value = attribute (document, keys[i]);

      if (*value != '\0')
        pln_schedule_set (document->session, keys[i], value);
    }
  if (document->room != NULL)
    pln_schedule_set (document->session, "room", document->room);

  return TRUE;
}

static gboolean
begin (Document    *document,
       const char  *name,
       GError     **error)
{
  const char *around = outer (document, 1);

  if (document->depth == 1 && !g_str_equal (name, "schedule"))
    return refuse (document, _("It is XML, but no schedule: schedule.xml begins with <schedule>."), error);
  if (document->session != NULL)
    {
      if (g_str_equal (name, "link") || g_str_equal (name, "attachment"))
        take_attribute (document, &document->href, "href");
      return TRUE;
    }
  if (g_str_equal (name, "day") && g_str_equal (around, "schedule"))
    return begin_day (document, error);
  if (g_str_equal (name, "room") && g_str_equal (around, "day"))
    begin_room (document);
  else if (g_str_equal (name, "event") && (g_str_equal (around, "day") || g_str_equal (around, "room")))
    return begin_event (document, error);
  else if (g_str_equal (name, "track"))
    {
      take_attribute (document, &document->name, "name");
      take_attribute (document, &document->slug, "slug");
      take_attribute (document, &document->colour, "color");
    }

  return TRUE;
}

static void
end_in_event (Document   *document,
              const char *name)
{
  const char *around = outer (document, 1);
  guint inside = document->depth - document->session_depth;

  if (g_str_equal (name, "person"))
    pln_schedule_add_person (document->session, document->text->str);
  else if ((g_str_equal (name, "link") || g_str_equal (name, "attachment")) && document->href != NULL)
    pln_schedule_add_link (document->session, document->text->str, document->href);
  else if (g_str_equal (name, "license") && g_str_equal (around, "recording"))
    pln_schedule_set (document->session, name, document->text->str);
  else if (inside == 1 && (*document->text->str != '\0' || !g_str_equal (name, "room")))
    pln_schedule_set (document->session, name, document->text->str);
}

static void
end (Document   *document,
     const char *name)
{
  const char *around = outer (document, 1);

  if (document->session != NULL && document->depth == document->session_depth)
    document->session = NULL;
  else if (document->session != NULL)
    end_in_event (document, name);
  else if (g_str_equal (name, "track"))
    pln_schedule_add_track (document->reading, document->name != NULL && *document->name != '\0' ? document->name : document->text->str,
                            document->slug != NULL ? document->slug : "", "", document->colour != NULL ? document->colour : "");
  else if (g_str_equal (around, "conference") || (g_str_equal (name, "version") && g_str_equal (around, "schedule")))
    pln_schedule_set_conference (document->reading, name, document->text->str);
  else if (g_str_equal (name, "room") && g_str_equal (around, "day"))
    g_clear_pointer (&document->room, g_free);
}

static gboolean
element_begins (Document  *document,
                GError   **error)
{
  const char *name = (const char *) xmlTextReaderConstLocalName (document->reader);
  gboolean is_empty = xmlTextReaderIsEmptyElement (document->reader) == 1;

  if (document->depth >= PLN_SCHEDULE_MOST_DEPTH)
    return refuse_more (document, g_strdup_printf (_("Its elements are nested more than %u deep."),
                                                   PLN_SCHEDULE_MOST_DEPTH), error);

  /* A text with markup in it, as some abstracts are, is one text. */
  if (document->session == NULL || document->depth <= document->session_depth + 1
      || g_str_equal (name, "person") || g_str_equal (name, "link") || g_str_equal (name, "attachment")
      || g_str_equal (name, "license"))
    g_string_truncate (document->text, 0);
  g_strlcpy (document->open[document->depth++].name, name, LONGEST_ELEMENT);
  if (!begin (document, outer (document, 0), error))
    return FALSE;
  if (is_empty)
    {
      end (document, outer (document, 0));
      document->depth--;
    }

  return TRUE;
}

static gboolean
text_comes (Document  *document,
            GError   **error)
{
  const char *text = (const char *) xmlTextReaderConstValue (document->reader);
  gsize length = text != NULL ? strlen (text) : 0;

  if (document->text->len + length > PLN_SCHEDULE_MOST_TEXT)
    return refuse (document, _("A text in it is longer than 1 MB."), error);
  g_string_append_len (document->text, text, (gssize) length);

  return TRUE;
}

static gboolean
take_node (Document  *document,
           GError   **error)
{
  switch ((xmlReaderTypes) xmlTextReaderNodeType (document->reader))
    {
    case XML_READER_TYPE_ELEMENT:
      return element_begins (document, error);
    case XML_READER_TYPE_END_ELEMENT:
      end (document, outer (document, 0));
      document->depth--;
      return TRUE;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      return text_comes (document, error);
    case XML_READER_TYPE_DOCUMENT_TYPE:
    case XML_READER_TYPE_ENTITY:
    case XML_READER_TYPE_ENTITY_REFERENCE:
    case XML_READER_TYPE_END_ENTITY:
    case XML_READER_TYPE_NOTATION:
      return refuse (document, _("It has a document type or entities. No schedule needs them, and they can do harm."), error);
    case XML_READER_TYPE_NONE:
    case XML_READER_TYPE_ATTRIBUTE:
    case XML_READER_TYPE_PROCESSING_INSTRUCTION:
    case XML_READER_TYPE_COMMENT:
    case XML_READER_TYPE_DOCUMENT:
    case XML_READER_TYPE_DOCUMENT_FRAGMENT:
    case XML_READER_TYPE_XML_DECLARATION:
    default:
      return TRUE;
    }
}

static gboolean
broken (Document  *document,
        GError   **error)
{
  g_autofree char *sentence = NULL;

  if (document->is_huge)
    return pln_schedule_refuse (document->fault_line, _("A text in it is longer than 1 MB."), error);
  if (document->fault == NULL || *document->fault == '\0')
    return refuse (document, _("The XML is broken there."), error);

  /* Translators: %s is what the reader of XML says, in English. */
  sentence = g_strdup_printf (_("The XML is broken there (%s)."), document->fault);

  return pln_schedule_refuse (document->fault_line, sentence, error);
}

static gpointer
prepare_once (gpointer data)
{
  xmlInitParser ();

  return NULL;
}

/* The document type comes first and is looked at as bytes, before the parser
 * sees what it declares. */
static gboolean
check_prolog (GBytes  *bytes,
              GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *type = length > 0 ? g_strstr_len (data, (gssize) length, "<!DOCTYPE") : NULL;
  const char *root = type != NULL ? g_strstr_len (data, (gssize) length, "<schedule") : NULL;
  guint line = 1;

  if (type == NULL || (root != NULL && root < type))
    return TRUE;
  for (const char *at = data; at < type; at++)
    line += *at == '\n';

  return pln_schedule_refuse (line, _("It has a document type or entities. No schedule needs them, and they can do harm."), error);
}

/**
 * pln_schedule_read_xml:
 * @reading: where to
 * @bytes: a file
 * @error: return location for a [error@ExchangeError]: `UNREADABLE`, with the
 *   line
 *
 * Reads schedule.xml as pentabarf, frab, pretalx and wafer write it, one node
 * after the other. Neither entities nor the network are used.
 *
 * Returns: %TRUE if all of it was read
 */
gboolean
pln_schedule_read_xml (PlnScheduleReading  *reading,
                       GBytes              *bytes,
                       GError             **error)
{
  static GOnce prepared = G_ONCE_INIT;
  g_auto(Document) document = { .reading = reading, .text = g_string_new (NULL) };
  int found = -1;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_once (&prepared, prepare_once, NULL);
  if (!check_prolog (bytes, error))
    return FALSE;

  document.reader = xmlReaderForMemory (data != NULL ? data : "", (int) length, NULL, NULL,
                                        XML_PARSE_NONET | XML_PARSE_NOCDATA);
  if (document.reader == NULL)
    return pln_schedule_refuse (1, _("The XML is broken there."), error);
  xmlTextReaderSetStructuredErrorHandler (document.reader, fault_cb, &document);
  xmlSetStructuredErrorFunc (&document, fault_cb); /* of this thread: for what cannot be decoded */

  while ((found = xmlTextReaderRead (document.reader)) == 1)
    if (!take_node (&document, error))
      return FALSE;

  return found == 0 || broken (&document, error);
}
