# SPDX-License-Identifier: GPL-3.0-or-later
"""A meet-up is planned and people are invited, without touching the pointer."""
import os
import re

from desk import Desk, wait_for
import story


def begin(desk):
    desk.expect("Bring people together")
    desk.go_to("Look at the sample first")
    desk.keys("Return")
    desk.expect("July 2011")
    desk.keys("ctrl+1", "a")
    desk.expect("17 sessions")
    assert story.last_step(desk) == "Undo: Add the examples"
    assert len(desk.ctl("gatherings")["gatherings"]) == 3


def plan(desk):
    desk.go_to("New gathering", "shift+Tab")
    desk.keys("Return")
    desk.expect("Evening meet-up…", "menu item")
    wait_for("the first template to be chosen", lambda: desk.focused().name == "Evening meet-up…")
    desk.keys("Return")
    desk.expect("Create", "push button")
    desk.type(story.TITLE)
    desk.go_to("Date")
    desk.type("21 july")
    desk.go_to("Starts")
    desk.type("6.30pm")
    desk.go_to(re.compile("^Time zone: London time"))
    desk.keys("Tab")
    desk.type(story.PLACE)
    assert desk.expect("Date", "text").text == "Thu 21 July 2011"
    assert desk.expect("Starts", "text").text == "18:30"
    assert desk.expect("Ends", "text").text == "20:30"
    wait_for("the place", lambda: desk.see("Place", "text").text == story.PLACE)
    desk.keys("Return")
    desk.expect(f"{story.TITLE}, 21 July 2011, {story.PLACE} · Draft; Nobody invited yet", "list item")
    desk.expect("Thu 21 July 2011, 18:30–20:30, London time")
    assert story.last_step(desk) == f"Undo: New {story.TITLE}"
    told = story.gathering(desk)
    assert told["start"] == "2011-07-21T18:30:00+01:00" and told["end"] == "2011-07-21T20:30:00+01:00"
    assert told["zone"] == "Europe/London" and told["location"] == story.PLACE


def add_guests(desk):
    desk.keys("ctrl+2")
    desk.expect("Nobody is invited yet")
    desk.go_to("Paste addresses")
    desk.paste(story.PASTED)
    desk.expect("38 will be added, 1 twice, 1 not an address")
    desk.expect("1 could not be read")
    desk.expect(re.compile("^Line 40: Tess at the library desk"))
    wait_for("the button that adds", lambda: desk.focused().name == "Add 38 people")
    desk.keys("Return")
    desk.expect("38 people", "status bar")
    desk.expect("1 line could not be read", "push button")
    desk.expect("Show 38 without an answer")
    assert story.last_step(desk) == "Undo: Add 38 people"
    assert {p["email"] for p in story.people(desk)} == story.ADDRESSES


def set_answers(desk):
    desk.keys("ctrl+f", "Return")
    wait_for("the first guest", lambda: desk.focused().name == "Ada Fenn, No answer")
    desk.keys("shift+Down", "shift+Down", "shift+Down")
    desk.expect("4 chosen")
    desk.keys("g")
    desk.expect("4 going, 34 no answer", "image")
    desk.keys("Escape")
    desk.expect_gone("4 chosen")
    desk.go_to(re.compile("^Eli Fenn"), "Down")
    desk.keys("x", "Down", "b")
    desk.expect("4 going, 1 maybe, 32 no answer, 1 declined", "image")
    assert story.last_step(desk) == "Undo: Answer of Fay Fenn"
    desk.keys("ctrl+z")
    desk.expect("4 going, 33 no answer, 1 declined", "image")
    wait_for("the step before", lambda: story.last_step(desk) == "Undo: Answer of Eli Fenn")
    desk.keys("ctrl+shift+z")
    desk.expect("4 going, 1 maybe, 32 no answer, 1 declined", "image")
    assert story.answers(desk) == (4, 1, 32, 1)
    assert story.person(desk, "Fay Fenn")["answer"] == "tentative"


def find_people(desk):
    desk.keys("ctrl+f")
    desk.type("fenn")
    desk.expect("6 of 38 people", "status bar")
    desk.keys("Escape")
    desk.expect("38 people", "status bar")
    desk.go_to("Show 1 maybe", "shift+Tab")
    desk.keys("space")
    desk.expect("1 of 38 people", "status bar")
    desk.expect("Fay Fenn, Maybe", "table row")
    desk.keys("space")
    desk.expect("38 people", "status bar")


def edit_person(desk):
    desk.keys("ctrl+f")
    desk.type("bea marsh")
    desk.expect("1 of 38 people", "status bar")
    desk.keys("Return", "Return")
    desk.expect("Address", "text")
    desk.go_to("Previous person", "F6")
    desk.go_to("Organisation")
    desk.type("Leeds Libraries")
    desk.keys("Return")
    desk.expect("Bea Marsh, No answer, Leeds Libraries", "table row")
    assert story.last_step(desk) == "Undo: Edit Bea Marsh"
    assert story.person(desk, "Bea Marsh")["organisation"] == "Leeds Libraries"
    desk.keys("Escape")
    wait_for("the table", lambda: desk.focused().role == "table row")
    desk.keys("Escape")
    desk.expect("38 people", "status bar")


def fill_agenda(desk):
    desk.keys("ctrl+1", "a")
    desk.expect("No sessions yet")
    for title, start, end in (("Welcome", "18:30", "18:45"), ("What we read", "18:45", "19:30"), ("Tea", "19:30", "20:00")):
        desk.keys("ctrl+Return")
        desk.expect("New session")
        desk.type(title)
        desk.go_to("Starts")
        desk.type(start)
        desk.go_to("Ends")
        desk.type(end)
        desk.keys("Return")
        desk.expect(f"{title}, {start} to {end}, Draft", "list item")
    desk.expect("3 sessions")
    desk.go_to(re.compile("^What we read,"))
    desk.keys("F2")
    desk.expect("Edit session")
    desk.type("What we read this year")
    desk.keys("Return")
    desk.expect("What we read this year, 18:45 to 19:30, Draft", "list item")
    desk.go_to(re.compile("^Tea,"))
    desk.keys("Delete")
    desk.expect("2 sessions")
    assert story.last_step(desk) == "Undo: Delete session Tea", story.last_step(desk)
    assert story.sessions(desk) == [("Welcome", "18:30", "18:45"), ("What we read this year", "18:45", "19:30")]
    desk.keys("ctrl+z")
    desk.expect("3 sessions")
    desk.keys("ctrl+shift+z")
    desk.expect("2 sessions")


def invite(desk):
    desk.keys("ctrl+e")
    desk.expect("Programme for calendars")
    desk.keys("Return")
    desk.expect("This writes 37 files, one for each guest. Nothing is sent by itself.")
    wait_for("the button that exports", lambda: desk.focused().name == "Export 37 invitations…")
    desk.keys("Tab")
    desk.type("Una Tarn")
    desk.keys("Tab")
    desk.type("una@tarn.example")
    wait_for("the address", lambda: desk.see("Mail address", "text").text == "una@tarn.example")
    desk.keys("Return")
    folder = os.path.join(desk.home, "invitations")
    story.choose_folder(desk, folder)
    desk.expect("37 files, one for each of 37 guests")
    desk.keys("Escape")
    desk.expect_gone("Files written")
    told = story.gathering(desk)
    assert told["told"] == 37, told
    story.read_invitations(folder, told["uid"], 0, story.ADDRESSES - {"eli.fenn@example.net"})


def move(desk):
    """The room and the time change: those who were invited get an update."""
    desk.go_to("Edit this gathering", "F6")
    desk.keys("Return")
    desk.expect("Edit gathering")
    desk.go_to("Starts")
    desk.type("19:00")
    desk.go_to(re.compile("^Time zone: London time"))
    desk.keys("Tab")
    desk.type("The Reading Room")
    wait_for("the place", lambda: desk.see("Place", "text").text == "The Reading Room")
    desk.keys("Return")
    desk.expect("Thu 21 July 2011, 19:00–21:00, London time")
    desk.expect("The Reading Room")
    desk.keys("ctrl+e")
    desk.expect("Programme for calendars")
    desk.keys("Return")
    wait_for("the button that exports", lambda: desk.focused().name == "Export 37 invitations…")
    desk.keys("Return")
    folder = os.path.join(desk.home, "updates")
    story.choose_folder(desk, folder)
    desk.keys("Escape")
    desk.expect_gone("Files written")
    story.read_invitations(folder, story.gathering(desk)["uid"], 1, story.ADDRESSES - {"eli.fenn@example.net"},
                           time="19:00", place="The Reading Room")


def come_back(desk):
    before = desk.ctl("show", story.gathering(desk)["uid"])
    desk.quit()
    story.check_library(desk)
    desk.start()
    desk.expect(re.compile(f"^{story.TITLE}, 21 July 2011, The Reading Room"), "list item")
    assert desk.ctl("show", story.gathering(desk)["uid"]) == before
    assert story.vdir_is_whole(desk) > 10
    desk.go_to(re.compile("^LIS DREaM"), "F6")
    desk.type("lisnpn")
    desk.keys("ctrl+1", "a")
    desk.expect("2 sessions")
    desk.keys("ctrl+2")
    desk.expect("4 going, 1 maybe, 32 no answer, 1 declined", "image")
    desk.keys("ctrl+k")
    desk.type("bea marsh")
    desk.expect(re.compile("^Bea Marsh"))
    desk.keys("Return")
    desk.expect("Leeds Libraries")


with Desk(now=story.NOW) as desk:
    for step in (begin, plan, add_guests, set_answers, find_people, edit_person, fill_agenda, invite, move, come_back):
        step(desk)
        print("ok", step.__name__, flush=True)
