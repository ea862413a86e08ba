/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-time-field.h"

#include "pln-when-words.h"
#include "pln-when.h"

#define STEP 5

/**
 * PlnTimeField:
 *
 * A field for a time of day, or for a length: typed as people write them, or
 * stepped by five minutes with the arrow keys.
 */
struct _PlnTimeField
{
  PlnField parent_instance;

  guint    minutes;
  gboolean is_length;
};

G_DEFINE_FINAL_TYPE (PlnTimeField, pln_time_field, PLN_TYPE_FIELD)

enum
{
  PROP_0,
  PROP_IS_LENGTH,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static gboolean
pln_time_field_read (PlnField   *field,
                     const char *text)
{
  PlnTimeField *self = PLN_TIME_FIELD (field);

  return self->is_length ? pln_when_parse_length (text, &self->minutes) : pln_when_parse_time (text, &self->minutes);
}

static char *
pln_time_field_write (PlnField *field)
{
  PlnTimeField *self = PLN_TIME_FIELD (field);

  return self->is_length ? pln_when_words_length (self->minutes) : pln_when_words_clock (self->minutes);
}

/* On the five minutes, as a clock's hand goes; a length is never nothing. */
static void
pln_time_field_step (PlnField *field,
                     int       n)
{
  PlnTimeField *self = PLN_TIME_FIELD (field);
  int steps = n > 0 ? (int) self->minutes / STEP + n : ((int) self->minutes + STEP - 1) / STEP + n;
  int minutes = steps * STEP;

  self->minutes = (guint) (self->is_length ? MAX (minutes, STEP) : (minutes + PLN_MINUTES_A_DAY) % PLN_MINUTES_A_DAY);
  pln_field_take_value (field);
}

static void
pln_time_field_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PlnTimeField *self = PLN_TIME_FIELD (object);

  switch (prop_id)
    {
    case PROP_IS_LENGTH:
      g_value_set_boolean (value, self->is_length);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_time_field_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  PlnTimeField *self = PLN_TIME_FIELD (object);

  switch (prop_id)
    {
    case PROP_IS_LENGTH:
      self->is_length = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_time_field_class_init (PlnTimeFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  PlnFieldClass *field_class = PLN_FIELD_CLASS (klass);

  object_class->get_property = pln_time_field_get_property;
  object_class->set_property = pln_time_field_set_property;
  field_class->read = pln_time_field_read;
  field_class->write = pln_time_field_write;
  field_class->step = pln_time_field_step;

  /**
   * PlnTimeField:is-length:
   *
   * Whether this is a length, not a time of day.
   */
  props[PROP_IS_LENGTH] =
    g_param_spec_boolean ("is-length", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_time_field_init (PlnTimeField *self)
{
}

/**
 * pln_time_field_get_minutes:
 * @self: a field
 *
 * Returns: minutes since midnight, or the length in minutes; the last sensible
 *   ones while [method@Field.is_valid] is %FALSE
 */
guint
pln_time_field_get_minutes (PlnTimeField *self)
{
  g_return_val_if_fail (PLN_IS_TIME_FIELD (self), 0);

  return self->minutes;
}

/**
 * pln_time_field_set_minutes:
 * @self: a field
 * @minutes: minutes since midnight, or a length in minutes
 */
void
pln_time_field_set_minutes (PlnTimeField *self,
                            guint         minutes)
{
  g_return_if_fail (PLN_IS_TIME_FIELD (self));

  self->minutes = minutes;
  pln_field_show_value (PLN_FIELD (self));
}
