/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-cli.h"

#include "pln-str.h"

#include <stdio.h>

/**
 * pln_cli_say:
 * @format: a format
 * @...: its values
 *
 * Writes to standard output for people to read, in UTF-8 whatever the locale
 * says: what is written is data. What could steer a terminal, or make a line
 * read as something else, is left out.
 */
void
pln_cli_say (const char *format,
             ...)
{
  g_autofree char *text = NULL;
  g_autofree char *clean = NULL;
  va_list values;

  va_start (values, format);
  text = g_strdup_vprintf (format, values);
  va_end (values);
  clean = pln_str_for_label (text);

  fputs (clean, stdout);
}

/**
 * pln_cli_answer:
 * @json: (transfer full): the answer
 *
 * Returns: %PLN_CLI_DONE
 */
int
pln_cli_answer (PlnJson *json)
{
  g_autofree char *text = pln_json_end (json);

  puts (text);

  return PLN_CLI_DONE;
}

/**
 * pln_cli_answer_text:
 * @cli: the call
 * @key: names the answer
 * @value: the answer for programs
 * @sentence: the answer for people
 *
 * Returns: %PLN_CLI_DONE
 */
int
pln_cli_answer_text (PlnCli     *cli,
                     const char *key,
                     const char *value,
                     const char *sentence)
{
  PlnJson *json;

  if (!cli->json)
    {
      pln_cli_say ("%s\n", sentence);
      return PLN_CLI_DONE;
    }

  json = pln_json_new ();
  pln_json_text (json, key, value);

  return pln_cli_answer (json);
}

static void
complain (PlnCli     *cli,
          const char *word,
          const char *message)
{
  if (cli->json)
    {
      g_autofree char *text = NULL;
      PlnJson *json = pln_json_new ();

      pln_json_open (json, "error", '{');
      pln_json_text (json, "code", word);
      pln_json_text (json, "message", message);
      text = pln_json_end (json);
      fprintf (stderr, "%s\n", text);
    }
  else
    {
      g_autofree char *clean = pln_str_for_label (message);

      fprintf (stderr, "plenaryctl: %s\n", clean);
    }
}

/**
 * pln_cli_fail:
 * @cli: the call
 * @error: (transfer full): why it failed
 *
 * Returns: %PLN_CLI_FAILED
 */
int
pln_cli_fail (PlnCli *cli,
              GError *error)
{
  complain (cli, pln_core_error_word (error), error->message);
  g_error_free (error);

  return PLN_CLI_FAILED;
}

/**
 * pln_cli_misuse:
 * @cli: the call
 * @word: names the mistake for programs
 * @format: a sentence, with a format
 * @...: its values
 *
 * Says what is wrong with the arguments.
 *
 * Returns: %PLN_CLI_USAGE
 */
int
pln_cli_misuse (PlnCli     *cli,
                const char *word,
                const char *format,
                ...)
{
  g_autofree char *message = NULL;
  va_list values;

  va_start (values, format);
  message = g_strdup_vprintf (format, values);
  va_end (values);
  complain (cli, word, message);

  return PLN_CLI_USAGE;
}
