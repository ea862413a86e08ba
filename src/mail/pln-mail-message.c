/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mail-message.h"

#include "pln-mail-address.h"
#include "pln-mail-html.h"
#include "pln-mail-mime-private.h"
#include "pln-str.h"

#include <string.h>

#define CHARACTERS_OF_LINE 60 /* of a name or subject; longer ones are folded between encoded words */
#define BYTES_OF_WORD      39 /* that become one encoded word, which has 75 characters at most */

/**
 * pln_mail_message_id:
 * @id: what makes it unique, such as [func@id_new]
 * @from_email: the sender's address
 *
 * Makes the Message-ID (RFC 5322, 3.6.4) of a mail, without angle brackets.
 *
 * Returns: (transfer full): the Message-ID
 */
char *
pln_mail_message_id (const char *id,
                     const char *from_email)
{
  g_autofree char *address = pln_mail_address_ascii (from_email, NULL);

  return g_strdup_printf ("%s@%s", id, address != NULL ? strrchr (address, '@') + 1 : "plenary.invalid");
}

static GMimeObject *
new_text (const char *subtype,
          const char *text)
{
  GMimeTextPart *part = g_mime_text_part_new_with_subtype (subtype);

  g_mime_text_part_set_charset (part, "utf-8");
  g_mime_text_part_set_text (part, text);
  g_mime_part_set_content_encoding (GMIME_PART (part), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);

  return GMIME_OBJECT (part);
}

/* In base64 nobody on the way changes line ends or long lines (RFC 6047, 2.4). */
static GMimeObject *
new_calendar (const PlnMailDraft *draft)
{
  gsize length;
  const char *bytes = g_bytes_get_data (draft->calendar, &length);
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer (bytes, length);
  GMimeDataWrapper *content = g_mime_data_wrapper_new_with_stream (stream, GMIME_CONTENT_ENCODING_DEFAULT);
  GMimePart *part = g_mime_part_new_with_type ("text", "calendar");

  g_mime_object_set_content_type_parameter (GMIME_OBJECT (part), "charset", "UTF-8");
  g_mime_object_set_content_type_parameter (GMIME_OBJECT (part), "method", draft->method);
  g_mime_part_set_content (part, content);
  g_mime_part_set_content_encoding (part, GMIME_CONTENT_ENCODING_BASE64);
  g_object_unref (content);
  g_object_unref (stream);

  return GMIME_OBJECT (part);
}

/* The best form comes last (RFC 2046, 5.1.4): whoever knows calendars shows an
 * invitation with buttons. No part is an attachment, or some programs show
 * nothing but a file. */
static GMimeObject *
new_body (const PlnMailDraft *draft)
{
  g_autofree char *text = pln_str_for_label (draft->text);
  g_autofree char *html = pln_mail_html (text);
  GMimeMultipart *body = g_mime_multipart_new_with_subtype ("alternative");
  GMimeObject *parts[3] = { new_text ("plain", text), new_text ("html", html),
                            draft->calendar != NULL ? new_calendar (draft) : NULL };

  for (guint i = 0; i < G_N_ELEMENTS (parts) && parts[i] != NULL; i++)
    {
      g_mime_multipart_add (body, parts[i]);
      g_object_unref (parts[i]);
    }

  return GMIME_OBJECT (body);
}

/* Encoded words (RFC 2047), each of whole characters and short enough. */
static void
append_encoded (GString    *head,
                const char *text)
{
  const char *next;

  for (; *text != '\0'; text = next)
    {
      g_autofree char *word = NULL;

      for (next = text; *next != '\0' && g_utf8_next_char (next) - text <= BYTES_OF_WORD; )
        next = g_utf8_next_char (next);
      word = g_base64_encode ((const guchar *) text, (gsize) (next - text));
      g_string_append_printf (head, "=?UTF-8?B?%s?=%s", word, *next != '\0' ? "\r\n " : "");
    }
}

static gboolean
needs_encoding (const char *text)
{
  return !g_str_is_ascii (text) || strlen (text) > CHARACTERS_OF_LINE || strstr (text, "=?") != NULL;
}

static gboolean
append_mailbox (GString     *head,
                const char  *field,
                const char  *name,
                const char  *email,
                GError     **error)
{
  g_autofree char *shown = pln_str_one_line (name);
  g_autofree char *address = pln_mail_address_ascii (email, error);
  g_autofree char *mailbox = NULL;

  if (address == NULL)
    return FALSE;

  g_string_append_printf (head, "%s: ", field);
  if (needs_encoding (shown))
    {
      append_encoded (head, shown);
      g_string_append_printf (head, "\r\n <%s>\r\n", address);
      return TRUE;
    }

  mailbox = pln_mail_address_write (shown, address);
  g_string_append_printf (head, "%s\r\n", mailbox);
  return TRUE;
}

static void
append_subject (GString    *head,
                const char *subject)
{
  g_autofree char *line = pln_str_one_line (subject);

  g_string_append (head, "Subject: ");
  if (needs_encoding (line))
    append_encoded (head, line);
  else
    g_string_append (head, line);
  g_string_append (head, "\r\n");
}

/* The same in every locale. */
static void
append_date (GString *head,
             gint64   seconds)
{
  g_autoptr(GDateTime) date = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *written = g_mime_utils_header_format_date (date);

  g_string_append_printf (head, "Date: %s\r\n", written);
}

static GBytes *
write_out (const GString *head,
           GMimeObject   *body)
{
  GMimeStream *stream = g_mime_stream_mem_new ();
  GMimeFormatOptions *options = g_mime_format_options_new ();
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) head->str, (guint) head->len);
  g_mime_format_options_set_newline_format (options, GMIME_NEWLINE_FORMAT_DOS);
  g_mime_stream_mem_set_byte_array (GMIME_STREAM_MEM (stream), bytes);
  g_mime_stream_seek (stream, 0, GMIME_STREAM_SEEK_END);
  g_mime_object_write_to_stream (body, options, stream);
  g_mime_format_options_free (options);
  g_object_unref (stream);

  return g_byte_array_free_to_bytes (bytes);
}

/**
 * pln_mail_message_write:
 * @draft: what to write
 * @error: return location for a [error@MailError]
 *
 * Writes a mail (RFC 5322) to one person that mail programs show as an
 * invitation (RFC 6047): plain text, the same as HTML, and the calendar last.
 * It is in ASCII, with CRLF and lines that no server finds too long; no name
 * and no subject can add a line to its head.
 *
 * Returns: (transfer full) (nullable): the mail, %NULL if an address is none
 */
GBytes *
pln_mail_message_write (const PlnMailDraft  *draft,
                        GError             **error)
{
  g_autoptr(GString) head = g_string_new (NULL);
  g_autoptr(GMimeObject) body = NULL;

  g_return_val_if_fail (draft != NULL && draft->message_id != NULL, NULL);
  g_return_val_if_fail (draft->calendar == NULL || draft->method != NULL, NULL);

  pln_mail_mime_init ();
  append_date (head, draft->date);
  if (!append_mailbox (head, "From", draft->from_name, draft->from_email, error)
      || (draft->reply_to != NULL && !append_mailbox (head, "Reply-To", draft->from_name, draft->reply_to, error))
      || !append_mailbox (head, "To", draft->to_name, draft->to_email, error))
    return NULL;

  append_subject (head, draft->subject);
  g_string_append_printf (head, "Message-ID: <%s>\r\nMIME-Version: 1.0\r\n", draft->message_id);
  body = new_body (draft);

  return write_out (head, body);
}
