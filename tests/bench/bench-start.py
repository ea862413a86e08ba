#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long until the window is there, beside an empty window in the same run.

bench-start.py PLENARY PLENARYCTL EMPTY-WINDOW

Both programs are started in turn, several times, without GL; each start is
compared with the empty window's beside it, and the median counts. The first
frame with the sidebar filled may take 2.2 times as long as the empty window's,
all content 3 times as long, and the memory (PSS) may be 80 MB.

The same with 10,000 events in the year: the month stands still within a second
and within 4 times what the empty window needs, in the same memory.
"""
import datetime
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 7
FIRST, READY, MEMORY = 2.2, 3.0, 80.0
EVENTS = 10000
MANY_READY, MANY_SECONDS = 4.0, 1.0


def pss(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as f:
        return int(re.search(r"^Pss: *(\d+)", f.read(), re.M).group(1)) / 1000


def start(command, environment):
    """First frame and ready in seconds since the process started, memory in MB."""
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    marks = {}
    try:
        for line in process.stderr:
            mark = re.match(r"mark (\S+) ([\d.]+)", line)
            if mark:
                marks[mark.group(1)] = float(mark.group(2))
            if "ready" in marks and "first-frame" in marks:
                break
        else:
            sys.exit(f"{command[0]} printed no marks")
        memory = pss(process.pid)
    finally:
        process.terminate()
        process.stderr.read()
        process.wait()
    return marks["first-frame"], marks["ready"], memory


def write_events(path):
    """A year of meetings, 27 a day."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Plenary//bench-start//EN"]
    first = datetime.datetime(2011, 1, 1, 8)
    for i in range(EVENTS):
        start = first + datetime.timedelta(days=i % 365, minutes=15 * (i % 40))
        lines += ["BEGIN:VEVENT", f"UID:meeting-{i}@bench", "DTSTAMP:20110101T000000Z",
                  f"DTSTART;TZID=Europe/London:{start:%Y%m%dT%H%M%S}", "DURATION:PT45M",
                  f"SUMMARY:Meeting {i}", f"LOCATION:Room {i % 7}", "END:VEVENT"]
    with open(path, "w", encoding="utf-8", newline="") as f:
        f.write("\r\n".join(lines + ["END:VCALENDAR", ""]))


def ratio(rows, name):
    """First frame and ready as multiples of the empty window's first frame beside them."""
    return [statistics.median(ours[i] / floor[0] for ours, floor in zip(rows[name], rows["empty"])) for i in (0, 1)]


def main():
    plenary, plenaryctl, empty = sys.argv[1:4]
    with tempfile.TemporaryDirectory(prefix="plenary-bench-") as home:
        environment = dict(os.environ, HOME=home, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home, XDG_CACHE_HOME=home,
                           XDG_RUNTIME_DIR=home, GTK_A11Y="none", GSK_RENDERER="cairo", GDK_DEBUG="gl-disable",
                           GSETTINGS_BACKEND="memory", ADW_DISABLE_PORTAL="1", GTK_USE_PORTAL="0",
                           GIO_USE_VFS="local", DBUS_SESSION_BUS_ADDRESS="disabled:", PLENARY_MARKS="1",
                           PLENARY_NOW="2011-07-19T13:12:00Z", TZ="Europe/London")
        environment.pop("G_DEBUG", None)
        os.chmod(home, 0o700)
        library = os.path.join(home, "library")
        subprocess.run([plenaryctl, "sample", library], env=environment, check=True, stdout=subprocess.DEVNULL)
        many = os.path.join(home, "many")
        events = os.path.join(home, "events.ics")
        write_events(events)
        subprocess.run([plenaryctl, "sample", many], env=environment, check=True, stdout=subprocess.DEVNULL)
        subprocess.run([plenaryctl, "--library", many, "import", "--as", "events", events], env=environment, check=True,
                       stdout=subprocess.DEVNULL)
        rows = {"empty": [], "plenary": [], "10,000": []}
        for run in range(RUNS + 1):
            for name, command in (("empty", [empty]), ("plenary", [plenary, "--library", library]),
                                  ("10,000", [plenary, "--library", many])):
                figures = start(command, environment)
                if run > 0:  # the first warms the caches
                    rows[name].append(figures)
                time.sleep(0.1)  # let the screen forget the window
    middle = {name: [statistics.median(column) for column in zip(*figures)] for name, figures in rows.items()}
    for name, (first, ready, memory) in middle.items():
        print(f"{name:8} first frame {first:.3f} s   ready {ready:.3f} s   memory {memory:.1f} MB")
    first, ready = ratio(rows, "plenary")
    print(f"ratio    first frame {first:.2f} (at most {FIRST})   ready {ready:.2f} (at most {READY})")
    many_first, many_ready = ratio(rows, "10,000")
    print(f"10,000   first frame {many_first:.2f}   ready {many_ready:.2f} (at most {MANY_READY}), "
          f"{middle['10,000'][1]:.3f} s (at most {MANY_SECONDS})")
    missed = (first > FIRST or ready > READY or middle["plenary"][2] > MEMORY
              or many_ready > MANY_READY or middle["10,000"][1] > MANY_SECONDS or middle["10,000"][2] > MEMORY)
    print("missed" if missed else "met")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
