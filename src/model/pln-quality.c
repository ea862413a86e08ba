/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-quality.h"

G_DEFINE_BOXED_TYPE (PlnQuality, pln_quality, pln_quality_ref, pln_quality_unref)

static void
flaw_free (gpointer data)
{
  PlnFlaw *flaw = data;

  g_free (flaw->person);
  g_free (flaw->other);
  g_free (flaw->round);
  g_free (flaw->group);
  g_free (flaw->text);
  g_free (flaw);
}

static void
person_free (gpointer data)
{
  PlnQualityPerson *person = data;

  g_free (person->person);
  g_free (person);
}

static void
group_free (gpointer data)
{
  PlnQualityGroup *group = data;

  g_free (group->round);
  g_free (group->group);
  g_free (group);
}

/**
 * pln_quality_new:
 *
 * Returns: (transfer full): the facts of a plan without people, to be filled
 *   by who makes it
 */
PlnQuality *
pln_quality_new (void)
{
  PlnQuality *self = g_atomic_rc_box_new0 (PlnQuality);

  self->people = g_ptr_array_new_with_free_func (person_free);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->flaws = g_ptr_array_new_with_free_func (flaw_free);

  return self;
}

/**
 * pln_quality_ref:
 * @self: facts
 *
 * Returns: (transfer full): @self
 */
PlnQuality *
pln_quality_ref (PlnQuality *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  PlnQuality *self = data;

  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->flaws);
}

/**
 * pln_quality_unref:
 * @self: (transfer full): facts
 */
void
pln_quality_unref (PlnQuality *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * pln_quality_add_flaw:
 * @self: facts that are being made
 * @kind: what is wrong
 * @person: (nullable): the id of who it is about
 * @other: (nullable): the id of the other one
 * @round: (nullable): the UID of the round
 * @group: (nullable): the UID of the group
 *
 * Returns: (transfer none): the new exception, the rest of which is to be set
 */
PlnFlaw *
pln_quality_add_flaw (PlnQuality  *self,
                      PlnFlawKind  kind,
                      const char  *person,
                      const char  *other,
                      const char  *round,
                      const char  *group)
{
  PlnFlaw *flaw = g_new0 (PlnFlaw, 1);

  flaw->kind = kind;
  flaw->person = g_strdup (person != NULL ? person : "");
  flaw->other = g_strdup (other != NULL ? other : "");
  flaw->round = g_strdup (round != NULL ? round : "");
  flaw->group = g_strdup (group != NULL ? group : "");
  flaw->text = g_strdup ("");
  g_ptr_array_add (self->flaws, flaw);

  return flaw;
}

/**
 * pln_quality_count_flaws:
 * @self: facts
 * @kind: what is wrong
 *
 * Returns: how many exceptions of that kind there are
 */
guint
pln_quality_count_flaws (PlnQuality  *self,
                         PlnFlawKind  kind)
{
  guint n = 0;

  for (guint i = 0; i < self->flaws->len; i++)
    n += ((const PlnFlaw *) g_ptr_array_index (self->flaws, i))->kind == kind;

  return n;
}

/**
 * pln_quality_find_group:
 * @self: facts
 * @group: the UID of a group
 *
 * Returns: (transfer none) (nullable): how mixed that group is
 */
const PlnQualityGroup *
pln_quality_find_group (PlnQuality *self,
                        const char *group)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const PlnQualityGroup *found = g_ptr_array_index (self->groups, i);

      if (g_str_equal (found->group, group))
        return found;
    }

  return NULL;
}

/**
 * pln_quality_find_person:
 * @self: facts
 * @person: the id of an attendee
 *
 * Returns: (transfer none) (nullable): what the plan is worth to that person
 */
const PlnQualityPerson *
pln_quality_find_person (PlnQuality *self,
                         const char *person)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      const PlnQualityPerson *found = g_ptr_array_index (self->people, i);

      if (g_str_equal (found->person, person))
        return found;
    }

  return NULL;
}
