/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-answer.h"
#include "pln-config.h"

#include "pln-clock.h"
#include "pln-ical-conflict.h"

#include <glib/gi18n.h>

#define KEPT_SECONDS (90 * 24 * 60 * 60) /* as the steps that opened or closed it */

/* A question is open, or not, since a run: when the step of that run is turned
 * round, so is the question. */

static char *
text_or_null (PlnStoreRows *rows,
              int           column)
{
  return pln_store_rows_is_null (rows, column) ? NULL : g_strdup (pln_store_rows_text (rows, column));
}

/* What is theirs is read from the object, so it may have changed. */
static gboolean
is_asked (PlnStoreWrite           *write,
          const PlnStoreQuestion  *question,
          GError                 **error)
{
  return pln_store_db_number (write->db, error,
                              "SELECT count(*) FROM question WHERE uid = ? AND name = ? AND instance IS ? AND key IS ?"
                              "  AND mine = ? AND is_open", "sssss", question->uid, question->name,
                              question->instance, question->key, question->mine) != 0;
}

/* What the user wrote over it since, is what counts as mine. */
static gboolean
close_older (PlnStoreWrite           *write,
             const PlnStoreQuestion  *question,
             GError                 **error)
{
  return pln_store_db_run (write->db, error,
                           "UPDATE question SET is_open = 0, run = ? WHERE uid = ? AND name = ? AND instance IS ?"
                           "  AND key IS ? AND is_open", "issss", write->run, question->uid, question->name,
                           question->instance, question->key);
}

/**
 * pln_store_question_put:
 * @write: a change
 * @question: what the user is to decide
 * @error: return location for a [error@StoreError]
 *
 * Keeps both sides until the user chooses. If the change is undone, so is the
 * question.
 *
 * Returns: %TRUE if it is kept
 */
gboolean
pln_store_question_put (PlnStoreWrite           *write,
                        const PlnStoreQuestion  *question,
                        GError                 **error)
{
  GError *why = NULL;

  if (is_asked (write, question, &why))
    {
      if (why != NULL)
        g_propagate_error (error, why);
      return why == NULL;
    }

  return close_older (write, question, error)
         && pln_store_db_run (write->db, error,
                                "INSERT INTO question"
                                "  (uid, instance, name, key, base, mine, theirs, who, mine_at, theirs_at, at, run) "
                                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", "ssssssssiiii",
                                question->uid, question->instance, question->name, question->key, question->base,
                                question->mine, question->theirs, question->who, question->mine_at, question->theirs_at,
                                write->now, write->run);
}

static PlnIcalConflict *
to_conflict (const PlnStoreQuestion *question)
{
  PlnIcalConflict *conflict = g_new0 (PlnIcalConflict, 1);

  conflict->instance = g_strdup (question->instance);
  conflict->name = g_strdup (question->name);
  conflict->key = g_strdup (question->key);
  conflict->base = g_strdup (question->base);
  conflict->mine = g_strdup (question->mine);
  conflict->theirs = g_strdup (question->theirs);

  return conflict;
}

/* From the columns id, uid, instance, name, key, base, mine, theirs, who,
 * mine_at, theirs_at, at, calendar, kind, parent, title. */
static PlnStoreQuestion *
read_question (PlnStoreDb   *db,
               PlnStoreRows *rows)
{
  PlnStoreQuestion *question = g_new0 (PlnStoreQuestion, 1);

  question->id = pln_store_rows_number (rows, 0);
  question->uid = g_strdup (pln_store_rows_text (rows, 1));
  question->instance = text_or_null (rows, 2);
  question->name = g_strdup (pln_store_rows_text (rows, 3));
  question->key = text_or_null (rows, 4);
  question->base = g_strdup (pln_store_rows_text (rows, 5));
  question->mine = g_strdup (pln_store_rows_text (rows, 6));
  question->theirs = g_strdup (pln_store_rows_text (rows, 7));
  question->who = g_strdup (pln_store_rows_text (rows, 8));
  question->mine_at = pln_store_rows_number (rows, 9);
  question->theirs_at = pln_store_rows_number (rows, 10);
  question->at = pln_store_rows_number (rows, 11);
  question->calendar = g_strdup (pln_store_rows_text (rows, 12));
  question->kind = g_strdup (pln_store_rows_text (rows, 13));
  question->gathering = pln_store_gathering (db, question->uid, question->kind, pln_store_rows_text (rows, 14));
  question->title = g_strdup (pln_store_rows_text (rows, 15));
  question->may_both = pln_ical_conflict_may_both (question->name);

  return question;
}

/* What is theirs is what the object shows now. If that says what is mine, or
 * if there is nothing any more that it could be about, it is no question. */
static gboolean
find_sides (PlnStoreQuestion *question,
            GBytes           *text)
{
  g_autoptr(PlnIcalConflict) conflict = to_conflict (question);
  char *now = pln_ical_conflict_now (conflict, text);

  if (now == NULL)
    return FALSE;

  g_free (question->theirs);
  question->theirs = now;
  question->base_text = pln_ical_conflict_say (question->name, question->base);
  question->mine_text = pln_ical_conflict_say (question->name, question->mine);
  question->theirs_text = pln_ical_conflict_say (question->name, question->theirs);

  return !g_str_equal (question->mine, question->theirs);
}

#define ASKED \
  "SELECT question.id, uid, instance, name, key, base, mine, theirs, who, mine_at, theirs_at, at, calendar, kind," \
  "  parent, title, text FROM question JOIN object USING (uid) JOIN content ON content.id = object.id " \
  "WHERE is_open "

/**
 * pln_store_question_list:
 * @db: a connection
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable) (element-type PlnStoreQuestion): what the
 *   user is to decide, the oldest first
 */
GPtrArray *
pln_store_question_list (PlnStoreDb  *db,
                         GError     **error)
{
  g_autoptr(PlnStoreRows) rows = pln_store_db_query (db, error, ASKED "ORDER BY question.id", NULL);
  g_autoptr(GPtrArray) questions = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_store_question_free);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    {
      g_autoptr(PlnStoreQuestion) question = read_question (db, rows);
      g_autoptr(GBytes) text = pln_store_rows_bytes (rows, 16);

      if (find_sides (question, text))
        g_ptr_array_add (questions, g_steal_pointer (&question));
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL ? g_steal_pointer (&questions) : NULL;
}

/**
 * pln_store_question_count:
 * @db: a connection
 *
 * Returns: how many open questions there are
 */
gint64
pln_store_question_count (PlnStoreDb *db)
{
  g_autoptr(GPtrArray) questions = NULL;

  if (pln_store_db_number (db, NULL, "SELECT EXISTS (SELECT 1 FROM question WHERE is_open)", NULL) != 1)
    return 0;

  questions = pln_store_question_list (db, NULL);

  return questions != NULL ? questions->len : 0;
}

static PlnStoreQuestion *
load_question (PlnStoreDb  *db,
               gint64       id,
               GBytes     **text,
               GError     **error)
{
  g_autoptr(PlnStoreRows) rows = pln_store_db_query (db, error, ASKED "AND question.id = ?", "i", id);
  GError *why = NULL;
  PlnStoreQuestion *question = NULL;

  if (rows == NULL)
    return NULL;

  if (pln_store_rows_next (rows, &why))
    {
      question = read_question (db, rows);
      *text = pln_store_rows_bytes (rows, 16);
    }
  else if (why == NULL)
    why = g_error_new_literal (PLN_STORE_ERROR, PLN_STORE_ERROR_NOT_FOUND,
                               _("This question was answered already, or what it is about was deleted."));
  if (why != NULL)
    g_propagate_error (error, why);

  return question;
}

static gboolean
solve (PlnStoreWrite           *write,
       const PlnStoreQuestion  *question,
       GBytes                  *text,
       PlnStoreAnswer           answer,
       GError                 **error)
{
  g_autoptr(PlnIcalConflict) conflict = to_conflict (question);
  g_autoptr(GBytes) solved = NULL;

  if (answer == PLN_STORE_ANSWER_BOTH && !question->may_both)
    {
      g_set_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_REFUSED,
                   _("Of “%s”, both cannot hold. Choose one."), question->title);
      return FALSE;
    }

  if (answer != PLN_STORE_ANSWER_THEIRS)
    {
      solved = pln_ical_conflict_resolve (conflict, text, answer == PLN_STORE_ANSWER_BOTH, write->now, error);
      if (solved == NULL || !pln_store_write_put (write, question->uid, question->calendar, solved, error))
        return FALSE;
    }
  write->is_answer = TRUE;

  return pln_store_db_run (write->db, error, "UPDATE question SET is_open = 0, run = ? WHERE id = ?", "ii",
                           write->run, question->id);
}

static const char *
label_of (PlnStoreAnswer answer)
{
  switch (answer)
    {
    case PLN_STORE_ANSWER_MINE:
      return _("Keep mine");
    case PLN_STORE_ANSWER_BOTH:
      return _("Keep both");
    case PLN_STORE_ANSWER_THEIRS:
    default:
      return _("Keep theirs");
    }
}

/**
 * pln_store_question_solve:
 * @db: the writer's connection
 * @ids: (array length=n_ids): questions
 * @n_ids: how many
 * @answer: how they are solved
 * @error: return location for a [error@StoreError]; `PLN_STORE_ERROR_REFUSED`
 *   if both cannot hold. Then none is solved
 *
 * Solves questions, as one step that can be undone.
 *
 * Returns: %TRUE if the disk has it
 */
gboolean
pln_store_question_solve (PlnStoreDb      *db,
                          const gint64    *ids,
                          guint            n_ids,
                          PlnStoreAnswer   answer,
                          GError         **error)
{
  g_autoptr(PlnStoreWrite) write = pln_store_write_begin (db, error);

  if (write == NULL)
    return FALSE;

  for (guint i = 0; i < n_ids; i++)
    {
      g_autoptr(GBytes) text = NULL;
      g_autoptr(PlnStoreQuestion) question = load_question (db, ids[i], &text, error);

      if (question == NULL || !solve (write, question, text, answer, error))
        return FALSE;
    }

  return pln_store_write_end (write, label_of (answer), NULL, error);
}

/**
 * pln_store_question_prune:
 * @db: the writer's connection
 * @error: return location for a [error@StoreError]
 *
 * Removes the questions that nothing can bring back: those that were answered
 * long ago, and those about what is gone for good.
 *
 * Returns: %TRUE if that was done
 */
gboolean
pln_store_question_prune (PlnStoreDb  *db,
                          GError     **error)
{
  return pln_store_db_run (db, error,
                           "DELETE FROM question WHERE at < ? AND (NOT is_open"
                           "  OR (uid NOT IN (SELECT uid FROM object) AND uid NOT IN (SELECT uid FROM bin)))",
                           "i", pln_clock_now () - KEPT_SECONDS);
}

/**
 * pln_store_question_copy_all:
 * @from: a library, or a backup
 * @to: the other
 * @error: return location for a [error@StoreError]
 *
 * Copies the open questions that @to does not have.
 *
 * Returns: %TRUE if that was done
 */
gboolean
pln_store_question_copy_all (PlnStoreDb  *from,
                             PlnStoreDb  *to,
                             GError     **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (from, error, "SELECT uid, instance, name, key, base, mine, theirs, who, mine_at, theirs_at, at "
                                     "FROM question WHERE is_open ORDER BY id", NULL);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    {
      g_autofree char *instance = text_or_null (rows, 1);
      g_autofree char *key = text_or_null (rows, 3);

      if (!pln_store_db_run (to, error,
                             "INSERT INTO question"
                             "  (uid, instance, name, key, base, mine, theirs, who, mine_at, theirs_at, at, run) "
                             "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 0 WHERE NOT EXISTS ("
                             "  SELECT 1 FROM question WHERE uid = ?1 AND instance IS ?2 AND name = ?3 AND key IS ?4"
                             "  AND mine = ?6 AND is_open)", "ssssssssiii",
                             pln_store_rows_text (rows, 0), instance, pln_store_rows_text (rows, 2), key,
                             pln_store_rows_text (rows, 4), pln_store_rows_text (rows, 5),
                             pln_store_rows_text (rows, 6), pln_store_rows_text (rows, 7),
                             pln_store_rows_number (rows, 8), pln_store_rows_number (rows, 9),
                             pln_store_rows_number (rows, 10)))
        return FALSE;
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL;
}
