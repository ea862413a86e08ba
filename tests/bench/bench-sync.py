#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much a sync costs, beside curl doing the least that can be done: bench-sync.py PLENARYCTL

Both talk to the same Radicale on this computer, which was asked for everything before, so that its cache is made.
SYNC_SIZES (1000) are sizes of the calendar, with spaces; SYNC_UPLOAD (100) is how many new objects are sent. The long
form: SYNC_SIZES='1000 10000' SYNC_UPLOAD=1000, which takes some minutes, nearly all of them in Radicale. Where
vdirsyncer is installed, it stands beside them.

Processor time is that of the whole program; what its start and opening the library take (“account list”) is not counted
where nothing is new. Fails if a goal is missed; without Radicale nothing is measured."""
import hashlib
import json
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'servers'))
import servers  # noqa: E402

USER = servers.USERS[0]
WORDS = 'talk panel keynote badge room venue speaker session lunch break workshop poster demo stream hall desk'.split()
SPACES = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"'


def sample(i, salt=0):
    """An event of about 1.2 KB; one in twenty has thirty guests."""
    lot = random.Random(i)
    text = ' '.join(lot.choice(WORDS) for _ in range(95))
    folded = '\r\n '.join(text[at:at + 70] for at in range(0, len(text), 70))
    guests = ''
    if i % 20 == 0:
        guests = f'ORGANIZER;CN=Organiser:mailto:{USER}@example.com\r\n' + ''.join(
            f'ATTENDEE;CN=Guest {k};SCHEDULE-AGENT=NONE;PARTSTAT={lot.choice(("ACCEPTED", "DECLINED", "NEEDS-ACTION"))}\r\n'
            f' ;RSVP=TRUE:mailto:guest{k}@example.org\r\n' for k in range(30))
    return ('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Another//EN\r\nBEGIN:VEVENT\r\n'
            f'UID:{hashlib.sha1(b"%d" % i).hexdigest()[:24]}@example.org\r\nDTSTAMP:20261101T120000Z\r\n'
            f'DTSTART:2027{1 + i // 28 % 12:02}{1 + i % 28:02}T{7 + i % 12:02}0000Z\r\nDURATION:PT45M\r\n'
            f'SUMMARY:Session {i}\r\nLOCATION:Hall {i % 9}\r\nSEQUENCE:{salt}\r\nDESCRIPTION:{folded}\r\n'
            f'{guests}END:VEVENT\r\nEND:VCALENDAR\r\n')


def measure(*command, given=None):
    """Its output, seconds, and seconds of processor time."""
    before, since = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(command, input=given, capture_output=True)
    wall, after = time.monotonic() - since, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        raise AssertionError((command, done.returncode, done.stdout + done.stderr))
    return done.stdout, wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


class Curl:
    """The least: one report of changes, one of what changed, one write after the other."""

    def __init__(self, server, path, folder):
        self.url = server.url.rstrip('/') + path
        self.login = f'{USER}:{server.passwords[USER]}'
        self.folder = folder
        self.token = ''

    def report(self, body):
        with open(os.path.join(self.folder, 'body'), 'w', encoding='utf-8') as file:
            file.write(body)
        return measure('curl', '-sS', '--compressed', '--noproxy', '*', '-u', self.login, '-X', 'REPORT', '-H', 'Depth: 1', '-H',
                       'Content-Type: application/xml', '--data-binary', '@' + file.name, self.url)

    def sync(self):
        said, wall, cpu = self.report(
            f'<d:sync-collection {SPACES}><d:sync-token>{self.token}</d:sync-token><d:sync-level>1</d:sync-level>'
            '<d:prop><d:getetag/></d:prop></d:sync-collection>')
        said = said.decode()
        self.token = re.search(r'sync-token>([^<]*)<', said)[1]
        hrefs = re.findall(r'href>([^<]*\.ics)<', said)
        if hrefs:
            _, more_wall, more_cpu = self.report(
                f'<c:calendar-multiget {SPACES}><d:prop><d:getetag/><c:calendar-data/></d:prop>'
                + ''.join(f'<d:href>{href}</d:href>' for href in hrefs) + '</c:calendar-multiget>')
            wall, cpu = wall + more_wall, cpu + more_cpu
        return wall, cpu

    def upload(self, n):
        lines = []
        for i in range(n):
            path = os.path.join(self.folder, f'{i}.ics')
            with open(path, 'w', encoding='utf-8', newline='') as file:
                file.write(sample(i))
            lines += [*(['next'] if i > 0 else []), f'url = "{self.url}{i}.ics"', f'upload-file = "{path}"',
                      'output = "/dev/null"', f'user = "{self.login}"', 'header = "If-None-Match: *"', 'header = "Expect:"',
                      'header = "Content-Type: text/calendar"', 'noproxy = "*"']
        with open(os.path.join(self.folder, 'config'), 'w', encoding='utf-8') as file:
            file.write('\n'.join(lines))
        return measure('curl', '-sS', '-K', file.name)[1:]


class Plenary:
    def __init__(self, server, calendar, folder):
        self.password = server.passwords[USER].encode()
        self.library = os.path.join(folder, 'library')
        self.run('account', 'add', '--url', server.url, '--user', USER, '--password-stdin', '--calendar', calendar,
                 given=self.password)

    def run(self, *arguments, given=None):
        said, *spent = measure(sys.argv[1], '--library', self.library, *arguments, '--json', given=given)
        return json.loads(said), *spent

    def start(self):
        """Processor time of a command that needs no server."""
        return min(self.run('account', 'list')[2] for _ in range(3))

    def sync(self):
        said, wall, cpu = self.run('sync', '--password-stdin', given=self.password)
        return said['sync'], wall, cpu

    def take(self, n, calendar, folder):
        path = os.path.join(folder, 'new.ics')
        with open(path, 'w', encoding='utf-8', newline='') as file:
            file.write('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Another//EN\r\n')
            for i in range(n):
                file.write('BEGIN:VEVENT' + sample(i).split('BEGIN:VEVENT')[1].split('END:VCALENDAR')[0])
            file.write('END:VCALENDAR\r\n')
        self.run('import', path, '--calendar', calendar)


class Vdirsyncer:
    def __init__(self, server, calendar, folder):
        self.config = os.path.join(folder, 'config')
        with open(self.config, 'w', encoding='utf-8') as file:
            file.write(f'[general]\nstatus_path = "{folder}/status/"\n[pair p]\na = "here"\nb = "there"\n'
                       f'collections = ["{calendar}"]\n[storage here]\ntype = "filesystem"\npath = "{folder}/here/"\n'
                       f'fileext = ".ics"\n[storage there]\ntype = "caldav"\nurl = "{server.url}{USER}/"\nusername = "{USER}"\n'
                       f'password = "{server.passwords[USER]}"\nitem_types = ["VEVENT"]\n')
        os.makedirs(os.path.join(folder, 'here', calendar))
        measure('vdirsyncer', '-c', self.config, 'discover', given=b'y\n' * 9)

    def sync(self):
        return measure('vdirsyncer', '-c', self.config, 'sync')[1:]


class Bench:
    def __init__(self, server, top):
        self.server, self.top = server, top
        self.missed = False
        print(f'{"":34} {"s":>7} {"cpu s":>7} {"requests":>9} {"received":>9}')

    def folder(self, name):
        path = os.path.join(self.top, name)
        os.makedirs(path)
        return path

    def show(self, what, wall, cpu, counts=None, /, **goals):
        known = {'wall': wall, 'cpu': cpu, **(counts or {})}
        over = [f'{name} {goals[name]:g}' for name in goals if known[name] > goals[name]]
        self.missed = self.missed or bool(over)
        print(f'{what:34} {wall:7.2f} {cpu:7.3f}', f'{counts["requests"]:9} {counts["bytes_received"]:9}' if counts else '',
              '   misses ' + ', '.join(over) if over else '', flush=True)

    def fill(self, name, n):
        path = self.server.make_calendar(name)
        folder = os.path.join(self.server.folder, 'collections', 'collection-root', USER, name)
        for i in range(n):
            with open(os.path.join(folder, f'e{i}.ics'), 'w', encoding='utf-8', newline='') as file:
                file.write(sample(i))
        return path

    def change_ten(self, path, salt):
        for i in range(10):
            status, said = self.server.request('PUT', f'{path}e{i * 7 + 3}.ics', body=sample(i * 7 + 3, salt),
                                               Content_Type='text/calendar')
            if status not in (201, 204):
                raise AssertionError((status, said))

    def download(self, n):
        name = f'c{n}'
        path = self.fill(name, n)
        curl = Curl(self.server, path, self.folder(f'curl-{n}'))
        curl.sync()
        curl.token = ''
        floor = curl.sync()
        plenary = Plenary(self.server, name, self.folder(f'plenary-{n}'))
        peer = Vdirsyncer(self.server, name, self.folder(f'vdirsyncer-{n}')) if shutil.which('vdirsyncer') else None

        goals = {'requests': 12, 'bytes_received': 300_000, 'cpu': 0.4} if n <= 1000 else {'cpu': n * 0.0002, 'wall': 1.3 * floor[0]}
        for step in ('first', 'nothing new', 'ten changes'):
            if step == 'ten changes':
                self.change_ten(path, 1)
            if step != 'first':
                floor = curl.sync()
            counts, wall, cpu = plenary.sync()
            if step == 'first': # by the better of two, as curl is not the first to ask either
                again = Plenary(self.server, name, self.folder(f'plenary-again-{n}')).sync()
                wall, cpu = min(wall, again[1]), min(cpu, again[2])
            if step == 'nothing new':
                cpu = max(0, cpu - plenary.start())
            self.show(f'{n}: {step}, curl', *floor)
            self.show(f'{n}: {step}, Plenary', wall, cpu, counts, **goals)
            if step != 'nothing new' and counts['downloaded'] != (n if step == 'first' else 10):
                raise AssertionError(counts)
            if peer is not None:
                self.show(f'{n}: {step}, vdirsyncer', *peer.sync())
            goals = {'requests': 1, 'bytes_received': 1000, 'cpu': 0.02} if step == 'first' \
                else {'requests': 3, 'bytes_received': 20_000}

    def upload(self, n):
        floor = Curl(self.server, self.server.make_calendar('curl'), self.folder('curl')).upload(n)
        self.server.make_calendar('upload')
        plenary = Plenary(self.server, 'upload', self.folder('upload'))
        plenary.sync()
        plenary.take(n, 'upload', self.top)
        counts, wall, cpu = plenary.sync()
        self.show(f'{n} new ones sent, curl', *floor)
        self.show(f'{n} new ones sent, Plenary', wall, cpu, counts, cpu=max(0.1, n / 1000))
        if counts['uploaded'] != n:
            raise AssertionError(counts)


def main():
    sizes = [int(size) for size in os.environ.get('SYNC_SIZES', '1000').split()]
    with tempfile.TemporaryDirectory(prefix='plenary-bench-') as top:
        try:
            servers.need('curl')
            with servers.start('radicale', os.path.join(top, 'server')) as server:
                bench = Bench(server, top)
                for size in sizes:
                    bench.download(size)
                bench.upload(int(os.environ.get('SYNC_UPLOAD', '100')))
        except servers.Missing as missing:
            print(f'{missing}: nothing is measured.')
            return 77
    return 1 if bench.missed else 0


if __name__ == '__main__':
    sys.exit(main())
