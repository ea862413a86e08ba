/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core-wishes.h"
#include "pln-json.h"

G_BEGIN_DECLS

/* What the program ends with. */
#define PLN_CLI_DONE   0
#define PLN_CLI_FAILED 1 /* or check disagrees */
#define PLN_CLI_USAGE  2
#define PLN_CLI_WAITS  3 /* done, but something waits for a decision */

/**
 * PlnCli:
 * @core: the library, open
 * @json: whether answers are one JSON object
 *
 * One call of the program.
 */
typedef struct
{
  PlnCore  *core;
  char     *library; /* NULL: the usual folder */
  gboolean  json;
} PlnCli;

typedef struct
{
  const char         *name;      /* one word, or two */
  const char         *arguments; /* what follows it */
  const char         *summary;
  const GOptionEntry *entries;   /* its options; their targets are statics of its file */
  int              (* run) (PlnCli *cli, char **arguments);
  gboolean            is_closed; /* it opens no library, or another one */
} PlnCliCommand;

/* The commands of each group; the last one has no name. */
extern const PlnCliCommand pln_cli_gathering_commands[];
extern const PlnCliCommand pln_cli_session_commands[];
extern const PlnCliCommand pln_cli_calendar_commands[];
extern const PlnCliCommand pln_cli_people_commands[];
extern const PlnCliCommand pln_cli_presence_commands[];
extern const PlnCliCommand pln_cli_round_commands[];
extern const PlnCliCommand pln_cli_group_commands[];
extern const PlnCliCommand pln_cli_note_commands[];
extern const PlnCliCommand pln_cli_exchange_commands[];
extern const PlnCliCommand pln_cli_mix_commands[];
extern const PlnCliCommand pln_cli_account_commands[];
extern const PlnCliCommand pln_cli_conflict_commands[];
extern const PlnCliCommand pln_cli_library_commands[];

/* What a command says (pln-cli-say.c). */
void          pln_cli_say               (const char     *format,
                                         ...) G_GNUC_PRINTF (1, 2);
int           pln_cli_answer            (PlnJson        *json);
int           pln_cli_answer_text       (PlnCli         *cli,
                                         const char     *key,
                                         const char     *value,
                                         const char     *sentence);
int           pln_cli_fail              (PlnCli         *cli,
                                         GError         *error);
int           pln_cli_misuse            (PlnCli         *cli,
                                         const char     *word,
                                         const char     *format,
                                         ...) G_GNUC_PRINTF (3, 4);

/* Waiting for a wish: pass pln_cli_got_cb () and a place for its result. */
void          pln_cli_got_cb            (GObject        *source,
                                         GAsyncResult   *result,
                                         gpointer        user_data);
GAsyncResult *pln_cli_wait              (GAsyncResult  **result);

/* Reading arguments (pln-cli-read.c). */
gboolean      pln_cli_read_time         (const char     *text,
                                         const char     *zone,
                                         GDateTime     **time,
                                         gboolean       *is_day);
gboolean      pln_cli_read_length       (const char     *text,
                                         guint          *minutes);
gboolean      pln_cli_read_person       (const char     *text,
                                         char          **name,
                                         char          **email);
char         *pln_cli_read_text         (PlnCli         *cli,
                                         const char     *from,
                                         GError        **error);
gboolean      pln_cli_read_count        (const char     *text,
                                         guint          *count);

/* Things that several commands do. */
gboolean      pln_cli_open_library      (PlnCli         *cli,
                                         GError        **error);
gboolean      pln_cli_read_accounts     (PlnCli         *cli,
                                         GError        **error);
PlnGathering *pln_cli_open_gathering    (PlnCli         *cli,
                                         const char     *uid,
                                         GError        **error);
PlnAttendee  *pln_cli_find_person       (PlnGathering   *gathering,
                                         const char     *address_or_id,
                                         GError        **error);
PlnGathering *pln_cli_open_needed       (PlnCli         *cli,
                                         const char     *uid,
                                         int            *code);
PlnGathering *pln_cli_find_with         (PlnCli         *cli,
                                         const char     *uid,
                                         gboolean      (*has) (PlnGathering *gathering, const char *what),
                                         const char     *what,
                                         GError        **error);
PlnRound     *pln_cli_find_round        (PlnGathering   *gathering,
                                         const char     *text,
                                         GError        **error);
PlnGroup     *pln_cli_find_group        (PlnGathering   *gathering,
                                         PlnRound       *round,
                                         const char     *text,
                                         GError        **error);
void          pln_cli_write_person      (PlnJson        *json,
                                         const char     *key,
                                         PlnAttendee    *attendee);

G_END_DECLS
