# SPDX-License-Identifier: GPL-3.0-or-later
"""A programme comes as a file; then the power fails, again and again."""
import os
import re
import signal
import tempfile

from desk import Desk, wait_for
import story

SESSIONS = (("Opening", "T090000Z", "T093000Z"), ("Maps of networks", "T093000Z", "T101500Z"), ("Closing", "T160000Z", "T163000Z"))


def write_programme(path):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Somewhere//Else//EN", "X-WR-CALNAME:Spring school"]
    for i, (title, start, end) in enumerate(SESSIONS):
        lines += ["BEGIN:VEVENT", f"UID:talk-{i}@example.org", "DTSTAMP:20110601T000000Z", f"DTSTART:20110811{start}",
                  f"DTEND:20110811{end}", f"SUMMARY:{title}", "X-OTHER-ROOM;BEAMER=YES:Blue room", "END:VEVENT"]
    with open(path, "w", encoding="utf-8", newline="") as f:
        f.write("\r\n".join(lines + ["END:VCALENDAR", ""]))


def import_programme(desk):
    desk.expect("1 gathering, 3 sessions: 4 are new.", "status bar")
    for title, _, _ in SESSIONS:
        desk.expect(re.compile(title))
    assert desk.ctl("gatherings")["gatherings"] == [], "a preview has written something"
    wait_for("the button that imports", lambda: desk.focused().name == "Import 4")
    desk.keys("Return")
    desk.expect(re.compile("^Spring school, 11 August 2011"), "list item")
    desk.keys("ctrl+1", "a")
    desk.expect("3 sessions")
    desk.expect("Maps of networks, 9:30 to 10:15, Draft", "list item")
    told = story.gathering(desk, "Spring school")
    listed = desk.ctl("sessions", "--gathering", told["uid"])["sessions"]
    assert [s["title"] for s in listed] == [title for title, _, _ in SESSIONS], listed
    text = "".join(open(os.path.join(folder, name), encoding="utf-8").read()
                   for folder, _, names in os.walk(desk.library) for name in names if name.endswith(".ics"))
    assert text.count("\nX-OTHER-ROOM;BEAMER=YES:Blue room\n") == 3, "what others wrote is kept"


def add_people(desk):
    desk.keys("ctrl+2")
    desk.expect("Nobody is invited yet")
    desk.go_to("Paste addresses")
    desk.paste("\n".join(story.GUESTS))
    wait_for("the button that adds", lambda: desk.focused().name == "Add 38 people")
    desk.keys("Return")
    desk.expect("Show 38 without an answer")


def crash(desk):
    """Ends the program without a chance to write anything, and starts it again."""
    desk.process.send_signal(signal.SIGKILL)
    desk.process.wait()
    story.check_library(desk)
    desk.start()
    desk.expect(re.compile("^Spring school"), "list item")
    desk.keys("ctrl+2")
    desk.expect("38 people", "status bar")
    desk.keys("ctrl+f", "Return")
    wait_for("the first guest", lambda: desk.focused() is not None and desk.focused().role == "table row")


def lose_nothing(desk):
    """What was seen to be done is there after the crash; what was not is there or is not, but never half."""
    uid = story.gathering(desk, "Spring school")["uid"]

    def going():
        return desk.ctl("show", uid)["gathering"]["answers"]["accepted"]

    desk.keys("ctrl+f", "Return")
    wait_for("the first guest", lambda: desk.focused() is not None and desk.focused().name == "Ada Fenn, No answer")
    desk.keys("g")
    desk.expect("1 going, 37 no answer", "image")
    crash(desk)
    desk.expect("1 going, 37 no answer", "image")
    assert going() == 1
    assert story.last_step(desk) == "Undo: Answer of Ada Fenn"

    seen = 1
    for _ in range(2):
        # A burst of changes, and no waiting for any of them.
        desk.keys("Down", "g", "Down", "g", "Down", "g", "Down", "g")
        crash(desk)
        now = going()
        assert seen <= now <= seen + 4, f"{now} are going after {seen}"
        desk.expect(f"{now} going, {38 - now} no answer", "image")
        seen = now

    desk.keys("ctrl+z")
    desk.expect(f"{seen - 1} going, {38 - seen + 1} no answer", "image")
    desk.quit()
    story.check_library(desk)
    assert going() == seen - 1


with tempfile.TemporaryDirectory(prefix="plenary-programme-") as folder:
    programme = os.path.join(folder, "spring.ics")
    write_programme(programme)
    with Desk(programme, now=story.NOW) as desk:
        for step in (import_programme, add_people, lose_nothing):
            step(desk)
            print("ok", step.__name__, flush=True)
            desk.arguments = ()
