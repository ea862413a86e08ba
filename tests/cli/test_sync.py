#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two libraries on one calendar server: Radicale, where it is installed."""
import base64
import http.client
import json
import os
import shutil
import socket
import subprocess
import time
import unittest

import plenaryctl

PASSWORD = 'säcret-7d1f'
RADICALE = shutil.which('radicale')
QUIET = {'DBUS_SESSION_BUS_ADDRESS': 'unix:path=/nonexistent'}  # no keyring: passwords are not kept


@unittest.skipUnless(RADICALE, 'radicale is not installed')
class Sync(plenaryctl.Library):
    def setUp(self):
        super().setUp()
        with socket.socket() as free:
            free.bind(('127.0.0.1', 0))
            self.port = free.getsockname()[1]
        self.start()
        self.addCleanup(self.stop)
        for name in ('dream', 'private'):
            self.http('MKCALENDAR', '/alice/%s/' % name,
                      '<C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop>'
                      '<D:displayname>%s</D:displayname></D:prop></D:set></C:mkcalendar>' % name.title())
        self.env = QUIET
        self.one, self.two = os.path.join(self.top, 'one'), os.path.join(self.top, 'two')

    def start(self):
        users = self.write('users', 'alice:%s\n' % PASSWORD)
        config = self.write('config', '[server]\nhosts = 127.0.0.1:%d\n[auth]\ntype = htpasswd\n'
                            'htpasswd_filename = %s\nhtpasswd_encryption = plain\ndelay = 0\n'
                            '[storage]\nfilesystem_folder = %s\n[logging]\nlevel = error\n'
                            % (self.port, users, os.path.join(self.top, 'server')))
        self.server = subprocess.Popen([RADICALE, '--config', config], stderr=subprocess.DEVNULL)
        for _ in range(200):
            try:
                socket.create_connection(('127.0.0.1', self.port)).close()
                return
            except OSError:
                time.sleep(0.05)
        self.fail('radicale does not start')

    def stop(self):
        self.server.terminate()
        self.server.wait()

    def http(self, method, path, body=None):
        """What another program does on the server."""
        login = base64.b64encode(('alice:' + PASSWORD).encode()).decode()
        connection = http.client.HTTPConnection('127.0.0.1', self.port)
        connection.request(method, path, body, {'Authorization': 'Basic ' + login})
        answer = connection.getresponse()
        text = answer.read().decode()
        self.assertLess(answer.status, 300, text)
        return text

    def at(self, library, *arguments, password=None, code=0):
        self.folder = library
        given = None if password is None else password + '\n'
        done = self.run_raw(*arguments, '--json', given=given, env=self.env)
        self.assertEqual(done.returncode, code, (done.stdout, done.stderr))
        return json.loads(done.stdout or done.stderr)

    def add(self, library, *more, password=PASSWORD, code=0):
        return self.at(library, 'account', 'add', '--url', 'http://127.0.0.1:%d/' % self.port, '--user', 'alice',
                       '--password-stdin', *more, password=password, code=code)

    def sync(self, library, code=0):
        return self.at(library, 'sync', '--password-stdin', password=PASSWORD, code=code)['sync']

    def join(self, *more):
        for library in (self.one, self.two):
            self.add(library, '--calendar', 'Dream', *more)

    def make(self, title='CPD23 meet-up'):
        return self.at(self.one, 'new', '--title', title, '--start', '2026-12-01T18:00', '--zone', 'Europe/London')['uid']

    def shown(self, library, uid):
        return self.at(library, 'show', uid)['gathering']

    def test_account_is_added_listed_and_removed(self):
        added = self.add(self.one)['account']
        self.assertEqual(sorted(added['calendars']), ['Dream', 'Private'])
        self.assertEqual(self.at(self.one, 'account', 'list')['accounts'][0]['user'], 'alice')
        kept = {c['calendar']: c['account'] for c in self.at(self.one, 'calendars')['calendars']}
        self.assertEqual((kept['Dream'], kept['Organisers']), (added['name'], ''))

        uid = self.make()
        self.sync(self.one)
        self.at(self.one, 'account', 'remove', added['id'])
        self.assertEqual(self.at(self.one, 'account', 'list')['accounts'], [])
        self.assertEqual(self.shown(self.one, uid)['title'], 'CPD23 meet-up')
        self.assertIn('CPD23', self.http('GET', '/alice/dream/') + self.http('GET', '/alice/private/'))

    def test_one_person_placed_twice_is_found_and_mended(self):
        """Two organisers place the same person while they do not see each other."""
        for library in (self.one, self.two):
            self.add(library, '--calendar', 'Dream', '--calendar', 'Private')
        uid = self.make()
        self.at(self.one, 'attend', '--gathering', uid, 'Una Tarn <una@tarn.example>', 'Ada Fenn <ada@fenn.example>')
        self.at(self.one, 'round', 'new', '--gathering', uid, '--start', '2026-12-01T18:30', '--duration', 'PT30M',
                '--groups', '3')
        self.at(self.one, 'place', 'una@tarn.example', '1', '--gathering', uid, '--round', '1')
        self.at(self.one, 'move', '--gathering', uid, '--calendar', 'Dream', '--organisers', 'Private')
        self.sync(self.one)
        self.sync(self.two)

        self.at(self.one, 'place', 'una@tarn.example', '2', '--gathering', uid, '--round', '1', '--role', 'note-taker')
        self.at(self.two, 'place', 'una@tarn.example', '3', '--gathering', uid, '--round', '1')
        for library in (self.one, self.two, self.one):
            self.sync(library)
        for library in (self.one, self.two):
            self.assertEqual([twice['groups'] for twice in self.at(library, 'groups', '--gathering', uid)['twice']], [[2, 3]])
        self.folder = self.two
        self.assertIn('Una Tarn sits in Group 2 and Group 3 of Round 1.', self.say('groups', '--gathering', uid))

        self.at(self.two, 'place', 'una@tarn.example', '2', '--gathering', uid, '--round', '1', '--role', 'note-taker')
        self.assertEqual(self.at(self.two, 'groups', '--gathering', uid)['twice'], [])
        self.at(self.two, 'undo')
        self.assertEqual(len(self.at(self.two, 'groups', '--gathering', uid)['twice']), 1)
        self.at(self.two, 'redo')
        for library in (self.two, self.one):
            self.sync(library)
        groups = self.at(self.one, 'groups', '--gathering', uid)
        self.assertEqual(groups['twice'], [])
        self.assertEqual([[one['role'] for one in group['people']] for group in groups['groups']], [[], ['note-taker'], []])

    def test_wrong_password_is_said_and_nothing_is_kept(self):
        error = self.add(self.one, password='wrong', code=1)['error']
        self.assertEqual(error['code'], 'password')
        self.assertIn('127.0.0.1', error['message'])
        self.assertEqual(self.at(self.one, 'account', 'list')['accounts'], [])

    def test_what_is_no_calendar_server_is_said(self):
        self.folder = self.one
        done = self.run_raw('account', 'add', '--url', 'you@gmail.com', '--user', 'you', '--password-stdin', '--json',
                            given='x\n', env=QUIET)
        self.assertIn('Google', json.loads(done.stderr)['error']['message'])

    def test_both_libraries_become_the_same(self):
        self.join()
        uid = self.make()
        sent = self.sync(self.one)
        self.assertEqual((sent['uploaded'], sent['conflicts'], sent['waiting']), (1, 0, 0))
        self.assertEqual(self.sync(self.two)['downloaded'], 1)
        self.at(self.two, 'edit', uid, '--title', 'CPD23 party')
        self.sync(self.two)
        self.sync(self.one)
        self.assertEqual(self.shown(self.one, uid)['title'], 'CPD23 party')

        nothing = self.sync(self.one)
        self.assertEqual((nothing['requests'], nothing['uploaded'], nothing['downloaded']), (1, 0, 0))
        self.at(self.one, 'delete', uid)
        self.assertEqual(self.sync(self.one)['deleted'], 1)
        self.assertEqual(self.sync(self.two)['deleted'], 1)
        self.assertEqual(self.at(self.two, 'bin')['bin'][0]['uid'], uid)

    def test_conflict_is_kept_and_solved(self):
        self.join()
        uid = self.make()
        self.sync(self.one)
        self.sync(self.two)
        self.at(self.one, 'edit', uid, '--description', 'who pays?')
        self.at(self.two, 'edit', uid, '--description', 'who leads?', '--location', 'The Old Bindery')
        self.sync(self.one)
        self.assertEqual(self.sync(self.two, code=3)['conflicts'], 1)

        conflict, = self.at(self.two, 'conflicts', code=3)['conflicts']
        self.assertEqual((conflict['uid'], conflict['property'], conflict['mine'], conflict['theirs'], conflict['may_both']),
                         (uid, 'DESCRIPTION', 'who leads?', 'who pays?', True))
        self.assertEqual(self.shown(self.two, uid)['description'], 'who pays?')
        self.at(self.two, 'conflicts', '--solve', uid, 'mine')
        self.assertEqual(self.at(self.two, 'conflicts')['conflicts'], [])
        self.sync(self.two)
        self.sync(self.one)
        for library in (self.one, self.two):
            shown = self.shown(library, uid)
            self.assertEqual((shown['description'], shown['location']), ('who leads?', 'The Old Bindery'))

    def test_offline_nothing_is_lost(self):
        self.join()
        uid = self.make()
        self.stop()
        failed = self.sync(self.one, code=1)
        self.assertIn('cannot be reached', failed['problems'][0])
        self.start()
        self.sync(self.one)
        self.sync(self.two)
        self.assertEqual(self.shown(self.two, uid)['title'], 'CPD23 meet-up')

    def test_very_much_that_is_gone_is_asked_for(self):
        self.join()
        uids = [self.make('Meeting %d' % i) for i in range(12)]
        self.sync(self.one)
        self.sync(self.two)
        for uid in uids:
            self.at(self.two, 'delete', uid)
        self.sync(self.two)
        self.assertEqual(self.sync(self.one, code=3)['deleted'], 0)
        question, = self.at(self.one, 'conflicts', code=3)['conflicts']
        self.assertEqual((question['calendar'], question['deleted']), ('Dream', 12))
        self.at(self.one, 'conflicts', '--solve', 'Dream', 'theirs')
        self.assertEqual(self.sync(self.one)['deleted'], 12)
        self.assertEqual(self.at(self.one, 'gatherings')['gatherings'], [])

    def test_very_much_that_is_gone_can_be_put_back(self):
        self.join()
        uids = [self.make('Meeting %d' % i) for i in range(12)]
        self.sync(self.one)
        self.sync(self.two)
        for uid in uids:
            self.at(self.two, 'delete', uid)
        self.sync(self.two)
        self.sync(self.one, code=3)
        self.use_keyring()
        self.add(self.one, '--calendar', 'Dream')  # the password is known from now on
        self.at(self.one, 'conflicts', '--solve', 'Dream', 'mine')
        self.assertEqual(self.sync(self.one)['uploaded'], 12)
        self.assertEqual(self.sync(self.two)['downloaded'], 12)

    def use_keyring(self):
        self.env = {**QUIET, 'SECRET_BACKEND': 'file', 'SECRET_FILE_TEST_PASSWORD': 'x',
                    'SECRET_FILE_TEST_PATH': os.path.join(self.top, 'keyring')}

    def test_nothing_new_is_one_request_however_many_calendars(self):
        self.add(self.one)
        self.make()
        self.sync(self.one)
        self.sync(self.one)
        self.assertEqual(self.sync(self.one)['requests'], 1)

    def test_calendar_for_events_only_says_so(self):
        self.http('MKCALENDAR', '/alice/events/',
                  '<C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop>'
                  '<D:displayname>Events</D:displayname><C:supported-calendar-component-set><C:comp name="VEVENT"/>'
                  '</C:supported-calendar-component-set></D:prop></D:set></C:mkcalendar>')
        self.add(self.one, '--calendar', 'Events', '--calendar', 'Dream')
        notes = {c['calendar']: c['notes'] for c in self.at(self.one, 'calendars')['calendars']}
        self.assertEqual((notes['Events'], notes['Dream']), (False, True))
        uid = self.make()
        shown = self.shown(self.one, uid)
        self.assertEqual(shown['calendar'], 'Events')
        error = self.at(self.one, 'move', '--gathering', uid, '--organisers', 'Events', code=1)['error']
        self.assertIn('takes no notes or actions', error['message'])
        self.assertIn('“Dream”', error['message'])
        self.at(self.one, 'move', '--gathering', uid, '--calendar', 'Dream')

    def test_keyring_keeps_the_password(self):
        self.use_keyring()
        account = self.add(self.one)['account']
        self.assertEqual(self.at(self.one, 'sync')['sync']['problems'], [])
        self.at(self.one, 'account', 'remove', account['id'])
        self.add(self.one, password='wrong', code=1)

    def test_moved_gathering_takes_all_along(self):
        for library in (self.one, self.two):
            self.add(library, '--calendar', 'Dream', '--calendar', 'Private')
        uid = self.make()
        self.folder = self.one
        self.at(self.one, 'session', 'new', '--gathering', uid, '--title', 'Welcome', '--start', '2026-12-01T18:10', '--duration', 'PT20M')
        self.sync(self.one)
        self.at(self.one, 'move', '--gathering', uid, '--calendar', 'Private', '--organisers', 'Private')
        self.sync(self.one)
        self.assertNotIn('Welcome', self.http('GET', '/alice/dream/'))
        self.assertIn('Welcome', self.http('GET', '/alice/private/'))
        self.sync(self.two)
        self.assertEqual(self.shown(self.two, uid)['calendar'], 'Private')

    def test_password_is_nowhere(self):
        self.join()
        self.make()
        self.folder = self.one
        done = self.run_raw('sync', '--password-stdin', given=PASSWORD + '\n', env={**QUIET, 'G_MESSAGES_DEBUG': 'all'})
        self.assertEqual(done.returncode, 0, done.stderr)
        secrets = [PASSWORD.encode(), base64.b64encode(('alice:' + PASSWORD).encode())]
        for folder, _, files in os.walk(self.one):
            for name in files:
                with open(os.path.join(folder, name), 'rb') as file:
                    text = file.read()
                for secret in secrets:
                    self.assertNotIn(secret, text, name)
        for secret in secrets:
            self.assertNotIn(secret, (done.stdout + done.stderr).encode())

    def test_without_a_password_it_is_asked_for(self):
        self.join()
        done = self.at(self.one, 'sync', code=1)
        self.assertIn('Sign in again', done['sync']['problems'][0])


class Usage(plenaryctl.Library):
    def test_what_is_missing_is_said(self):
        self.fail_with(2, 'usage', 'account', 'add', '--url', 'x')
        self.fail_with(2, 'usage', 'account', 'remove')
        self.fail_with(1, 'not-found', 'account', 'remove', 'nobody')
        self.fail_with(1, 'not-found', 'sync')
        self.fail_with(2, 'usage', 'conflicts', '--solve', 'x')
        self.fail_with(1, 'not-found', 'conflicts', '--solve', 'x', 'mine')
        self.fail_with(2, 'usage', 'move')
        self.assertEqual(self.ask('conflicts'), {'conflicts': []})
        self.assertEqual(self.ask('account', 'list'), {'accounts': []})

    def test_move_on_this_computer(self):
        uid = self.new()
        self.ask('move', '--gathering', uid, '--calendar', 'Archive')
        self.assertEqual(self.show(uid)['calendar'], 'Archive')
        self.ask('undo')
        self.assertEqual(self.show(uid)['calendar'], 'Gatherings')


if __name__ == '__main__':
    unittest.main()
