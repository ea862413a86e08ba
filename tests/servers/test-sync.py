#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""plenaryctl against a real calendar server: test-sync.py KIND [TEST…]

Skips, saying so, where the server cannot run."""
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'cli'))
import plenaryctl  # noqa: E402
import servers  # noqa: E402

KIND = ''
IS_TLS = False


class Person:
    """An organiser with a library of her own."""

    def __init__(self, case, name, user=servers.USERS[0]):
        self.case = case
        self.user = user
        self.library = os.path.join(case.top, name)

    def run(self, *arguments, given=None, code=0):
        """What it answers; it has to end with that code."""
        done = subprocess.run([plenaryctl.PROGRAM, '--library', self.library, *arguments, '--json'],
                              input=None if given is None else given.encode(), capture_output=True, timeout=120,
                              env={**os.environ, 'PLENARY_NOW': plenaryctl.NOW, 'G_DEBUG': 'fatal-warnings'})
        said = done.stdout.decode() + done.stderr.decode()
        self.case.assertIn(done.returncode, code if isinstance(code, tuple) else (code,), (arguments, said))
        return json.loads(done.stderr if code in (1, 2) else done.stdout)

    @property
    def password(self):
        return self.case.server.passwords[self.user]

    def join(self, *more, code=0):
        """Adds the account, on the server that the case trusts."""
        return self.run('account', 'add', '--url', self.case.server.url, '--user', self.user, '--password-stdin', *more,
                        *self.case.trust, given=self.password, code=code)

    def sync(self, code=0):
        answer = self.run('sync', '--password-stdin', given=self.password, code=code)
        return answer.get('sync', answer)

    def titles(self):
        return sorted(one['title'] for one in self.run('gatherings')['gatherings'])

    def gathering(self, uid):
        return self.run('show', uid)

    def texts(self):
        """All objects of the library as text, by UID."""
        found = {}
        for folder, _, files in os.walk(os.path.join(self.library, 'calendars')):
            for name in files:
                if name.endswith('.ics'):
                    with open(os.path.join(folder, name), encoding='utf-8', newline='') as file:
                        text = file.read()
                    found[re.search(r'^UID:(.*?)\r?$', text, re.M)[1]] = text
        return found


class Sync(unittest.TestCase):
    """One gathering, shared by two organisers of one account."""

    @classmethod
    def setUpClass(cls):
        cls.top = tempfile.mkdtemp(prefix='plenary-servers-')
        os.chmod(cls.top, 0o755)  # Cyrus runs as somebody else
        certificate = servers.make_certificate(cls.top) if IS_TLS else None
        cls.server = servers.start(KIND, os.path.join(cls.top, 'server'), certificate=certificate)
        cls.addClassCleanup(shutil.rmtree, cls.top)
        cls.server.start()
        cls.addClassCleanup(cls.server.stop)

    def setUp(self):
        self.trust = ('--trust', servers.fingerprint(self.server.certificate[0])) if IS_TLS else ()
        name = 'c' + re.sub(r'[^a-z]', '', self.id().rsplit('.', 1)[1].lower())
        self.path = self.server.make_calendar(name)
        self.calendar = name
        self.ada = Person(self, name + '-ada')
        self.bo = Person(self, name + '-bo')
        for person in (self.ada, self.bo):
            person.join('--calendar', name)

    def gather(self, title='CPD23 meet-up'):
        """A gathering with two sessions, made by Ada and known to both."""
        uid = self.ada.run('new', '--title', title, '--start', '2026-12-01T18:00', '--zone', 'Europe/London',
                           '--duration', 'PT3H')['uid']
        for start, what in (('2026-12-01T18:10', 'Welcome'), ('2026-12-01T19:00', 'Breakouts')):
            self.ada.run('session', 'new', '--gathering', uid, '--title', what, '--start', start, '--room', 'Room 1')
        self.settle()
        return uid

    def settle(self, code=0):
        for person in (self.ada, self.bo, self.ada):
            person.sync(code)

    def settle_whatever(self):
        """Syncs, whether or not something waits for a decision."""
        for person in (self.ada, self.bo, self.ada):
            person.sync((0, 3))

    def test_both_ways(self):
        uid = self.gather()
        self.assertEqual(self.bo.titles(), ['CPD23 meet-up'])
        self.assertEqual(len(self.bo.run('agenda')['agenda']), 3)
        self.bo.run('edit', uid, '--location', 'Library')
        self.ada.run('edit', uid, '--description', 'Bring a friend')
        self.settle()
        for person in (self.ada, self.bo):
            shown = person.gathering(uid)['gathering']
            self.assertEqual((shown['location'], shown['description']), ('Library', 'Bring a friend'))
        # Nothing is left to do, and nothing is done.
        for person in (self.ada, self.bo):
            counts = person.sync()
            self.assertEqual([counts[name] for name in ('downloaded', 'uploaded', 'merged', 'conflicts', 'deleted')], [0] * 5)

    def test_own_lines_are_unharmed(self):
        uid = self.gather()
        before = self.ada.texts()
        self.bo.run('edit', uid, '--location', 'Library')
        self.settle()
        after = self.ada.texts()
        self.assertEqual(before.keys(), after.keys())
        for one, text in before.items():
            mine = [line for line in plenaryctl.unfold(text) if line.startswith('X-PLENARY-')]
            self.assertTrue(mine)
            self.assertEqual(mine, [line for line in plenaryctl.unfold(after[one]) if line.startswith('X-PLENARY-')])
            if one != uid:
                self.assertEqual(text, after[one])

    def test_offline(self):
        uid = self.gather()
        self.server.stop()
        try:
            self.ada.run('edit', uid, '--title', 'Meet-up by candlelight')
            self.assertIn('error', self.ada.sync(1))
            self.assertEqual(self.ada.titles(), ['Meet-up by candlelight'])
        finally:
            self.server.start()
        self.settle()
        self.assertEqual(self.bo.titles(), ['Meet-up by candlelight'])

    def test_conflict(self):
        uid = self.gather()
        self.ada.run('edit', uid, '--title', 'Meet-up at seven')
        self.bo.run('edit', uid, '--title', 'Meet-up at eight')
        self.ada.sync()
        counts = self.bo.sync(3)
        self.assertEqual(counts['conflicts'], 1)
        self.assertEqual(self.bo.titles(), ['Meet-up at seven'])
        questions = self.bo.run('conflicts', code=3)['conflicts']
        self.assertEqual(len(questions), 1)
        self.assertIn('Meet-up at eight', json.dumps(questions))
        self.bo.run('conflicts', '--solve', uid, 'mine')
        self.settle()
        self.assertEqual(self.ada.titles(), ['Meet-up at eight'])
        self.assertEqual(self.bo.run('conflicts')['conflicts'], [])

    def test_delete(self):
        uid, stays = self.gather(), self.gather('Reading group')
        self.ada.run('delete', uid)
        self.settle()
        self.assertEqual(self.bo.titles(), ['Reading group'])
        self.assertEqual(len(self.server.texts(self.path)), 3)
        self.assertEqual(self.ada.gathering(stays)['gathering']['title'], 'Reading group')

    def test_deleted_here_changed_there(self):
        uid = self.gather()
        self.ada.run('delete', uid)
        self.bo.run('edit', uid, '--location', 'Library')
        self.bo.sync()
        self.settle()
        for person in (self.ada, self.bo):
            self.assertEqual(person.gathering(uid)['gathering']['location'], 'Library')

    def test_calendar_gone(self):
        uid = self.gather()
        self.bo.run('edit', uid, '--location', 'Library')
        self.assertIn(self.server.request('DELETE', self.path)[0], (200, 204))
        self.bo.sync(1)
        self.assertEqual(self.bo.gathering(uid)['gathering']['location'], 'Library')
        self.assertEqual(len(self.bo.run('agenda')['agenda']), 3)

    def test_all_gone(self):
        """Somebody emptied the calendar; nobody here said that all is to go."""
        for title in ('One', 'Two', 'Three', 'Four'):
            self.gather(title)
        for path in self.server.texts(self.path):
            self.server.request('DELETE', path)
        self.bo.sync(3)
        self.assertEqual(self.bo.titles(), ['Four', 'One', 'Three', 'Two'])

    def test_password_changes(self):
        if not self.server.has_passwords:
            self.skipTest('this server has no passwords')
        uid = self.gather()
        self.ada.run('edit', uid, '--location', 'Library')
        old = self.ada.password
        self.server.passwords[self.ada.user] = 'another'
        self.server.restart()
        try:
            said = self.ada.run('sync', '--password-stdin', given=old, code=1)
            self.assertEqual(said['error']['code'], 'password')
            self.assertNotIn(old, said['error']['message'])
            self.settle()
            self.assertEqual(self.bo.gathering(uid)['gathering']['location'], 'Library')
        finally:
            self.server.passwords[self.ada.user] = old
            self.server.restart()

    def test_nobody_is_told(self):
        """Whatever is done to a gathering with guests outside, no mail leaves."""
        if KIND != 'cyrus':
            self.skipTest('this server sends no mail')
        uid = self.gather()
        for person, name in ((self.ada, 'Ada'), (self.bo, 'Bo')):
            person.run('identity', '--name', name, '--email', f'{person.user}@{servers.DOMAIN}')
        self.ada.run('edit', uid, '--organizer', f'Ada <{self.ada.user}@{servers.DOMAIN}>')
        self.ada.run('attend', '--gathering', uid, 'Ivo Larch <ivo@outside.example>', 'Una Tarn <una@outside.example>',
                     'Kit Thistle <kit@outside.example>')
        self.settle_whatever()
        people = self.ada.run('attendees', '--gathering', uid)['attendees']
        self.assertEqual(len(people), 3)
        first = people[0]['id']
        session = self.ada.run('sessions', '--gathering', uid)['sessions'][0]['uid']
        of = ('--gathering', uid)
        for command in (
                ('edit', uid, '--title', 'Meet-up at seven'), ('edit', uid, '--start', '2026-12-01T19:00'),
                ('edit', uid, '--location', 'Library'), ('edit', uid, '--state', 'published'),
                ('edit', uid, '--status', 'cancelled'), ('undo',), ('rsvp', *of, first, 'accepted'), ('undo',), ('redo',), ('rsvp', *of, people[1]['id'], 'accepted'),
                ('session', 'edit', session, '--room', 'Room 2'), ('session', 'delete', session), ('undo',),
                ('check-in', *of, first), ('check-out', *of, first), ('walk-in', *of, 'Zoë <zoe@outside.example>'),
                ('round', 'new', *of, '--start', '2026-12-01T19:30', '--duration', 'PT30M', '--groups', '2'),
                ('mix', *of, '--rounds', '1', '--size', '2', '--who', 'going', '--steps', '1000'), ('undo',),
                ('export', *of, '--format', 'ics', '-o', self.top + '/a.ics'), ('import', self.top + '/a.ics'),
                ('export', *of, '--format', 'invitation', '-o', self.top + '/invitations'),
                ('edit', uid, '--start', '2026-12-01T20:00'), ('rsvp', *of, first, 'declined'), ('undo',),
                ('backup', self.top + '/all'), ('delete', uid), ('undo',), ('delete', uid),
                ('restore', self.top + '/all')):
            self.ada.run(*command, code=(0, 3))
            self.settle_whatever()
            self.assertEqual(self.server.mails(), [], command)

        # What another program made, and would tell, waits.
        path = os.path.join(self.top, 'party.ics')
        with open(path, 'w', encoding='utf-8', newline='') as file:
            file.write('\r\n'.join((
                'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Another program//EN', 'BEGIN:VEVENT', 'UID:party@example.com',
                'DTSTAMP:20261101T100000Z', 'DTSTART:20261205T180000Z', 'DTEND:20261205T200000Z', 'SUMMARY:Party',
                f'ORGANIZER:mailto:{self.ada.user}@{servers.DOMAIN}', 'ATTENDEE:mailto:ivo@outside.example',
                'END:VEVENT', 'END:VCALENDAR', '')))
        self.ada.run('import', '--as', 'events', '--calendar', self.calendar, path)
        self.assertEqual(self.ada.sync(3)['waiting'], 1)
        self.assertEqual(self.server.mails(), [])

    def test_server_restarts(self):
        uid = self.gather()
        self.server.restart()
        self.bo.run('edit', uid, '--location', 'Library')
        self.settle()
        self.assertEqual(self.ada.gathering(uid)['gathering']['location'], 'Library')

    def test_killed_in_the_middle(self):
        """The program is killed wherever it is; in the end both sides have everything."""
        seed = int(os.environ.get('PLENARY_SEED', random.SystemRandom().randrange(1 << 30)))
        print(f'# PLENARY_SEED={seed}', flush=True)
        chance = random.Random(seed)
        uids = [self.gather(f'Meet-up {number}') for number in range(6)]
        for turn in range(5):
            for number, uid in enumerate(uids):
                self.ada.run('edit', uid, '--location', f'Room {turn}')
                self.bo.run('edit', uid, '--description', f'Turn {turn}')
            for person in (self.ada, self.bo):
                running = subprocess.Popen(
                    [plenaryctl.PROGRAM, '--library', person.library, 'sync', '--password-stdin'], stdin=subprocess.PIPE,
                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                    env={**os.environ, 'PLENARY_NOW': plenaryctl.NOW})
                running.stdin.write(person.password.encode())
                running.stdin.close()
                try:
                    running.wait(chance.uniform(0.02, 0.3))
                except subprocess.TimeoutExpired:
                    running.send_signal(signal.SIGKILL)
                    running.wait()
            self.settle()
            for person in (self.ada, self.bo):
                self.assertEqual(person.run('check')['check']['problems'], [])
                for uid in uids:
                    shown = person.gathering(uid)['gathering']
                    self.assertEqual((shown['location'], shown['description']), (f'Room {turn}', f'Turn {turn}'))


def can_run():
    """Whether the server can run here; says why not."""
    with tempfile.TemporaryDirectory(prefix='plenary-servers-') as folder:
        os.chmod(folder, 0o755)
        try:
            certificate = servers.make_certificate(folder) if IS_TLS else None
            with servers.start(KIND, os.path.join(folder, 'server'), certificate=certificate):
                return True
        except servers.Missing as why:
            print(f'skipped: {why}')
            return False


if __name__ == '__main__':
    KIND, _, tls = sys.argv.pop(1).partition('+')
    IS_TLS = tls == 'tls'
    if not can_run():
        sys.exit(77)
    if IS_TLS and len(sys.argv) == 1:  # the rest is the same without
        sys.argv += ['Sync.' + name for name in ('test_both_ways', 'test_offline', 'test_password_changes')]
    unittest.main(verbosity=2)
