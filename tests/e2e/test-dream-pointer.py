# SPDX-License-Identifier: GPL-3.0-or-later
"""The breakouts of a day, from the mix to the notes as a text, with the pointer: the keyboard only types words."""
import os
import re

from desk import Desk, wait_for
import dream
import story


def begin(desk):
    desk.click("Look at the sample first")
    desk.click("Breakouts", "page tab")
    assert dream.sentence(desk, "^Everybody meets").endswith("2 not placed.")
    desk.click("Lock", "push button")  # as it was left: locked
    desk.expect("Round 1, 14:00", "push button")
    assert story.last_step(desk) == "Undo: Unlock Round 1"


def mix(desk):
    desk.click("Mix…", "push button")
    desk.expect("74 people who are here")
    desk.expect("12 groups")
    desk.expect(re.compile("^Everybody meets"), "status bar")
    desk.click("Use this mix", "push button")
    desk.expect_gone("Use this mix", "push button")
    desk.expect("Undo: Mix 3 rounds", "push button")
    dream.sentence(desk, "^Everybody meets 1[0-9] .*nobody meets twice")
    dream.check_rounds(desk, 74)


def drag(desk, name, group):
    """Takes a card and drops it in a group; what it would mean is said before."""
    card = desk.place(desk.expect(re.compile(f"^{name},"), "list item"))
    column = desk.place(desk.expect(re.compile(f"^Group {group},"), "list"))
    desk.carry(card, (column[0] - card[0], column[1] - card[1]), drop=False)
    dream.sentence(desk, f"^Group {group}, then [0-9]+ people\\.")
    desk.drop()
    desk.expect(re.compile(f"^{name},.* Group {group}, "), "list item")


def move(desk):
    """Two people, by hand; one of them back, and there again."""
    movers = [dream.groups(desk)[at]["people"][2]["name"] for at in (0, 2)]
    for name, group in zip(movers, (2, 4)):
        drag(desk, name, group)
        desk.expect(f"Undo: Move {name}", "push button")
        wait_for("the move to be kept", lambda: dream.where(desk, name) == group)
    desk.click(f"Undo: Move {movers[1]}")
    desk.expect(re.compile(f"^{movers[1]},.* Group 3, "), "list item")
    drag(desk, movers[1], 4)
    dream.check_rounds(desk, 74)


def mend(desk):
    desk.click("Attendees", "page tab")
    desk.click("Check-in", "push button")
    for name in dream.LATE:
        desk.click("Name or badge", "text")
        desk.type(name)
        desk.keys("Return")
        desk.expect(f"Welcome: {name}")
    for name in dream.NO_SHOWS:
        desk.type(name)
        desk.keys("Return")
        desk.expect(re.compile(f"^Already here since .*: {name}$"))
        desk.click("Check out", "push button")
        desk.expect(f"Checked out: {name}")
    desk.expect("73 here")
    desk.click("Breakouts", "page tab")
    dream.sentence(desk, "2 not placed")
    desk.click("Mend, 5 places to change", "push button")
    desk.expect(re.compile("^[5-8] places change$"), "status bar")
    desk.expect(re.compile("^Not here, so their places become free: "))
    for name in dream.LATE:
        desk.expect(name, "list item")
    desk.click("Use", "push button")
    desk.expect("Undo: Mend the groups", "push button")
    desk.expect("Mend", "push button")
    dream.check_mended(desk)


def write(desk, kind, words):
    desk.type(words)
    if kind != "point":
        desk.click(kind.capitalize(), "push button")
    desk.expect(re.compile(f"^13:58, {kind}: {re.escape(words)}"), "list item")


def take_notes(desk):
    """In each of the twelve groups, from the first to the next; one text comes from elsewhere."""
    desk.click(re.compile("^Group 1,"), "push button")
    for at, lines in enumerate(dream.NOTES):
        desk.expect(f"Group {at + 1}", "label")
        for i, (kind, words) in enumerate(lines):
            if i > 0:
                desk.keys("Return")
            write(desk, kind, words)
            if words == "Ask the four networks":
                desk.click("Who will do it?", "push button")
                desk.type("edda ald")
                desk.keys("Return")
                desk.click("By when?", "push button")
                desk.type("fri 5 aug")
                desk.keys("Return")
                desk.expect(re.compile("^13:58, action: .*Edda Alderman, by Friday 5 August"), "list item")
        if at + 1 < dream.N_GROUPS:
            desk.click("The next group", "push button")
    desk.expect(re.compile("^Saved at 13:58"))
    dream.check_notes(desk)


def export(desk):
    desk.click("All groups", "push button")
    for at, lines in enumerate(dream.NOTES[:3]):
        for _, words in lines:
            desk.expect(words)
    desk.click("More", "push button")
    desk.click("Save all notes as text…", "menu item")
    path = os.path.join(desk.home, "dream.md")
    dream.save_as(desk, path)
    wait_for("the text", lambda: os.path.exists(path))
    dream.check_markdown(path)


with Desk(now=dream.NOW) as desk:
    for step in (begin, mix, move, mend, take_notes, export, dream.come_back):
        step(desk)
        print("ok", step.__name__, flush=True)
