# SPDX-License-Identifier: GPL-3.0-or-later
"""The afternoon of the sample: 86 people who are going, three rounds of twelve groups, and what must be true of the
library after each deed, whichever way it was done."""
import re

from desk import wait_for
import story

NOW = "2011-07-19T13:58:00+01:00"  # two minutes before the first round
UID = "lis-dream-launch@plenary"
N_GROUPS = 12

NO_SHOWS = ["Una Pipit", "Oskar Candlewick", "Nessa Bramble"]
LATE = ["Edda Alderman", "Milo Pipit"]

# What is written in the groups of the first round: kind and words.
NOTES = [
    [("point", "Everybody leads something"), ("decision", "Two hosts, every time")],
    [("idea", "A list of contacts, by consent"), ("action", "Ask the four networks")],
    [("question", "What can be shared today?")],
    [("point", "Read one paper a month")],
    [("parked", "Money for travel")],
    [("idea", "A buddy for each newcomer")],
    [("point", "A shared calendar")],
    [("quote", "I had nobody to ask")],
    [("decision", "Start small, and write it down")],
    [("question", "Who are our users?")],
    [("point", "Notes on the same evening")],
    [("action", "Find two sponsors")],
]


def groups(desk, n_round=1):
    told = desk.ctl("groups", "--gathering", UID)["groups"]
    return [group for group in told if group["round"] == f"lis-dream-round-{n_round}@plenary"]


def where(desk, name, n_round=1):
    """The number of the group in which somebody sits; nobody sits in two."""
    found = [group["number"] for group in groups(desk, n_round) for one in group["people"] if one["name"] == name]
    assert len(found) <= 1, f"{name} sits in {found}"
    return found[0] if found else None


def people(desk, n_round):
    return [one["name"] for group in groups(desk, n_round) for one in group["people"]]


def check_rounds(desk, n_people):
    """Everybody sits in one group of each round, and each group has whom it needs."""
    for n_round in (1, 2, 3):
        names = people(desk, n_round)
        assert len(names) == n_people == len(set(names)), f"round {n_round}: {len(names)} places"
        assert len(groups(desk, n_round)) == N_GROUPS
        for group in groups(desk, n_round):
            roles = [one["role"] for one in group["people"]]
            assert roles.count("facilitator") == roles.count("note-taker") == 1, f"group {group['number']}: {roles}"


def check_mended(desk):
    check_rounds(desk, 74 - len(NO_SHOWS) + len(LATE))
    for n_round in (1, 2, 3):
        names = people(desk, n_round)
        assert not set(NO_SHOWS) & set(names) and set(LATE) <= set(names)


def notes(desk):
    """The lines by the number of the group, as kind and words."""
    numbers = {group["uid"]: group["number"] for group in groups(desk)}
    return {numbers[note["parent"]]: [(line["kind"], line["text"]) for line in note["lines"]]
            for note in desk.ctl("notes", "--gathering", UID)["notes"]}


def check_notes(desk):
    wait_for("all notes to be kept", lambda: notes(desk) == {i + 1: lines for i, lines in enumerate(NOTES)})


def check_markdown(path):
    """All that was written, in the order of the groups, with their topics."""
    with open(path, encoding="utf-8") as f:
        text = f.read()
    at = 0
    for lines in NOTES:
        for _, words in lines:
            assert words in text, f"the text lacks {words!r}"
            assert text.index(words) > at, f"{words!r} stands too early"
            at = text.index(words)
    for topic in ("Who leads, and who could?", "Asking for money"):
        assert topic in text
    assert "Edda Alderman" in text and "5 August" in text, "who does it, by when"


def save_as(desk, path):
    """Types a name into the dialog of GTK."""
    wait_for("the dialog", lambda: desk.focused().text.endswith(".md"))
    desk.keys("ctrl+a")
    desk.type(path)
    wait_for("the name to be typed", lambda: desk.focused().text == path)
    desk.keys("Return")


def sentence(desk, words):
    """What the board says of the groups."""
    return desk.expect(re.compile(words), "status bar").name


def come_back(desk):
    before = desk.ctl("groups", "--gathering", UID), desk.ctl("notes", "--gathering", UID)
    desk.quit()
    story.check_library(desk)
    desk.start()
    desk.expect("Breakouts", "page tab")
    assert (desk.ctl("groups", "--gathering", UID), desk.ctl("notes", "--gathering", UID)) == before
    assert story.vdir_is_whole(desk) > 40
