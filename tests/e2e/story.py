# SPDX-License-Identifier: GPL-3.0-or-later
"""What the stories are about, and what must be true of the library and of the files
that were written, whichever way they were told to Plenary."""
import os
import re
import subprocess

import icalendar

from desk import wait_for

NOW = "2011-07-19T14:12:00+01:00"
TITLE = "LISNPN summer meet-up"
PLACE = "Room 2, Leeds Central Library"
NAMES = "Ada Bea Cid Dot Eli Fay Gus Hal Ivy Jem Kay Lou Max Ned Ola Pia Quin Ria Sid Tess".split()

# Forty lines as people have them: 38 people, one of them twice, one that is no address.
GUESTS = ([f"{name} Marsh <{name.lower()}.marsh@example.org>" for name in NAMES]
          + [f"{name.lower()}@reed.example" for name in NAMES[:12]]
          + [f"{name} Fenn, {name.lower()}.fenn@example.net" for name in NAMES[:6]])
PASTED = "\n".join(GUESTS + ["Ada Marsh <ADA.MARSH@example.org>", "Tess at the library desk"]) + "\n"
ADDRESSES = {re.search(r"[^ <]+@[^ >]+", line).group() for line in GUESTS}

UNDO = re.compile(r"^Undo: ")


def gathering(desk, title=TITLE):
    """The one of this title, as plenaryctl tells it."""
    found = [g for g in desk.ctl("gatherings")["gatherings"] if g["title"] == title]
    assert len(found) == 1, f"{len(found)} gatherings are called {title!r}"
    return found[0]


def answers(desk):
    """How many accepted, may come, have not answered, declined."""
    told = gathering(desk)["answers"]
    return tuple(told[key] for key in ("accepted", "tentative", "needs-action", "declined"))


def people(desk):
    return desk.ctl("attendees", "--gathering", gathering(desk)["uid"])["attendees"]


def person(desk, name):
    return next(p for p in people(desk) if p["name"] == name)


def sessions(desk):
    return [(s["title"], s["start"][11:16], s["end"][11:16])
            for s in desk.ctl("sessions", "--gathering", gathering(desk)["uid"])["sessions"]]


def is_above(desk, upper, lower):
    """Whether of two rows of the table the first stands above the other, which is in view."""
    upper, lower = desk.see(upper, "table row"), desk.see(lower, "table row")
    return upper is not None and lower is not None and upper.box[1] < lower.box[1]


def last_step(desk):
    """What the button for undoing names."""
    return desk.expect(UNDO, "push button").name


def choose_folder(desk, folder):
    """Types the name of a new folder into the dialog of GTK."""
    os.mkdir(folder)
    desk.expect("Choose a folder for the files")
    desk.type(folder)
    wait_for("the folder to be typed", lambda: desk.focused().text == folder)
    desk.keys("Return")
    desk.expect("Files written")


def check_library(desk):
    assert desk.ctl("check"), "plenaryctl check disagrees"


def read_invitations(folder, uid, sequence, guests, time="18:30", place=PLACE, method="REQUEST"):
    """Each file is what one guest's calendar takes as an invitation, and names nobody else."""
    files = sorted(name for name in os.listdir(folder) if name.endswith(".ics"))
    assert len(files) == len(guests), f"{len(files)} files for {len(guests)} guests"
    met = set()
    for name in files:
        with open(os.path.join(folder, name), "rb") as f:
            text = f.read()
        assert text.count(b"\n") == text.count(b"\r\n"), f"{name}: a line does not end with CRLF"
        assert all(len(line) <= 75 for line in text.split(b"\r\n")), f"{name}: a line is too long"
        assert b"X-PLENARY" not in text, f"{name}: something of our own"
        calendar = icalendar.Calendar.from_ical(text)
        assert calendar["METHOD"] == method and calendar["VERSION"] == "2.0" and calendar["PRODID"]
        (event,) = calendar.walk("VEVENT")
        assert event["UID"] == uid, f"{name}: {event['UID']}"
        assert int(event["SEQUENCE"]) == sequence, f"{name}: SEQUENCE {event['SEQUENCE']}, not {sequence}"
        assert "DTSTAMP" in event and str(event["SUMMARY"]) == TITLE and str(event["LOCATION"]) == place
        start = event["DTSTART"].dt
        assert start.strftime("%Y-%m-%d %H:%M %z") == f"2011-07-21 {time} +0100", f"{name}: {start}"
        (zone,) = calendar.walk("VTIMEZONE")
        assert zone["TZID"] == event["DTSTART"].params["TZID"] == "Europe/London"
        assert str(event["ORGANIZER"]) == "mailto:una@tarn.example"
        assert event["ORGANIZER"].params["CN"] == "Una Tarn"
        assert not isinstance(event["ATTENDEE"], list), f"{name}: more than one guest"
        assert event["ATTENDEE"].params["RSVP"] == "TRUE"
        assert event["ATTENDEE"].params["PARTSTAT"] in ("NEEDS-ACTION", "ACCEPTED", "TENTATIVE", "DECLINED")
        address = str(event["ATTENDEE"]).replace("mailto:", "")
        assert address in guests and address not in met, f"{name}: {address}"
        met.add(address)
        unfolded = text.replace(b"\r\n ", b"").decode().lower()
        for other in ADDRESSES - {address}:
            assert not re.search(r"(?<![\w.])" + re.escape(other), unfolded), f"{name} tells of {other}"
        called = event["ATTENDEE"].params.get("CN", address)
        assert name == f"{called}.ics", f"{name} is for {called}"
    words = [name for name in os.listdir(folder) if name.endswith(".txt")]
    assert len(words) == 1, words
    with open(os.path.join(folder, words[0]), encoding="utf-8") as f:
        words = f.read()
    for needed in (TITLE, place, "Dear Ada", "Una Tarn"):
        assert needed in words, f"the words to paste lack {needed!r}"


def vdir_is_whole(desk):
    """Every file of the library can be read by another program."""
    found = subprocess.run(["find", desk.library, "-name", "*.ics"], capture_output=True, text=True, check=True)
    names = found.stdout.split("\n")[:-1]
    for name in names:
        with open(name, "rb") as f:
            icalendar.Calendar.from_ical(f.read())
    return len(names)
