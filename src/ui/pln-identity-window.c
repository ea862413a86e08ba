/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-identity-window.h"

#include "pln-address.h"
#include "pln-config.h"
#include "pln-wishes.h"

#include <glib/gi18n.h>

/**
 * PlnIdentityWindow:
 *
 * Asks who invites: a name and the address that answers come to. It may be
 * left empty, so that nobody has to say it before it matters.
 */
struct _PlnIdentityWindow
{
  AdwWindow  parent_instance;

  GtkWidget *name;
  GtkWidget *email;
  GtkWidget *save;
  GtkLabel  *reason;
};

G_DEFINE_FINAL_TYPE (PlnIdentityWindow, pln_identity_window, ADW_TYPE_WINDOW)

static char *
text_of (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static void
changed_cb (PlnIdentityWindow *self)
{
  g_autofree char *email = text_of (self->email);
  gboolean fits = email[0] == '\0' || pln_address_is_mail (email);

  gtk_widget_set_sensitive (self->save, fits);
  /* Nobody is told of a mistake while the address is being typed. */
  gtk_widget_set_visible (GTK_WIDGET (self->reason), !fits && strchr (email, '@') != NULL);
  gtk_label_set_label (self->reason, fits ? "" : _("This is not a whole address yet. It looks like name@example.org."));
}

static void
save_clicked_cb (PlnIdentityWindow *self)
{
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));
  g_autofree char *name = text_of (self->name);
  g_autofree char *email = text_of (self->email);

  PLN_WISHES_GET_IFACE (wishes)->set_identity (wishes, name, email);
  gtk_window_close (GTK_WINDOW (self));
}

static void
pln_identity_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLN_TYPE_IDENTITY_WINDOW);

  G_OBJECT_CLASS (pln_identity_window_parent_class)->dispose (object);
}

static void
pln_identity_window_class_init (PlnIdentityWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_identity_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-identity-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnIdentityWindow, name);
  gtk_widget_class_bind_template_child (widget_class, PlnIdentityWindow, email);
  gtk_widget_class_bind_template_child (widget_class, PlnIdentityWindow, save);
  gtk_widget_class_bind_template_child (widget_class, PlnIdentityWindow, reason);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pln_identity_window_init (PlnIdentityWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pln_identity_window_new:
 * @parent: the window below, which offers the wishes
 *
 * Returns: (transfer none): a window with what is known, not presented yet
 */
GtkWindow *
pln_identity_window_new (GtkWindow *parent)
{
  PlnIdentityWindow *self = g_object_new (PLN_TYPE_IDENTITY_WINDOW, "transient-for", parent, NULL);
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (parent));
  const char *email = "";
  const char *name = wishes != NULL ? PLN_WISHES_GET_IFACE (wishes)->get_identity (wishes, &email) : "";

  gtk_editable_set_text (GTK_EDITABLE (self->name), name);
  gtk_editable_set_text (GTK_EDITABLE (self->email), email);
  gtk_widget_set_sensitive (self->save, FALSE);
  gtk_widget_grab_focus (self->name);

  return GTK_WINDOW (self);
}
