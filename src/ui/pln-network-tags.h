/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-networks.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_NETWORK_TAGS (pln_network_tags_get_type ())
G_DECLARE_FINAL_TYPE (PlnNetworkTags, pln_network_tags, PLN, NETWORK_TAGS, AdwBin)

void               pln_network_tags_show         (PlnNetworkTags    *self,
                                                  PlnGathering      *gathering,
                                                  const char *const *names);
const char *const *pln_network_tags_get_networks (PlnNetworkTags    *self);
void               pln_network_tags_add          (PlnNetworkTags    *self,
                                                  const char        *name);
void               pln_network_tags_remove       (PlnNetworkTags    *self,
                                                  const char        *name);

G_END_DECLS
