/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-programme-view-private.h"

#include <glib/gi18n.h>

/* The columns of a programme, and what stands above them. */

static char *
day_words (const GDate *date,
           const char  *format)
{
  char text[128];

  return g_date_strftime (text, sizeof text, format, date) > 0 ? g_strdup (text) : g_strdup ("");
}

static char *
column_name (PlnProgrammeView         *self,
             const PlnProgrammeColumn *column)
{
  const PlnRoom *room = g_ptr_array_index (self->timetable->rooms, column->room);
  const char *name = *room->name != '\0' ? room->name : _("No room");
  g_autofree char *day = NULL;

  if (!self->all_days)
    return g_strdup (name);

  day = day_words (&g_array_index (self->timetable->days, GDate, column->day), "%A %-e %B");

  return g_strdup_printf ("%s, %s", name, day);
}

/* Everything that the columns are made of: if it is the same, they stay, and
 * with them what is in the air. */
static char *
columns_mark (PlnProgrammeView *self,
              guint             from,
              guint             to)
{
  GString *mark = g_string_new (NULL);

  g_string_append_printf (mark, "%u %u %s\n", from, to, pln_gathering_get_zone (self->gathering));
  for (guint i = 0; i < self->columns->len; i++)
    {
      const PlnProgrammeColumn *column = &g_array_index (self->columns, PlnProgrammeColumn, i);
      const PlnRoom *room = g_ptr_array_index (self->timetable->rooms, column->room);

      g_string_append_printf (mark, "%u %u %s\n",
                              g_date_get_julian (&g_array_index (self->timetable->days, GDate, column->day)),
                              room->capacity, room->name);
    }
  g_string_append_c (mark, pln_programme_view_may_edit (self) ? '+' : '-');

  return g_string_free (mark, FALSE);
}

static void
show_heads (PlnProgrammeView *self)
{
  g_autoptr(GArray) heads = g_array_new (FALSE, TRUE, sizeof (PlnRoomHead));
  g_autoptr(GPtrArray) days = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const PlnProgrammeColumn *column = &g_array_index (self->columns, PlnProgrammeColumn, i);
      const PlnRoom *room = g_ptr_array_index (self->timetable->rooms, column->room);
      PlnRoomHead head = {
        .name = room->name, .capacity = room->capacity, .is_own = column->room < self->timetable->n_own && !self->all_days,
      };

      if (self->all_days && (i == 0 || column[-1].day != column->day))
        {
          g_ptr_array_add (days, day_words (&g_array_index (self->timetable->days, GDate, column->day), "%A %-e %B"));
          head.above = g_ptr_array_index (days, days->len - 1);
        }
      g_array_append_val (heads, head);
    }

  pln_room_header_set_editable (self->header, pln_programme_view_may_edit (self));
  pln_room_header_set_heads (self->header, (const PlnRoomHead *) (gpointer) heads->data, heads->len);
}

void
pln_programme_view_show_columns (PlnProgrammeView *self,
                                 int               day)
{
  g_autoptr(GArray) columns = g_array_new (FALSE, TRUE, sizeof (PlnTimeColumn));
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *mark = NULL;
  guint from, to;

  pln_timetable_get_hours (self->timetable, self->all_days ? 0 : (guint) day,
                           self->all_days ? self->timetable->days->len : 1, &from, &to);
  mark = columns_mark (self, from, to);
  if (g_strcmp0 (mark, self->mark) == 0)
    return;

  g_free (self->mark);
  self->mark = g_steal_pointer (&mark);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const PlnProgrammeColumn *column = &g_array_index (self->columns, PlnProgrammeColumn, i);
      PlnTimeColumn shown = { .day = g_array_index (self->timetable->days, GDate, column->day) };

      g_ptr_array_add (names, column_name (self, column));
      shown.name = g_ptr_array_index (names, i);
      g_array_append_val (columns, shown);
    }
  pln_time_grid_set_columns (self->grid, (const PlnTimeColumn *) (gpointer) columns->data, columns->len,
                             self->timetable->zone, (int) from, (int) to);
  show_heads (self);
  pln_programme_view_update_widths (self);
}
