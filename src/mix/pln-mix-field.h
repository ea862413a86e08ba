/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tables are order × order: no more than this. */
#define PLN_MIX_FIELD_MOST 256

/**
 * PlnMixField:
 * @order: how many elements
 * @sum: order × order: a + b
 * @difference: order × order: a - b
 * @product: order × order: a × b
 *
 * The finite field of @order elements if that is a power of a prime, else the
 * ring of numbers modulo @order.
 */
typedef struct
{
  guint    order;
  guint16 *sum;
  guint16 *difference;
  guint16 *product;
} PlnMixField;

PlnMixField *pln_mix_field_new  (guint        order);
void         pln_mix_field_free (PlnMixField *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnMixField, pln_mix_field_free)

G_END_DECLS
