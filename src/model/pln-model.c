/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-model-private.h"

#include "pln-str.h"

/* Returns: (transfer none): the text, "" for NULL */
const char *
pln_text_get (const char *text)
{
  return text != NULL ? text : "";
}

/* Returns: TRUE if it changed */
gboolean
pln_text_set (char       **where,
              const char  *value)
{
  return pln_set_str (where, value != NULL && *value != '\0' ? value : NULL);
}

/* Returns: (transfer none): the list, an empty one for NULL */
const char *const *
pln_texts_get (char **texts)
{
  static const char *const none[] = { NULL };

  return texts != NULL ? (const char *const *) texts : none;
}

/* Returns: TRUE if it changed */
gboolean
pln_texts_set (char              ***where,
               const char *const   *value)
{
  if (g_strv_equal (pln_texts_get (*where), pln_texts_get ((char **) value)))
    return FALSE;

  return pln_set_strv (where, value);
}

/* Two times are the same only if they also are in the same zone.
 *
 * Returns: TRUE if it changed */
gboolean
pln_time_set (GDateTime **where,
              GDateTime  *value)
{
  if (*where == value)
    return FALSE;
  if (*where != NULL && value != NULL
      && g_date_time_equal (*where, value)
      && g_str_equal (g_time_zone_get_identifier (g_date_time_get_timezone (*where)),
                      g_time_zone_get_identifier (g_date_time_get_timezone (value))))
    return FALSE;

  g_clear_pointer (where, g_date_time_unref);
  *where = value != NULL ? g_date_time_ref (value) : NULL;

  return TRUE;
}

/* Returns: how long it is from start to end; 0 if one is missing, or they are
 * the wrong way round */
guint
pln_time_minutes (GDateTime *start,
                  GDateTime *end)
{
  GTimeSpan length;

  if (start == NULL || end == NULL)
    return 0;
  length = g_date_time_difference (end, start);

  return (guint) (CLAMP (length, 0, G_MAXUINT32 * G_TIME_SPAN_MINUTE) / G_TIME_SPAN_MINUTE);
}
