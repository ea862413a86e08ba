# SPDX-License-Identifier: GPL-3.0-or-later
"""A week, changed by the pointer and by the keyboard; each change is undone to the byte."""
import os
import re
import subprocess

from desk import Desk, wait_for

HOUR = 50  # pixels, as long as nobody zooms
CLOSING = "Closing: what we do on Monday"


def files(desk):
    """Everything that the library keeps for other programs."""
    found = {}
    for folder, _, names in os.walk(os.path.join(desk.library, "calendars")):
        for name in names:
            with open(os.path.join(folder, name), "rb") as f:
                found[os.path.join(folder, name)] = f.read()
    return found


def chip(desk, title, times):
    return desk.expect(re.compile(f"^{re.escape(title)}, {times}"), "push button")


def undo(desk, before, title, times):
    """Back to the byte, and in the view."""
    wait_for("the change on the disk", lambda: files(desk) != before)
    desk.keys("ctrl+z")
    chip(desk, title, times)
    wait_for("the bytes as they were", lambda: files(desk) == before)


def column(desk):
    """How far it is from one day to the next."""
    return desk.expect("Wednesday 20 July").box[0] - desk.expect("Tuesday 19 July, today").box[0]


def move(desk, before):
    closing = chip(desk, CLOSING, "16:15 to 17:00")
    desk.carry(desk.place(closing), (0, HOUR))
    closing = chip(desk, CLOSING, "17:15 to 18:00")
    undo(desk, before, CLOSING, "16:15 to 17:00")

    desk.carry(desk.place(chip(desk, CLOSING, "16:15 to 17:00")), (2 * column(desk), -HOUR))
    wait_for("it to be on Thursday", lambda: chip(desk, CLOSING, "15:15 to 16:00").box[0]
             > desk.expect("Wednesday 20 July").box[0] + column(desk) // 2)
    undo(desk, before, CLOSING, "16:15 to 17:00")


def resize(desk, before):
    closing = chip(desk, CLOSING, "16:15 to 17:00")
    x, y = desk.place(closing)
    desk.carry((x, y + closing.box[3] // 2 - 2), (0, HOUR // 2))
    chip(desk, CLOSING, "16:15 to 17:30")
    undo(desk, before, CLOSING, "16:15 to 17:00")


def copy(desk, before):
    desk.carry(desk.place(chip(desk, CLOSING, "16:15 to 17:00")), (2 * column(desk), -HOUR), holding="ctrl")
    chip(desk, CLOSING, "15:15 to 16:00")
    chip(desk, CLOSING, "16:15 to 17:00")
    wait_for("the copy on the disk", lambda: files(desk) != before)
    desk.keys("ctrl+z")
    wait_for("the copy to be gone", lambda: files(desk) == before)


def never_mind(desk, before):
    desk.carry(desk.place(chip(desk, CLOSING, "16:15 to 17:00")), (column(desk), HOUR), drop=False)
    desk._xdotool("key", "Escape", "mouseup", "1")  # keys () would let go first
    chip(desk, CLOSING, "16:15 to 17:00")
    assert files(desk) == before


def empty_place(desk):
    """Between half past four and a quarter to five on Thursday."""
    x, y = desk.place(chip(desk, CLOSING, "16:15 to 17:00"))
    return x + 2 * column(desk), y


def create(desk, before):
    desk.carry(empty_place(desk), (0, HOUR))
    desk.expect("Create", "push button")
    desk.type("Fire drill")
    desk.keys("Return")
    chip(desk, "Fire drill", "16:30 to 17:(30|45)")
    wait_for("it on the disk", lambda: files(desk) != before)
    desk.keys("ctrl+z")
    desk.expect_gone(re.compile("^Fire drill"), "push button")
    wait_for("the files as they were", lambda: files(desk) == before)


def create_and_never_mind(desk, before):
    desk.carry(empty_place(desk), (0, HOUR))
    desk.expect("Create", "push button")
    desk.keys("Escape")
    desk.expect_gone("Create", "push button")
    assert files(desk) == before


def by_keyboard(desk, before):
    x, y = empty_place(desk)
    desk._xdotool("mousemove", str(x), str(y), "click", "1")
    desk.expect("Thursday 21 July, 16:30, free")
    desk.keys("Up", "Left")
    desk.expect("Wednesday 20 July, 16:00, free")
    desk.keys("ctrl+Return", "Right", "shift+Down", "shift+Down")
    desk.type("Late talk")
    desk.keys("Return")
    chip(desk, "Late talk", "16:00 to 17:30")
    wait_for("it on the disk", lambda: files(desk) != before)
    made = files(desk)

    desk.keys("Tab")
    wait_for("the focus on it", lambda: desk.focused().name.startswith("Late talk"))
    desk.keys("alt+Down")
    chip(desk, "Late talk", "16:15 to 17:45")
    undo(desk, made, "Late talk", "16:00 to 17:30")
    # Openbox takes Alt+Shift and an arrow for itself; tests/ui/test-week-view.c has these.
    desk.keys("Delete")
    desk.expect_gone(re.compile("^Late talk"), "push button")
    desk.keys("ctrl+z")
    chip(desk, "Late talk", "16:00 to 17:30")
    desk.keys("ctrl+z")
    desk.expect_gone(re.compile("^Late talk"), "push button")
    wait_for("the files as they were", lambda: files(desk) == before)


def main():
    desk = Desk(now="2011-07-19T13:12:00Z")
    subprocess.run([os.environ["PLENARYCTL"], "sample", desk.library], check=True, stdout=subprocess.DEVNULL,
                   env=desk.environment())
    with desk:
        desk.click("Week", "push button")
        desk.expect("18–24 July 2011")
        before = files(desk)
        for step in (move, resize, copy, never_mind, create, create_and_never_mind, by_keyboard):
            print(step.__name__, flush=True)
            step(desk, before)
        desk.quit()


main()
