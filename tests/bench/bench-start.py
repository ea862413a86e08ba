#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long until the window is there, beside an empty window in the same run.

bench-start.py PLENARY PLENARYCTL EMPTY-WINDOW

Both programs are started in turn, several times, without GL; each start is
compared with the empty window's beside it, and the median counts. The first
frame with the sidebar filled may take 2.2 times as long as the empty window's,
all content 3 times as long, and the memory (PSS) may be 80 MB.
"""
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 7
FIRST, READY, MEMORY = 2.2, 3.0, 80.0


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


def main():
    plenary, plenaryctl, empty = sys.argv[1:4]
    with tempfile.TemporaryDirectory(prefix="plenary-bench-") as home:
        environment = dict(os.environ, HOME=home, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home, XDG_CACHE_HOME=home,
                           XDG_RUNTIME_DIR=home, GTK_A11Y="none", GSK_RENDERER="cairo", GDK_DEBUG="gl-disable",
                           GSETTINGS_BACKEND="memory", ADW_DISABLE_PORTAL="1", GTK_USE_PORTAL="0",
                           GIO_USE_VFS="local", DBUS_SESSION_BUS_ADDRESS="disabled:", PLENARY_MARKS="1")
        environment.pop("G_DEBUG", None)
        os.chmod(home, 0o700)
        library = os.path.join(home, "library")
        subprocess.run([plenaryctl, "sample", library], env=environment, check=True, stdout=subprocess.DEVNULL)
        rows = {"empty": [], "plenary": []}
        for run in range(RUNS + 1):
            for name, command in (("empty", [empty]), ("plenary", [plenary, "--library", library])):
                figures = start(command, environment)
                if run > 0:  # the first warms the caches
                    rows[name].append(figures)
                time.sleep(0.1)  # let the screen forget the window
    middle = {name: [statistics.median(column) for column in zip(*figures)] for name, figures in rows.items()}
    for name, (first, ready, memory) in middle.items():
        print(f"{name:8} first frame {first:.3f} s   ready {ready:.3f} s   memory {memory:.1f} MB")
    first, ready = (statistics.median(ours[i] / floor[0] for ours, floor in zip(rows["plenary"], rows["empty"])) for i in (0, 1))
    print(f"ratio    first frame {first:.2f} (at most {FIRST})   ready {ready:.2f} (at most {READY})")
    missed = first > FIRST or ready > READY or middle["plenary"][2] > MEMORY
    print("missed" if missed else "met")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
