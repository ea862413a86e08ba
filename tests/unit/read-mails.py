#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Other programs read the mails that Plenary writes: python3's email package
their structure, python3-icalendar and libical what they invite to.

Usage: read-mails.py TEST-MAIL-MESSAGE; prints TAP.
"""
import ctypes
import ctypes.util
import email
import email.header
import email.policy
import os
import subprocess
import sys
import tempfile

try:
    import icalendar
except ImportError:
    print("1..0 # SKIP python3-icalendar is not installed")
    sys.exit(0)


def libical():
    library = ctypes.CDLL(ctypes.util.find_library("ical"))
    library.icalparser_parse_string.restype = ctypes.c_void_p
    for name in ("icalcomponent_count_errors", "icalcomponent_free",
                 "icalcomponent_get_first_real_component"):
        getattr(library, name).argtypes = [ctypes.c_void_p]
    for name in ("icalcomponent_get_first_real_component",):
        getattr(library, name).restype = ctypes.c_void_p
    library.icalcomponent_get_uid.argtypes = [ctypes.c_void_p]
    library.icalcomponent_get_uid.restype = ctypes.c_char_p
    return library


LIBICAL = libical()
LETTERS = "Łukasz 集まり-with-a-name-that-goes-on-and-on-Żółć-ŻółćŻółćŻółćŻółćŻółćŻółćŻółćŻółćŻółć"


def check_calendar(part, method):
    assert part.get_content_type() == "text/calendar"
    assert part.get_param("method") == method and part.get_param("charset").upper() == "UTF-8"
    assert part.get_content_disposition() is None
    assert part["Content-Transfer-Encoding"] == "base64"
    data = part.get_payload(decode=True)
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar["METHOD"] == method
    (event,) = calendar.walk("VEVENT")
    assert event["UID"] == "g1@plenary" and event["SUMMARY"] == "Treffen für Łódź — 集まり"
    assert event["ATTENDEE"].params["RSVP"] == "TRUE"
    assert b"\r\n" in data and b"\n" not in data.replace(b"\r\n", b"")
    read = LIBICAL.icalparser_parse_string(data)
    assert read and LIBICAL.icalcomponent_count_errors(read) == 0
    assert LIBICAL.icalcomponent_get_uid(LIBICAL.icalcomponent_get_first_real_component(read)) == b"g1@plenary"
    LIBICAL.icalcomponent_free(read)


def check(name, data):
    mail = email.message_from_bytes(data, policy=email.policy.SMTP)
    assert not mail.defects
    assert mail["MIME-Version"] == "1.0" and mail["Message-ID"] == "<abc123@example.org>"
    assert mail["Date"].datetime.timestamp() == 1780000000
    (sender,) = mail["From"].addresses
    (to,) = mail["To"].addresses
    assert sender.addr_spec == "ada@example.org" and to.addr_spec == "cosima@example.org"
    assert mail.get_content_type() == "multipart/alternative"
    parts = list(mail.iter_parts())
    kinds = [part.get_content_type() for part in parts]
    if name == "remind":
        assert kinds == ["text/plain", "text/html"] and sender.display_name == ""
    else:
        assert kinds == ["text/plain", "text/html", "text/calendar"], kinds
        check_calendar(parts[2], "CANCEL" if name == "cancel" else "REQUEST")
    for part in parts:
        assert not part.defects
    if name == "reply-to":
        assert mail["Reply-To"].addresses[0].addr_spec == "answers@example.org"
    else:
        assert "Reply-To" not in mail
    text = parts[0].get_content().replace("\r\n", "\n")
    if name == "letters":
        assert sender.display_name == "Zoë Ångström, \"die\" Äbtissin", sender.display_name
        # python3's own parser of addresses puts blanks between encoded words (RFC 2047, 6.2 drops them).
        raw = email.message_from_bytes(data)["To"]
        named = str(email.header.make_header(email.header.decode_header(raw)))
        assert named == LETTERS + " <cosima@example.org>", named
        assert str(mail["Subject"]).startswith("Einladung: Treffen für Łódź — 集まり, und noch viel mehr")
        assert text == "Grüße an Łódź,\n\n集まり =3D trailing blank \n.\n..\nFrom here on\n", text
        assert "Grüße an Łódź," in parts[1].get_content()
    elif name == "long":
        assert text.strip() == "x" * 3000 and "x" * 3000 in parts[1].get_content()
    else:
        assert "\n.\nFrom here on < & >\n" in text, text
        assert "https://example.org/a?b=1&amp;c=2</a>" in parts[1].get_content()


def main():
    with tempfile.TemporaryDirectory(prefix="plenary-mails-") as folder:
        subprocess.run([sys.argv[1], "--write", folder], check=True)
        names = sorted(os.listdir(folder))
        print("1..%d" % len(names))
        for number, name in enumerate(names, 1):
            with open(os.path.join(folder, name), "rb") as file:
                data = file.read()
            try:
                check(name[:-len(".eml")], data)
                print("ok %d %s" % (number, name))
            except Exception as error:
                print("not ok %d %s: %r" % (number, name, error))


main()
