#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import shutil
import subprocess
import unittest

import plenaryctl


class Rounds(plenaryctl.Library):
    def setUp(self):
        super().setUp()
        self.uid = self.new('Day', '2026-12-01T09:00')
        self.ask('attend', '--gathering', self.uid, 'Ada <ada@a.example>', 'Ben <ben@b.example>', 'Cy <cy@c.example>')

    def rounds(self):
        return self.ask('rounds', '--gathering', self.uid)['rounds']

    def groups(self, *arguments):
        return self.ask('groups', '--gathering', self.uid, *arguments)['groups']

    def plan(self):
        return [[person['name'] for person in group['people']] for group in self.groups()]

    def here(self):
        return self.ask('presence', '--gathering', self.uid)['presence']

    def new_round(self, *arguments):
        return self.ask('round', 'new', '--gathering', self.uid, *arguments)['uid']

    def test_rounds(self):
        first = self.new_round('--start', '2026-12-01T14:00', '--duration', 'PT45M', '--groups', '2')
        self.new_round()
        one, two = self.rounds()
        self.assertEqual((one['uid'], one['title'], one['groups'], one['placed']), (first, 'Round 1', 2, 0))
        self.assertEqual((two['title'], two['start'], two['end']),
                         ('Round 2', '2026-12-01T14:50:00+00:00', '2026-12-01T15:35:00+00:00'))
        self.ask('round', 'edit', first, '--lock', '--title', 'Who leads?')
        self.assertEqual([(round['title'], round['locked']) for round in self.rounds()],
                         [('Who leads?', True), ('Round 2', False)])
        self.assertIn('Who leads?: 2 groups, 0 people, locked', self.say('rounds', '--gathering', self.uid))
        self.ask('round', 'edit', '2', '--gathering', self.uid, '--start', '2026-12-01T16:00')
        self.assertEqual(self.rounds()[1]['end'], '2026-12-01T16:45:00+00:00')
        self.assertEqual(self.ask('round', 'delete', first), {'deleted': first})
        self.assertEqual(len(self.rounds()), 1)
        self.assertEqual(self.groups(), [])
        self.ask('undo')
        self.assertEqual(len(self.groups()), 2)

    def test_handouts(self):
        self.new_round('--groups', '2', '--start', '2026-12-01T14:00', '--duration', 'PT45M')
        self.ask('group', 'edit', '2', '--gathering', self.uid, '--round', '1', '--topic', '=Who could?',
                 '--room', 'Room 1, table 2')
        self.ask('place', '--gathering', self.uid, '--round', '1', 'ben@b.example', '2')
        table = self.say('export', '--gathering', self.uid, '--format', 'places-csv').splitlines()
        self.assertEqual(table, ['Round,From,To,Group,Topic,Room,Name,E-mail,Organisation,Role',
                                 'Round 1,2026-12-01 14:00,2026-12-01 14:45,2,"\'=Who could?","Room 1, table 2",Ben,ben@b.example,,'])
        for layout in ('groups', 'slips', 'cards', 'signs', 'door'):
            path = os.path.join(self.top, layout + '.pdf')
            self.ask('export', '--gathering', self.uid, '--format', 'pdf', '--layout', layout, '-o', path)
            with open(path, 'rb') as file:
                self.assertTrue(file.read().startswith(b'%PDF-'))
            if shutil.which('pdftotext'):
                text = subprocess.run(['pdftotext', path, '-'], check=True, capture_output=True, text=True).stdout
                self.assertEqual('Who could?' in text, layout != 'door')
                self.assertNotIn('@', text)
                self.assertEqual('Ben' in text, layout not in ('signs', 'door'))  # nobody is going

    def test_groups(self):
        self.new_round('--groups', '1')
        made = self.ask('group', 'new', '--gathering', self.uid, '--round', '1', '--topic', 'Who could?',
                        '--room', 'Room 1, table 2', '--chairs', '6')['uid']
        self.ask('group', 'edit', made, '--question', 'And why not?', '--lock')
        group = self.groups('--round', '1')[1]
        self.assertEqual({key: group[key] for key in ('number', 'topic', 'question', 'room', 'chairs', 'locked')},
                         {'number': 2, 'topic': 'Who could?', 'question': 'And why not?', 'room': 'Room 1, table 2',
                          'chairs': 6, 'locked': True})
        self.ask('group', 'delete', made)
        self.assertEqual(len(self.groups()), 1)

    def test_place(self):
        self.new_round('--groups', '2')
        one, two = [group['uid'] for group in self.groups()]
        self.assertEqual(self.ask('place', 'ada@a.example', 'ben@b.example', one, '--role', 'note-taker')['placed'], 2)
        self.assertEqual(self.plan(), [['Ada', 'Ben'], []])
        self.assertEqual(self.groups()[0]['people'][0]['role'], 'note-taker')
        self.ask('place', 'ben@b.example', '2', '--gathering', self.uid, '--round', '1')
        self.assertEqual(self.plan(), [['Ada'], ['Ben']])
        self.ask('place', 'ada@a.example', one, '--lock')
        self.assertEqual([self.groups()[0]['people'][0][key] for key in ('role', 'locked')], ['note-taker', True])
        self.assertIn('Ada (note-taker)', self.say('groups', '--gathering', self.uid))
        self.ask('place', 'ada@a.example', 'none', '--gathering', self.uid, '--round', '1')
        self.assertEqual(self.plan(), [[], ['Ben']])
        self.assertEqual(self.ask('undo'), {'undone': 'Take Ada out of the group'})
        self.assertEqual(self.plan(), [['Ada'], ['Ben']])

    def test_what_a_group_looks_like(self):
        """Other programs see people, and no server asks them."""
        self.ask('walk-in', '--gathering', self.uid, 'Dot')
        dot = self.ask('attendees', '--gathering', self.uid)['attendees'][3]['id']
        self.new_round('--groups', '1')
        group = self.groups()[0]['uid']
        self.ask('place', 'ada@a.example', dot, group, '--role', 'reporter')
        lines = plenaryctl.unfold(self.read(self.folder, 'calendars', 'Organisers', group + '.ics'))
        self.assertIn('TRANSP:TRANSPARENT', lines)
        self.assertIn('X-PLENARY-KIND:GROUP', lines)
        self.assertFalse([line for line in lines if line.startswith('ORGANIZER')])
        ada, = [line for line in lines if line.startswith('ATTENDEE')]
        self.assertIn(';SCHEDULE-AGENT=NONE;', ada)
        self.assertIn(';X-PLENARY-ROLE=REPORTER:mailto:ada@a.example', ada)
        self.assertIn('X-PLENARY-MEMBER;ID=' + dot + ';ROLE=REPORTER:Dot', lines)

    def test_another_program_changes_a_group(self):
        self.new_round('--groups', '1')
        group = self.groups()[0]['uid']
        self.ask('place', 'ada@a.example', group)
        path = os.path.join(self.folder, 'calendars', 'Organisers', group + '.ics')
        text = self.read(path).replace('TRANSP:TRANSPARENT', 'TRANSP:TRANSPARENT\r\nX-OTHER:kept\r\n'
                                       'ATTENDEE;CN=Ben:mailto:BEN@b.example')
        self.write(path, text)
        self.assertEqual(self.plan(), [['Ben', 'Ada']])  # without our id, by the address
        self.ask('place', 'ben@b.example', 'none', '--gathering', self.uid, '--round', '1')
        self.assertEqual(self.plan(), [['Ada']])
        self.assertIn('X-OTHER:kept\r\n', self.read(path))

    def test_a_group_without_its_round_is_not_lost(self):
        self.new_round('--start', '2026-12-01T14:00', '--groups', '1')
        group, round_uid = self.groups()[0]['uid'], self.rounds()[0]['uid']
        self.ask('group', 'edit', group, '--topic', 'Who leads?')
        self.assertNotIn('Who leads?', self.say('agenda', '--from', '2026-12-01', '--to', '2026-12-01'))
        path = os.path.join(self.folder, 'calendars', 'Organisers', round_uid + '.ics')
        text = self.read(path)
        os.remove(path)
        self.assertIn('Who leads?', self.say('agenda', '--from', '2026-12-01', '--to', '2026-12-01'))
        self.assertEqual(self.groups(), [])
        self.write(path, text)
        self.assertEqual([group['topic'] for group in self.groups()], ['Who leads?'])
        self.assertNotIn('Who leads?', self.say('agenda', '--from', '2026-12-01', '--to', '2026-12-01'))

    def test_rounds_go_along(self):
        """To another day and calendar, into the bin and out of it, through a backup and an import of one's own."""
        self.new_round('--start', '2026-12-01T14:00', '--groups', '1')
        self.ask('place', 'ada@a.example', self.groups()[0]['uid'])
        self.ask('check-in', '--gathering', self.uid, 'ada@a.example')
        self.ask('edit', self.uid, '--start', '2026-12-08T09:00')
        self.assertEqual(self.rounds()[0]['start'], '2026-12-08T14:00:00+00:00')
        group = self.groups()[0]['uid']
        lines = plenaryctl.unfold(self.read(self.folder, 'calendars', 'Organisers', group + '.ics'))
        self.assertIn('DTSTART;TZID=Europe/London:20261208T140000', lines)
        self.ask('delete', self.uid)
        self.ask('undo')
        self.assertEqual((self.plan(), self.here()['here']), ([['Ada']], 1))
        backup = os.path.join(self.top, 'backup')
        self.ask('backup', backup)
        files = [os.path.join(self.folder, 'calendars', calendar, name)
                 for calendar in ('Gatherings', 'Organisers')
                 for name in sorted(os.listdir(os.path.join(self.folder, 'calendars', calendar)))]
        self.folder = os.path.join(self.top, 'restored')
        self.ask('restore', backup)
        self.assertEqual((self.plan(), self.here()['here']), ([['Ada']], 1))
        self.folder = os.path.join(self.top, 'own')
        self.ask('import', '--own', *files)
        self.assertEqual((self.plan(), self.here()['here']), ([['Ada']], 1))
        self.folder = os.path.join(self.top, 'foreign')
        self.ask('import', *files)
        self.assertEqual(self.ask('rounds', '--gathering', self.uid)['rounds'], [])

    def test_the_door(self):
        done = self.ask('check-in', '--gathering', self.uid, 'ada@a.example', 'ben@b.example')['presence']
        self.assertEqual((done['here'], done['came'], done['going']), (2, 2, 0))
        self.ask('check-out', '--gathering', self.uid, 'ben@b.example')
        self.ask('walk-in', '--gathering', self.uid, 'Dot <dot@d.example>')
        seen = self.here()
        self.assertEqual([(person['name'], person['presence']) for person in seen['people']],
                         [('Ada', 'here'), ('Ben', 'left'), ('Dot', 'here')])
        self.assertEqual(seen['people'][0]['came-at'], '2026-11-20T09:00:00+00:00')
        self.assertEqual((seen['here'], seen['came'], seen['going']), (2, 3, 1))
        self.assertEqual(self.ask('undo'), {'undone': 'Walk-in Dot'})
        self.ask('check-in', '--gathering', self.uid, '--take-back', 'ada@a.example')
        self.assertEqual((self.here()['here'], self.here()['came']), (0, 1))
        self.assertIn('0 people are here', self.say('presence', '--gathering', self.uid))

    def test_two_doors(self):
        """What two computers saw, put together by files that are carried over."""
        uid, first = self.uid, self.folder
        backup, here, there = (os.path.join(self.top, name) for name in ('backup', 'here.ics', 'there.ics'))
        self.ask('backup', backup)
        self.ask('check-in', '--gathering', uid, 'ada@a.example')
        self.ask('presence', '--gathering', uid, '-o', here)
        self.folder = os.path.join(self.top, 'second')
        self.ask('restore', backup)
        self.ask('check-in', '--gathering', uid, 'cy@c.example')
        self.assertEqual(self.ask('presence', '--gathering', uid, '--take-in', here, '-o', there)['presence']['here'], 2)
        self.folder = first
        for _ in range(2):
            self.assertEqual(self.ask('presence', '--gathering', uid, '--take-in', there)['presence']['here'], 2)
        self.assertEqual(self.ask('undo'), {'undone': 'Check in Ada'})
        self.assertEqual([person['name'] for person in self.here()['people']], ['Cy'])

    def test_what_people_say(self):
        self.ask('wish', '--gathering', self.uid, 'ada@a.example', 'happy-to', '--role', 'note-taker', '--role', 'reporter')
        self.ask('expect', '--gathering', self.uid, 'ada@a.example', '--from', '2026-12-01T10:30')
        text = ''.join(self.read(self.folder, 'calendars', 'Organisers', name).replace('\r\n ', '')
                       for name in os.listdir(os.path.join(self.folder, 'calendars', 'Organisers')))
        self.assertIn(';ROLE-WISH=happy-to', text)
        self.assertIn(';WISHED-ROLES="note-taker|reporter"', text)
        self.assertIn(';FROM=20261201T103000Z', text)
        ada = self.attendees(self.uid)[0]
        self.assertEqual((ada['role-wish'], ada['wished-roles']), ('happy-to', ['note-taker', 'reporter']))
        self.assertEqual(ada['expected-from'], '2026-12-01T10:30:00+00:00')

    def test_what_is_wrong_is_told(self):
        self.fail_with(2, 'usage', 'rounds')
        self.fail_with(2, 'usage', 'round', 'edit')
        self.fail_with(2, 'usage', 'place', 'ada@a.example')
        self.fail_with(2, 'usage', 'check-in', '--gathering', self.uid)
        self.fail_with(2, 'usage', 'wish', '--gathering', self.uid, 'ada@a.example', 'perhaps')
        self.fail_with(1, 'not-found', 'round', 'edit', 'nothing', '--lock')
        self.fail_with(1, 'not-found', 'groups', '--gathering', self.uid, '--round', '7')
        self.fail_with(1, 'not-found', 'check-in', '--gathering', self.uid, 'zoe@z.example')
        self.new_round('--groups', '1')
        group = self.groups()[0]['uid']
        self.fail_with(2, 'usage', 'place', 'ada@a.example', group, '--role', 'clown')
        self.fail_with(1, 'not-found', 'place', 'zoe@z.example', group)
        self.fail_with(2, 'bad-time', 'round', 'edit', '1', '--gathering', self.uid, '--start', 'soon')
        path = self.write('other.ics', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n')
        self.fail_with(1, 'refused', 'presence', '--gathering', self.uid, '--take-in', path)
        self.assertEqual(self.plan(), [[]])


if __name__ == '__main__':
    unittest.main()
