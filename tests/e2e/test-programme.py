# SPDX-License-Identifier: GPL-3.0-or-later
"""A programme of rooms and times, changed by the pointer and by the keyboard: the sample's, and that of FOSDEM 2026
where its schedule is at hand. Whatever is done is undone, and all is as before."""
import os
import re

from desk import Desk, wait_for
import story

HOUR = 86  # pixels, as long as nobody zooms
SAMPLE = "lis-dream-launch@plenary"


def sessions(desk, uid):
    return desk.ctl("sessions", "--gathering", uid)["sessions"]


def session(desk, uid, title):
    return next(s for s in sessions(desk, uid) if s["title"] == title)


def chip(desk, title, times):
    """The last of this name: the month, which was seen before, may have one, too."""
    name = re.compile(f"^{re.escape(title)}, {times}")
    return wait_for(f"{name} to be shown", lambda: desk.see(name, "push button", last=True))


def place(desk, title, times):
    """Where a chip is, when it stays there."""
    seen = []

    def settled():
        seen.append(desk.place(chip(desk, title, times)))
        return seen[-1] if len(seen) > 2 and seen[-1] == seen[-2] == seen[-3] else None
    return wait_for(f"a place of {title!r}", settled)


def carry(desk, start, by, drop=True):
    """Takes what is there and lets it go elsewhere."""
    x, y = start
    steps = [str(word) for step in range(9)
             for word in ("mousemove", x + by[0] * step // 8, y + by[1] * step // 8, *(["mousedown", 1] if step == 0 else []),
                          "sleep", 0.05)]
    desk._xdotool(*steps, *(["mouseup", "1"] if drop else []))


def undo(desk, uid, before):
    wait_for("the change to be kept", lambda: sessions(desk, uid) != before)
    desk.keys("ctrl+z")
    wait_for("all to be as before", lambda: sessions(desk, uid) == before)


def move_by_pointer(desk, uid, title, times, later, room, by):
    """An hour later, and into another room."""
    before = sessions(desk, uid)
    carry(desk, place(desk, title, times), by)
    chip(desk, title, later)
    assert session(desk, uid, title)["room"] == room
    undo(desk, uid, before)
    chip(desk, title, times)


def move_by_keyboard(desk, uid, title, times, later, room):
    """A quarter of an hour later, and into the next room."""
    before = sessions(desk, uid)
    desk.click(re.compile(f"^{re.escape(title)}, {times}"), "push button")
    desk.expect("Session", "label")  # the pane tells more
    desk.keys("alt+Down")
    chip(desk, title, later)
    desk.keys("alt+Right")
    wait_for("the next room", lambda: session(desk, uid, title)["room"] == room)
    desk.keys("ctrl+z", "ctrl+z")
    wait_for("all to be as before", lambda: sessions(desk, uid) == before)
    chip(desk, title, times)


def draw(desk, uid, below, times):
    """A new one where nothing is, drawn, and named where it stands."""
    before = sessions(desk, uid)
    x, y = below
    carry(desk, (x, y), (0, HOUR // 3))
    desk.expect(re.compile(f"^Room 2, {times}"), "status bar")
    desk.type("Quiet reading")
    desk.keys("Return")
    chip(desk, "Quiet reading", times)
    undo(desk, uid, before)
    desk.expect_gone(re.compile("^Quiet reading, "))


def resize(desk, uid, title, times, longer, by):
    """Taken by its end."""
    before = sessions(desk, uid)
    x, y = place(desk, title, times)
    carry(desk, (x, y + chip(desk, title, times).box[3] // 2 - 3), (0, by))
    chip(desk, title, longer)
    undo(desk, uid, before)
    chip(desk, title, times)


def draw_in_free(desk, uid, title, times, width):
    """A new one in the next room, at the time of this one."""
    before = sessions(desk, uid)
    x, y = place(desk, title, times)
    carry(desk, (x + width, y - HOUR * 15 // 60), (0, HOUR * 10 // 60))
    desk.expect(re.compile(r"^K.1.105 \(La Fontaine\), "), "status bar")
    desk.type("Quiet reading")
    desk.keys("Return")
    made = desk.expect(re.compile("^Quiet reading, "), "push button")
    assert "K.1.105" in made.name
    undo(desk, uid, before)
    desk.expect_gone(re.compile("^Quiet reading, "))


def warn(desk, uid, title, times, by, reason):
    """The reason stands beside the pointer, and it can be let go there all the same."""
    before = sessions(desk, uid)
    carry(desk, place(desk, title, times), by, drop=False)
    desk.expect(re.compile(reason), "status bar")
    desk._xdotool("mouseup", "1")
    desk.expect("2 clashes.")
    undo(desk, uid, before)
    desk.expect("1 clash.")


def sample(desk):
    desk.click("Look at the sample first")
    desk.click("Programme", "push button")
    desk.expect("Ivo Larch speaks in Room 1 and Room 3 from 11:45 to 12:15.")
    before = sessions(desk, SAMPLE)
    width = desk.expect("Room 2, 28 places").box[0] - desk.expect("Room 1, 28 places").box[0]

    desk.keys("c")
    wait_for("the clash to have the focus", lambda: desk.focused().name.startswith("Asking good questions"))
    move_by_pointer(desk, SAMPLE, "Evidence from the ward", "11:30 to 12:15", "12:30 to 13:15", "Room 1", (-width, HOUR))
    x, y = place(desk, "Evidence from the ward", "11:30 to 12:15")
    draw(desk, SAMPLE, (x, y + HOUR * 103 // 60), "13:3[05] to 13:5[05]")
    warn(desk, SAMPLE, "Counting what counts", "11:45 to 12:30", (-2 * width, 0), "^Ivo Larch is also in Room 1")
    move_by_keyboard(desk, SAMPLE, "Evidence from the ward", "11:30 to 12:15", "11:45 to 12:30", "Room 3")

    # A room gets another name: its sessions go along.
    desk.click("Room 2, 28 places", times=2)
    desk.keys("ctrl+a")
    desk.type("Reading room")
    desk.keys("Return")
    desk.expect("Reading room, 28 places")
    wait_for("its sessions to follow", lambda: session(desk, SAMPLE, "Evidence from the ward")["room"] == "Reading room")
    desk.keys("ctrl+z")
    wait_for("all to be as before", lambda: sessions(desk, SAMPLE) == before)
    story.check_library(desk)


def fosdem(desk, schedule):
    desk.ctl("import", schedule)
    uid = desk.ctl("gatherings")["gatherings"][0]["uid"]
    assert len(sessions(desk, uid)) == 883
    desk.end()
    desk.start()
    desk.click("Programme", "push button")
    title = "FOSS in times of war, scarcity and (adversarial) AI"
    chip(desk, title, "10:00 to 10:50")
    width = desk.expect("K.3.201").box[0] - desk.expect("K.1.105 (La Fontaine)").box[0]
    assert width >= 120

    # By the pointer: into another room and later, longer, and a new one where the room is empty.
    move_by_pointer(desk, uid, title, "10:00 to 10:50", "11:00 to 11:50", "K.1.105 (La Fontaine)", (width, HOUR))
    resize(desk, uid, title, "10:00 to 10:50", "10:00 to 11:[01][05]", HOUR * 20 // 60)
    draw_in_free(desk, uid, title, "10:00 to 10:50", width)

    # The one clash is on the other day; it is mended by the keyboard, and put back.
    before = sessions(desk, uid)
    desk.keys("c")
    desk.expect("Sunday 1 February")
    wait_for("the clash to have the focus", lambda: desk.focused().name.startswith("Accessible software performance, 9:00 to 9:50"))
    desk.keys("alt+Up", "alt+Up")
    wait_for("the clash to be over", lambda: not desk.ctl("clashes", "--gathering", uid)["clashes"])
    desk.expect_gone("1 clash.")
    desk.keys("ctrl+z", "ctrl+z")
    wait_for("all to be as before", lambda: sessions(desk, uid) == before)
    story.check_library(desk)


with Desk(now=story.NOW) as desk:
    sample(desk)

corpora = os.environ.get("PLENARY_CORPORA")
schedule = os.path.join(corpora, "schedules", "fosdem-2026.xml") if corpora else ""
if os.path.exists(schedule):
    with Desk(now="2026-01-31T09:20:00Z", zone="Europe/Brussels") as desk:
        fosdem(desk, schedule)
