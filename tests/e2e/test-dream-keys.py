# SPDX-License-Identifier: GPL-3.0-or-later
"""The breakouts of a day, from the mix to the notes as a text, without touching the pointer."""
import os
import re

from desk import Desk, wait_for
import dream
import story


def begin(desk):
    desk.go_to("Look at the sample first")
    desk.keys("Return")
    desk.expect("July 2011")
    desk.keys("ctrl+3")
    dream.sentence(desk, "2 not placed\\.$")
    desk.go_to("Lock", "shift+Tab")
    desk.keys("space")
    desk.expect("Round 1, 14:00", "push button")


def mix(desk):
    desk.keys("ctrl+m")
    desk.expect("74 people who are here")
    wait_for("a mix that can be used", lambda: desk.focused().name == "Use this mix")
    desk.keys("Return")
    desk.expect("Undo: Mix 3 rounds", "push button")
    dream.sentence(desk, "^Everybody meets 1[0-9] .*nobody meets twice")
    dream.check_rounds(desk, 74)


def on_card(desk, name, key="Down"):
    """Moves the focus within a group to a card of it."""
    desk.go_to(re.compile(f"^{name},"), key)


def on_group(desk, number):
    desk.go_to(re.compile(f"^Group {number},"), "Right" if number > 1 else "Tab")


def move(desk):
    """One carried by arrows, one sent by a digit; one of them back, and there again."""
    first, second = (dream.groups(desk)[at]["people"][2]["name"] for at in (0, 2))
    on_group(desk, 1)
    on_card(desk, first)
    desk.keys("space")
    dream.sentence(desk, f"^Picked up {first}")
    desk.keys("Right")
    dream.sentence(desk, "^Group 2, then [0-9]+ people\\.")
    desk.keys("Return")
    desk.expect(re.compile(f"^{first},.* Group 2, "), "list item")
    wait_for("the card to be followed", lambda: desk.focused().name.startswith(first))

    desk.go_to(re.compile("; Group 3, "), "Right")
    on_card(desk, second, "Up")
    desk.keys("4")
    desk.expect(re.compile(f"^{second},.* Group 4, "), "list item")
    desk.keys("ctrl+z")
    desk.expect(re.compile(f"^{second},.* Group 3, "), "list item")
    wait_for("the card to be followed", lambda: desk.focused().name.startswith(second))
    desk.keys("4")
    desk.expect(f"Undo: Move {second}", "push button")
    wait_for("the moves to be kept", lambda: (dream.where(desk, first), dream.where(desk, second)) == (2, 4))


def mend(desk):
    """Late people at the door; who did not come, there and on the board."""
    desk.keys("ctrl+2")
    desk.go_to("Check-in")
    desk.keys("Return")
    wait_for("the field", lambda: desk.focused().name == "Name or badge")
    for name in dream.LATE:
        desk.type(name)
        desk.keys("Return")
        desk.expect(f"Welcome: {name}")
    desk.type(dream.NO_SHOWS[0])
    desk.keys("Return")
    desk.expect(re.compile(f"^Already here since .*: {dream.NO_SHOWS[0]}$"))
    desk.go_to("Check out")
    desk.keys("Return")
    desk.expect(f"Checked out: {dream.NO_SHOWS[0]}")
    desk.keys("ctrl+3")
    for name in dream.NO_SHOWS[1:]:
        group = dream.where(desk, name)
        wait_for("the board", lambda: desk.focused() is not None)
        desk.go_to(re.compile("^Group 1,"), "Tab")
        for _ in range(group - 1):
            desk.keys("Right")
        on_card(desk, name)
        desk.keys("h")
        desk.expect(re.compile(f"^{name},.* not here"), "list item")
    desk.keys("ctrl+shift+m")
    desk.expect(re.compile("^[5-8] places change$"), "status bar")
    wait_for("what can be used", lambda: desk.focused().name == "Use")
    desk.keys("Return")
    desk.expect("Undo: Mend the groups", "push button")
    dream.check_mended(desk)


KEYS = {"question": "F3", "idea": "F4", "decision": "F5", "action": "F6", "quote": "F7", "parked": "F8"}


def write(desk, kind, words):
    desk.type(words)
    if kind != "point":
        desk.keys(KEYS[kind])
    desk.expect(re.compile(f"^13:58, {kind}: {re.escape(words)}"), "list item")


def take_notes(desk):
    """In each of the twelve groups; the last is pasted on the board."""
    desk.go_to(re.compile("^Group 1,"), "Tab")
    desk.keys("Return")
    for at, lines in enumerate(dream.NOTES[:-1]):
        desk.expect(f"Group {at + 1}", "label")
        wait_for("a line to write on", lambda: desk.focused().role == "text")
        for i, (kind, words) in enumerate(lines):
            if i > 0:
                desk.keys("Return")
            write(desk, kind, words)
            if words == "Ask the four networks":
                desk.type(" @edda ald")
                desk.keys("Return")
                desk.type(" /fri 5 aug")
                desk.keys("Return")
                desk.expect(re.compile("^13:58, action: .*Edda Alderman, by Friday 5 August"), "list item")
        if at + 2 < dream.N_GROUPS:
            desk.keys("ctrl+Next")
    desk.keys("Escape")
    desk.expect("Mix…", "push button")
    (kind, words), = dream.NOTES[-1]
    desk.go_to(re.compile("^Group 1,"), "Tab")
    for _ in range(dream.N_GROUPS - 1):
        desk.keys("Right")
    wait_for("the last group", lambda: desk.focused().name.startswith("Group 12,"))
    desk.paste(f"{kind.capitalize()}: {words}\n")
    dream.check_notes(desk)


def export(desk):
    desk.keys("Return")
    wait_for("the notes of the last group", lambda: desk.see(re.compile("Find two sponsors"), "list item"))
    desk.go_to("More", "shift+Tab")
    desk.keys("Return")
    desk.expect("Save all notes as text…", "menu item")
    desk.go_to("Save all notes as text…", "Down")
    desk.keys("Return")
    path = os.path.join(desk.home, "dream.md")
    dream.save_as(desk, path)
    wait_for("the text", lambda: os.path.exists(path))
    dream.check_markdown(path)


with Desk(now=dream.NOW) as desk:
    for step in (begin, mix, move, mend, take_notes, export, dream.come_back):
        step(desk)
        print("ok", step.__name__, flush=True)
