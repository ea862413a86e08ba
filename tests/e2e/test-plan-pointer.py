# SPDX-License-Identifier: GPL-3.0-or-later
"""The same meet-up, planned with the pointer: the keyboard only types words."""
import os
import re

from desk import Desk, wait_for
import story


def begin(desk):
    desk.click("Look at the sample first")
    desk.click("Agenda", "push button")
    desk.expect("17 sessions")


def plan(desk):
    desk.click("New gathering")
    desk.click("Evening meet-up…", "menu item")
    desk.expect("Create", "push button")
    desk.click("Title", "text")
    desk.type(story.TITLE)
    desk.click("Choose from a calendar")
    desk.click("21", "label")
    wait_for("the day", lambda: desk.see("Date", "text").text == "Thu 21 July 2011")
    desk.fill("Starts", "18:30", "text")
    desk.fill("Place", story.PLACE, "text")
    desk.click("Create")
    desk.expect(f"{story.TITLE}, 21 July 2011, {story.PLACE} · Draft; Nobody invited yet", "list item")
    told = story.gathering(desk)
    assert told["start"] == "2011-07-21T18:30:00+01:00" and told["location"] == story.PLACE


def add_guests(desk):
    desk.click("Attendees", "page tab")
    desk.click("Paste addresses")
    desk.drop_text("Names and addresses", story.PASTED)
    desk.click("Continue")
    desk.expect("38 will be added, 1 twice, 1 not an address")
    desk.click("Add 38 people")
    desk.expect("Show 38 without an answer")
    assert {p["email"] for p in story.people(desk)} == story.ADDRESSES


def set_answers(desk):
    desk.click("Ada Fenn, No answer", "table row")
    desk.click("Dot Fenn, No answer", "table row", holding="shift")
    desk.expect("4 chosen")
    desk.click("Set answer")
    desk.click("Going", "menu item")
    desk.expect("4 going, 34 no answer", "image")
    desk.click("Eli Fenn, No answer", "table row")
    desk.expect_gone("4 chosen")
    desk.click("Eli Fenn, No answer", "table row", times=2)
    desk.click("Answer: No answer. Not invited yet. Change it")
    desk.click("Declined", "menu item")
    desk.expect("4 going, 33 no answer, 1 declined", "image")
    desk.click("Undo: Answer of Eli Fenn")
    desk.expect("4 going, 34 no answer", "image")
    assert story.answers(desk) == (4, 0, 34, 0)


def find_people(desk):
    desk.click("Show 4 going")
    desk.expect("4 of 38 people", "status bar")
    desk.click("Show 4 going")
    desk.expect("38 people", "status bar")
    pair = "Ada Fenn, Going", "Eli Fenn, No answer"
    desk.click("Answer", "label", last=True)
    desk.click("Answer", "label", last=True)
    wait_for("those without an answer first", lambda: not story.is_above(desk, *pair))
    desk.click("Name", "label")
    wait_for("the names in order", lambda: story.is_above(desk, *pair))


def edit_person(desk):
    desk.click("Fay Fenn, No answer", "table row")
    wait_for("the pane to follow", lambda: desk.see("Name", "text").text == "Fay Fenn")
    desk.fill("Organisation", "Leeds Libraries", "text")
    desk.keys("Return")
    desk.expect("Fay Fenn, No answer, Leeds Libraries", "table row")
    assert story.person(desk, "Fay Fenn")["organisation"] == "Leeds Libraries"


def fill_agenda(desk):
    desk.click("Calendar", "page tab")
    desk.click("Agenda", "push button")
    desk.click("Add session…", "push button")
    desk.expect("New session")
    desk.click("Title", "text")
    desk.type("Welcome")
    desk.click("Add", "push button")
    desk.expect("Welcome, 18:30 to 19:15, Draft", "list item")
    desk.click("Welcome, 18:30 to 19:15, Draft", "list item", times=2)
    desk.expect("Edit session")
    desk.fill("Room", "Room 2", "text")
    desk.click("Save", "push button")
    desk.expect("Welcome, 18:30 to 19:15, Room 2, Draft", "list item")
    desk.click("Welcome, 18:30 to 19:15, Room 2, Draft", "list item", button=3)
    desk.click("Delete", "menu item")
    desk.expect("No sessions yet")
    desk.click("Undo: Delete session Welcome")
    desk.expect("Welcome, 18:30 to 19:15, Room 2, Draft", "list item")
    assert story.sessions(desk) == [("Welcome", "18:30", "19:15")]


def invite(desk):
    desk.click("Attendees", "page tab")
    desk.click("Invite…", "push button")
    desk.click("Name", "text")
    desk.type("Una Tarn")
    desk.click("Mail address", "text")
    desk.type("una@tarn.example")
    desk.click("Export 38 invitations…")
    folder = os.path.join(desk.home, "invitations")
    story.choose_folder(desk, folder)
    desk.expect("38 files, one for each of 38 guests")
    desk.click("Copy the words")
    wait_for("the words on the clipboard", lambda: "Dear Ada" in desk.clipboard())
    desk.click("Close", "push button")
    desk.expect_gone("Files written")
    told = story.gathering(desk)
    assert told["told"] == 38, told
    story.read_invitations(folder, told["uid"], 0, story.ADDRESSES)


def come_back(desk):
    before = desk.ctl("show", story.gathering(desk)["uid"])
    desk.click("Close", "push button")
    desk.wait_for_end()
    story.check_library(desk)
    desk.start()
    desk.click(re.compile(f"^{story.TITLE}, 21 July 2011"), "list item")
    desk.expect(re.compile("^Welcome, 18:30 to 19:15, Room 2"), "push button")
    assert desk.ctl("show", story.gathering(desk)["uid"]) == before


with Desk(now=story.NOW) as desk:
    for step in (begin, plan, add_guests, set_answers, find_people, edit_person, fill_agenda, invite, come_back):
        step(desk)
        print("ok", step.__name__, flush=True)
