# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at a desk: starts Plenary in a screen of its own, looks at it as a
screen reader does, and works it with keyboard and pointer.

Needs an X display and a D-Bus session (tests/e2e/run starts both), xdotool,
xprop, openbox, python3-gi and gir1.2-atspi-2.0. Nothing here waits for a time to pass: it
waits until something is so, and fails when it does not become so.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

warnings.simplefilter("ignore", DeprecationWarning)

# What GTK 4.8 calls a thing that has no name of its own.
CLASS_NAME = re.compile(r"^(Gtk|Adw|Gdk|Pln)[A-Z][A-Za-z]+$")
POPOVERS = ("GtkPopover", "GtkPopoverMenu")
PATIENCE = float(os.environ.get("PLENARY_PATIENCE", "30"))


def wait_for(what, condition, patience=PATIENCE):
    """Returns the first true value of condition (); fails naming what."""
    end = time.monotonic() + patience
    while True:
        try:
            value = condition()
        except GLib.Error:
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"waited {patience:g} s for {what}")
        time.sleep(0.03)


class Thing:
    """One thing that a screen reader finds."""

    def __init__(self, accessible):
        self.accessible = accessible
        self.role = accessible.get_role_name() or ""
        self.name = (accessible.get_name() or "").strip()
        self.kind = ""
        if CLASS_NAME.match(self.name):
            self.name, self.kind = "", self.name

    @property
    def text(self):
        if "Text" not in (self.accessible.get_interfaces() or []):
            return ""
        n = Atspi.Text.get_character_count(self.accessible)
        return Atspi.Text.get_text(self.accessible, 0, n) if n > 0 else ""

    @property
    def box(self):
        r = Atspi.Component.get_extents(self.accessible, Atspi.CoordType.WINDOW)
        return r.x, r.y, r.width, r.height

    def has(self, state):
        return self.accessible.get_state_set().contains(state)

    @property
    def shown(self):
        """GTK 4.8 says SHOWING of windows alone; what is not on the screen has an empty box, or none of its own."""
        if not self.has(Atspi.StateType.VISIBLE):
            return False
        self.shown_box = None
        if "Component" not in (self.accessible.get_interfaces() or []):
            return True
        self.shown_box = self.box
        return self.shown_box[2] > 0 and self.shown_box[3] > 0

    def turned_up(self, window):
        """Whether what is on the window at its place belongs to it: a page of a stack that is not turned up
        keeps the box it had. Things that are for the eye only are not known there."""
        x, y, width, height = self.box
        if x >= window.box[2] or x + width <= 0:
            return False  # a pane that waits beside the window
        for part in (0.5, 0.02, 0.3, 0.7, 0.98):
            there = Atspi.Component.get_accessible_at_point(
                window.accessible, x + int(width * part), y + int(height * part), Atspi.CoordType.WINDOW)
            if there is not None:
                while there is not None and there != self.accessible:
                    there = there.get_parent()
                return there is not None
        return True

    def children(self):
        for i in range(min(self.accessible.get_child_count(), 400)):
            child = self.accessible.get_child_at_index(i)
            if child is not None:
                yield Thing(child)


class Desk:
    """Plenary with a home of its own. Use as a context: it is ended at the end."""

    def __init__(self, *arguments, library=None, now=None, zone="Europe/London", size=(1200, 800), home=None):
        self.home = home or tempfile.mkdtemp(prefix="plenary-desk-")
        self.keep = home is not None
        self.library = library or os.path.join(self.home, "library")
        self.arguments = arguments
        self.now, self.zone, self.size = now, zone, size
        self.process = None
        self.window = None
        self.wm = None
        self.seen_at = None

    def __enter__(self):
        Atspi.init()
        Atspi.set_timeout(5000, 10000)
        config = os.path.join(self.home, "config", "gtk-4.0")
        os.makedirs(config, exist_ok=True)
        with open(os.path.join(config, "settings.ini"), "w", encoding="utf-8") as f:
            f.write("[Settings]\ngtk-font-name=Cantarell 11\ngtk-enable-animations=0\ngtk-cursor-blink=0\n"
                    "gtk-decoration-layout=appmenu:close\n")
        self.wm = subprocess.Popen(["openbox", "--sm-disable"], stderr=subprocess.DEVNULL)
        wait_for("the window manager", lambda: "window id" in subprocess.run(
            ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], capture_output=True, text=True).stdout)
        self.start()
        return self

    def __exit__(self, kind, error, trace):
        if kind is not None and self.process is not None and self.process.poll() is None:
            print("What the screen showed:\n" + self.describe(), file=sys.stderr)
            if os.environ.get("PLENARY_PICTURES"):
                self.picture(os.path.join(os.environ["PLENARY_PICTURES"], "failed.png"))
        self.end()
        if self.wm is not None:
            self.wm.terminate()
            self.wm.wait()
        if not self.keep:
            shutil.rmtree(self.home, ignore_errors=True)

    # ------------------------------------------------------------ the program

    def environment(self):
        env = dict(os.environ)
        env.update({
            "HOME": self.home, "XDG_CONFIG_HOME": self.home + "/config", "XDG_DATA_HOME": self.home + "/data",
            "XDG_CACHE_HOME": self.home + "/cache", "XDG_STATE_HOME": self.home + "/state",
            "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "TZ": self.zone, "GTK_A11Y": "atspi", "GDK_BACKEND": "x11",
            "GSK_RENDERER": "cairo", "GDK_DEBUG": "gl-disable", "GSETTINGS_BACKEND": "memory",
            "ADW_DISABLE_PORTAL": "1", "GTK_USE_PORTAL": "0", "GIO_USE_VFS": "local",
            "ADW_DEBUG_COLOR_SCHEME": os.environ.get("ADW_DEBUG_COLOR_SCHEME", "prefer-light"),
        })
        env.pop("G_DEBUG", None)
        if self.now:
            env["PLENARY_NOW"] = self.now
        return env

    def start(self):
        self.log = open(os.path.join(self.home, "plenary.log"), "w+", encoding="utf-8", errors="replace")
        self.process = subprocess.Popen(
            [os.environ["PLENARY"], "--library", self.library, *self.arguments],
            env=self.environment(), stdout=self.log, stderr=self.log)
        self.app = wait_for("Plenary on the accessibility bus", self._find_app)
        self.window = wait_for("a window", self._find_window)
        self._xdotool("windowsize", "--sync", self.window, *map(str, self.size))
        self._xdotool("windowactivate", "--sync", self.window)
        wait_for("the keyboard to be with Plenary", self.focused)

    def _find_app(self):
        self._alive()
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app is not None and app.get_process_id() == self.process.pid and app.get_child_count() > 0:
                return app
        return None

    def _find_window(self):
        out = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                             capture_output=True, text=True).stdout.split()
        return out[0] if out else None

    def _alive(self):
        if self.process.poll() is not None:
            self.log.seek(0)
            raise AssertionError(f"Plenary ended with {self.process.returncode}:\n{self.log.read()[-4000:]}")

    def end(self):
        """Ends the program as a user does, and looks at what it logged."""
        if self.process is None:
            return
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.process = None
        self.log.seek(0)
        faults = [line for line in self.log if re.search(r"-(WARNING|CRITICAL|ERROR) \*\*:", line)]
        self.log.close()
        assert not faults, "Plenary warned:\n" + "".join(faults)

    def quit(self):
        """Closes the window by the keyboard and waits until all is on the disk."""
        self.keys("ctrl+q")
        self.wait_for_end()

    def wait_for_end(self):
        self.process.wait(PATIENCE)
        self.end()

    def ctl(self, *arguments, check=True):
        """What plenaryctl --json answers about the same library."""
        run = subprocess.run([os.environ["PLENARYCTL"], "--library", self.library, "--json", *arguments],
                             env=self.environment(), capture_output=True, text=True)
        assert not check or run.returncode == 0, f"plenaryctl {arguments}: {run.stderr}"
        return json.loads(run.stdout) if run.stdout.strip() else {}

    # ---------------------------------------------------------------- looking

    def things(self):
        """Everything that is shown, windows opened last first; nothing behind one that must be closed first."""
        self._alive()
        app = self.app
        app.clear_cache()
        windows = [Thing(app.get_child_at_index(i)) for i in range(app.get_child_count())]

        def walk(thing, window, depth):
            yield thing
            children = [child for child in thing.children() if child.shown] if depth < 60 else []
            boxes = [child.shown_box for child in children]
            for child, box in zip(children, boxes):
                # One of a pile: pages of a stack, panes that fold.
                piled = thing.kind in ("GtkStackPage", "AdwLeaflet", "AdwFlap") or (box and boxes.count(box) > 1)
                if child.kind in POPOVERS:
                    yield from walk(child, None, depth + 1)
                elif not piled or window is None or child.turned_up(window):
                    yield from walk(child, window, depth + 1)
        for window in reversed(windows):
            yield from walk(window, window, 0)
            if window.has(Atspi.StateType.MODAL):
                return

    def see(self, name, role=None, last=False):
        """The first or last shown thing of this name (or whose text this is); None if there is none."""
        match = (lambda s: name.search(s)) if hasattr(name, "search") else (lambda s: s == name)
        found = None
        for thing in self.things():
            try:
                if (role is None or thing.role == role) and (match(thing.name) or match(thing.text)):
                    found = thing
                    if not last:
                        break
            except GLib.Error:
                continue
        return found

    def expect(self, name, role=None):
        return wait_for(f"{name!r} to be shown", lambda: self.see(name, role))

    def expect_gone(self, name, role=None):
        wait_for(f"{name!r} to be gone", lambda: self.see(name, role) is None)

    def focused(self):
        for thing in self.things():
            if thing.has(Atspi.StateType.FOCUSED):
                return thing
        return None

    def describe(self):
        lines = []
        try:
            for thing in self.things():
                if thing.name or thing.text:
                    lines.append(f"  {thing.role}: {thing.name} {thing.text if thing.text != thing.name else ''}"
                                 + (" (focused)" if thing.has(Atspi.StateType.FOCUSED) else ""))
        except (GLib.Error, AssertionError) as error:
            lines.append(f"  ({error})")
        return "\n".join(lines)

    def picture(self, path):
        self._x("import", "-silent", "-window", "root", path)

    # ----------------------------------------------------------------- acting

    def _x(self, *command):
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    def _xdotool(self, *arguments):
        self._x("xdotool", *arguments)

    def keys(self, *combinations):
        self._alive()
        self._xdotool("key", "--clearmodifiers", "--delay", "40", *combinations)

    def go_to(self, name, key="Tab"):
        """Moves the focus by a key until it is on the thing of this name.

        Rows of libadwaita 1.2 that are typed into do not tell that they have the focus."""
        path = [self.focused()]
        while path[-1] is None or not self._is(name, path[-1]):
            assert len(path) < 60, f"{key} does not lead to {name!r}, but to {[t and t.name for t in path]}"
            self.keys(key)
            try:
                path.append(wait_for("", lambda: self._moved(path[-1]), 1))
            except AssertionError:
                path.append(None)

    def _moved(self, before):
        now = self.focused()
        return now if now is not None and (before is None or now.accessible != before.accessible) else None

    @staticmethod
    def _is(name, thing):
        return name.search(thing.name) if hasattr(name, "search") else thing.name == name

    def type(self, text):
        self._alive()
        self._xdotool("type", "--delay", "15", "--", text)

    def _geometry(self, window):
        out = subprocess.run(["xdotool", "getwindowgeometry", "--shell", window],
                             capture_output=True, text=True, check=True).stdout
        at = dict(line.split("=") for line in out.split() if "=" in line)
        return int(at["X"]), int(at["Y"]), int(at["WIDTH"]), int(at["HEIGHT"])

    def place(self, thing):
        """The middle of a thing on the screen. GTK counts from the window without its shadow, and from where a
        popover would be if it were no window of its own."""
        x, y, w, h = thing.box
        top = thing
        while top.kind not in POPOVERS and top.accessible.get_parent().get_role() != Atspi.Role.APPLICATION:
            top = Thing(top.accessible.get_parent())
        left, upper, width, height = top.box
        if top.kind in POPOVERS:
            windows = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                                     capture_output=True, text=True).stdout.split()
            for window in reversed(windows):
                at = self._geometry(window)
                if at[2:] == (width, height):
                    return at[0] + x - left + w // 2, at[1] + y - upper + h // 2
            return None
        # Dialogs are modal: what can be clicked is in the active window.
        window = subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True).stdout.strip()
        at = self._geometry(window)
        return at[0] + (at[2] - width) // 2 + x + w // 2, at[1] + (at[3] - height) // 2 + y + h // 2

    def click(self, name, role=None, times=1, button=1, holding=None, last=False):
        """Clicks with the pointer in the middle of the thing of this name, when it stays where it is."""
        def settled():
            found = self.see(name, role, last)
            place = self.place(found) if found is not None else None
            before, self.seen_at = self.seen_at, place
            return place if place == before else None
        self.seen_at = None
        x, y = wait_for(f"a place of {name!r}", settled)
        self._xdotool("mousemove", str(x), str(y))
        click = ["click", "--repeat", str(times), "--delay", "60", str(button)]
        self._xdotool(*(["keydown", holding, *click, "keyup", holding] if holding else click))

    def carry(self, start, by, holding=None, drop=True):
        """Presses the button at a place on the screen, moves by some pixels, lets go if wanted."""
        x, y = start
        self._alive()
        self._xdotool("mousemove", str(x), str(y), "mousedown", "1")
        for part in (0.2, 0.4, 0.6, 0.8, 1, 1):
            self._xdotool("mousemove", str(int(x + by[0] * part)), str(int(y + by[1] * part)))
        if holding:
            self._xdotool("keydown", holding, "mousemove_relative", "1", "0")
        if drop:
            self._xdotool("mouseup", "1")
        if holding:
            self._xdotool("keyup", holding)

    def drop(self):
        """Lets go what is carried."""
        self._xdotool("mouseup", "1")

    def press(self, name, role=None):
        """Activates the thing of this name over the accessibility bus."""
        def do():
            thing = self.see(name, role)
            return thing is not None and Atspi.Action.do_action(thing.accessible, 0)
        wait_for(f"{name!r} to be pressed", do)

    def fill(self, name, text, role=None):
        """Clicks an entry, selects what is in it, and types."""
        self.click(name, role)
        self.keys("ctrl+a")
        self.type(text)

    def _copy(self, text, selection):
        clip = subprocess.Popen(["xclip", "-selection", selection, "-loops", "0"], stdin=subprocess.PIPE,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        clip.communicate(text.encode())

    def paste(self, text):
        """Puts text on the clipboard and presses Ctrl+V."""
        self._copy(text, "clipboard")
        self.keys("ctrl+v")

    def drop_text(self, name, text):
        """Puts text where the middle button of the pointer pastes it from, and does so."""
        self._copy(text, "primary")
        self.click(name, button=2)

    def clipboard(self):
        return subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True, text=True).stdout
