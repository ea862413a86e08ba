#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program reads what Plenary writes: python3-icalendar.

Usage: read-invitations.py TEST-ICAL-INVITATION; prints TAP.
"""
import os
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta, timezone

try:
    import icalendar
except ImportError:
    print("1..0 # SKIP python3-icalendar is not installed")
    sys.exit(0)

OFFSETS = {  # minutes to the east of UTC on 1 December 2026, 18:00
    "Europe_London": 0, "Europe_Berlin": 60, "America_New_York": -300, "Australia_Sydney": 660,
    "Asia_Kolkata": 330, "Asia_Tehran": 210, "Africa_Casablanca": 60,
    "W. Europe Standard Time": 60, "UTC": 0,
}


def check(name, data):
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar["METHOD"] == "REQUEST" and calendar["VERSION"] == "2.0" and calendar["CALSCALE"] == "GREGORIAN"
    (event,) = calendar.walk("VEVENT")
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    if name == "floating":
        assert start == datetime(2026, 12, 1, 18) and start.tzinfo is None
    else:
        moment = datetime(2026, 12, 1, 18, tzinfo=timezone.utc) - timedelta(minutes=OFFSETS[name])
        assert start == moment, (start, moment)
        # The rules in the file say the same as the reader's own tables.
        for zone in calendar.walk("VTIMEZONE"):
            there = zone.to_tz().localize(datetime(2026, 12, 1, 18))
            assert there == moment, (there, moment)
    assert end - start == timedelta(hours=2)
    guest = event["ATTENDEE"]  # one, not a list
    assert guest == "mailto:cosima@example.org"
    assert guest.params["ROLE"] == "REQ-PARTICIPANT" and guest.params["PARTSTAT"] == "NEEDS-ACTION"
    assert guest.params["RSVP"] == "TRUE" and guest.params["CN"].startswith("Larkspur, Cosima")
    assert event["ORGANIZER"] == "mailto:ada@example.org"
    assert event["SUMMARY"].startswith("CPD23, the meet-up — a title")
    assert event["DESCRIPTION"] == "One\nTwo; three\n\nhttps://meet.example.org/a"
    assert event["SEQUENCE"] == 3 and event["UID"] == "g1@plenary"
    assert event["DTSTAMP"].dt == datetime(2026, 9, 21, 14, 13, 20, tzinfo=timezone.utc)


def main():
    with tempfile.TemporaryDirectory(prefix="plenary-invitations-") as folder:
        subprocess.run([sys.argv[1], "--write", folder], check=True)
        names = sorted(os.listdir(folder))
        print("1..%d" % len(names))
        for number, name in enumerate(names, 1):
            with open(os.path.join(folder, name), "rb") as file:
                data = file.read()
            try:
                check(name[:-len(".ics")], data)
                print("ok %d %s" % (number, name))
            except Exception as error:
                print("not ok %d %s: %r" % (number, name, error))


main()
