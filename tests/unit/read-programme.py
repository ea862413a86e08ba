#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the pages that Plenary makes of programmes: nothing in them runs, loads
or leads anywhere but to pages, whatever the programme holds.

Usage: read-programme.py TEST-HTML-WRITE [--seed SEED]; prints TAP.
"""
import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import traceback
import xml.etree.ElementTree
from html.parser import HTMLParser

ELEMENTS = set("html head meta title link style script body a header h1 h2 h3 h4 p time div nav ul li main section article "
               "strong span br details summary footer".split())
ATTRIBUTES = set("lang charset http-equiv content name rel href type class id dir datetime aria-label aria-hidden".split())


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.ids, self.texts, self.inside, self.policy, self.articles = [], {}, None, None, 0
        self.feed(text)
        self.close()

    def handle_starttag(self, element, attributes):
        assert element in ELEMENTS, element
        self.inside = element
        self.articles += element == "article"
        given = dict(attributes)
        assert len(given) == len(attributes)
        for name, value in attributes:
            assert name in ATTRIBUTES, name
            if name == "href":
                assert re.match(r"https?://[^/@]+(/|$|\?)|#[a-z0-9-]+$", value, re.I), value
        if "id" in given:
            self.ids.append(given["id"])
        if element == "script":
            assert attributes == [("type", "application/ld+json")]
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"]

    handle_startendtag = handle_starttag

    def handle_data(self, data):
        if self.inside in ("style", "script"):
            self.texts.setdefault(self.inside, []).append(data)

    def handle_endtag(self, element):
        self.inside = None

    def handle_comment(self, data):
        raise AssertionError("comment " + data)


def check(name, text):
    xml.etree.ElementTree.fromstring(text)  # well-formed
    page = Page(text)
    assert len(page.ids) == len(set(page.ids))
    style = "".join(page.texts["style"])
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert page.policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in style and "@import" not in style and "expression" not in style
    assert len(page.texts["script"]) == 1
    data = json.loads(page.texts["script"][0])
    assert data["@type"] == "Event" and re.search(r"[+-]\d\d:\d\d$|^\d{4}-\d\d-\d\d$", data["startDate"])
    for part in data["subEvent"]:
        assert part["@id"].split("#")[1] in page.ids
    assert page.articles == int(name.split("-")[1].split(".")[0])
    assert "private.example" not in text


def main():
    with tempfile.TemporaryDirectory(prefix="plenary-programme-") as folder:
        done = subprocess.run([sys.argv[1], "--write", folder, *sys.argv[2:]], check=True, stdout=subprocess.PIPE, text=True)
        print(done.stdout, end="")  # the seed
        names = sorted(os.listdir(folder))
        print(f"1..{len(names)}")
        for number, name in enumerate(names, 1):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                text = file.read()
            try:
                check(name, text)
                print(f"ok {number} {name}")
            except Exception:  # pylint: disable=broad-except
                print(f"not ok {number} {name}")
                print("# " + traceback.format_exc().replace("\n", "\n# "))


if __name__ == "__main__":
    main()
