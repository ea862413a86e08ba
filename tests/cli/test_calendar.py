#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import unittest

import plenaryctl


def calendar(*components):
    return ''.join(line + '\r\n' for line in ('BEGIN:VCALENDAR', 'VERSION:2.0', *components, 'END:VCALENDAR'))


WEEKLY = ('BEGIN:VEVENT', 'UID:weekly@example.org', 'DTSTAMP:20260101T000000Z', 'SUMMARY:Reading group',
          'DTSTART;TZID=Europe/London:20261125T180000', 'DTEND;TZID=Europe/London:20261125T190000',
          'RRULE:FREQ=WEEKLY', 'END:VEVENT')


class Calendar(plenaryctl.Library):
    def take(self, *components):
        path = os.path.join(self.top, 'given.ics')
        with open(path, 'w', newline='') as file:
            file.write(calendar(*components))
        self.ask('import', '--as', 'events', path)

    def agenda(self, *arguments):
        return self.ask('agenda', *arguments)['agenda']

    def titles(self, *arguments):
        return [(one['title'], one['start'][:16]) for one in self.agenda(*arguments)]

    def test_nothing(self):
        self.assertEqual(self.agenda(), [])
        self.assertEqual(self.say('agenda'), 'Nothing takes place then.\n')

    def test_all_that_takes_place(self):
        uid = self.new('Meet-up', '2026-12-01T18:00', '--duration', 'PT2H', '--location', 'Library')
        self.ask('session', 'new', '--gathering', uid, '--title', 'Talk', '--start', '2026-12-01T18:30',
                 '--room', 'Room 1', '--speaker', 'Ned Potter')
        self.take('BEGIN:VEVENT', 'UID:d@example.org', 'SUMMARY:Dentist', 'DTSTART:20261201T080000Z', 'END:VEVENT',
                  'BEGIN:VTODO', 'UID:t@example.org', 'SUMMARY:Book', 'DUE;VALUE=DATE:20261202', 'END:VTODO')
        shown = self.agenda()
        self.assertEqual([(one['kind'], one['title']) for one in shown],
                         [('event', 'Dentist'), ('gathering', 'Meet-up'), ('session', 'Talk'), ('action', 'Book')])
        talk = shown[2]
        self.assertEqual(talk['gathering'], uid)
        self.assertEqual(talk['location'], 'Room 1')
        self.assertEqual(talk['people'], ['Ned Potter'])
        self.assertEqual(talk['zone'], 'Europe/London')
        self.assertEqual(talk['start'], '2026-12-01T18:30:00+00:00')
        self.assertIs(talk['draft'], True)
        self.assertIs(shown[3]['all-day'], True)
        text = self.say('agenda')
        self.assertIn('Tue 1 December 2026\n', text)
        self.assertIn('18:30–19:00  Talk, Room 1 (Ned Potter), draft\n', text)
        self.assertIn('All day  Book\n', text)

    def test_nothing_steers_a_terminal(self):
        self.take('BEGIN:VEVENT', 'UID:d@example.org', 'SUMMARY:Den\u202etist\x1b[2J', 'DTSTART:20261201T080000Z',
                  'END:VEVENT')
        self.assertEqual(self.agenda()[0]['title'].replace('\x1b[2J', ''), 'Den\u202etist')
        text = self.say('agenda')
        self.assertIn('Dentist', text)
        self.assertNotIn('\x1b', text)

    def test_days(self):
        self.take(*WEEKLY)
        self.assertEqual(len(self.titles()), 4)
        self.assertEqual(self.titles('--from', '2026-12-02', '--to', '2026-12-02'),
                         [('Reading group', '2026-12-02T18:00')])
        self.assertEqual(self.titles('--from', '2036-01-01', '--to', '2036-01-02'),
                         [('Reading group', '2036-01-02T18:00')])
        self.fail_with(2, 'bad-time', 'agenda', '--from', 'soon')
        self.fail_with(2, 'bad-time', 'agenda', '--from', '2026-12-02', '--to', '2026-12-01')
        self.fail_with(2, 'usage', 'agenda', 'tomorrow')

    def test_event(self):
        uid = self.ask('event', 'new', '--title', 'Dentist', '--start', '2026-11-30T09:00', '--zone', 'Europe/London',
                       '--description', 'Bring the card')['uid']
        shown = self.agenda()[0]
        self.assertEqual((shown['uid'], shown['kind'], shown['end'], shown['calendar']),
                         (uid, 'event', '2026-11-30T10:00:00+00:00', 'Gatherings'))
        self.ask('event', 'edit', uid, '--start', '2026-11-30T11:00', '--title', 'Doctor', '--location', 'Mill Road')
        shown = self.agenda()[0]
        self.assertEqual((shown['title'], shown['start'], shown['end'], shown['location']),
                         ('Doctor', '2026-11-30T11:00:00+00:00', '2026-11-30T12:00:00+00:00', 'Mill Road'))
        self.ask('event', 'edit', uid, '--start', '2026-12-01')
        self.assertIs(self.agenda()[0]['all-day'], True)
        self.ask('event', 'delete', uid)
        self.assertEqual(self.agenda(), [])
        self.ask('undo')
        self.assertEqual(self.agenda()[0]['title'], 'Doctor')
        self.fail_with(2, 'usage', 'event', 'new', '--title', 'Dentist')
        self.fail_with(1, 'not-found', 'event', 'edit', 'none', '--title', 'x')

    def test_series(self):
        self.take(*WEEKLY)
        days = ('--from', '2026-11-25', '--to', '2026-12-09')
        before = self.titles(*days)
        second = self.agenda(*days)[1]['instance']
        uid = 'weekly@example.org'
        self.fail_with(2, 'usage', 'event', 'edit', uid, '--title', 'Party')
        self.ask('event', 'edit', uid, '--instance', second, '--start', '2026-12-03T20:00', '--title', 'Party')
        self.assertEqual(self.titles(*days), [('Reading group', '2026-11-25T18:00'), ('Party', '2026-12-03T20:00'),
                                              ('Reading group', '2026-12-09T18:00')])
        self.ask('undo')
        self.ask('event', 'edit', uid, '--instance', second, '--all', '--start', '2026-12-03T17:00')
        self.assertEqual([start for _, start in self.titles(*days)], ['2026-11-26T17:00', '2026-12-03T17:00'])
        self.ask('undo')
        self.ask('event', 'delete', uid, '--instance', second)
        self.assertEqual(self.titles(*days), [before[0], before[2]])
        self.ask('undo')
        self.assertEqual(self.titles(*days), before)
        self.ask('event', 'delete', uid, '--instance', second, '--all')
        self.assertEqual(self.titles(*days), [])

    def test_make_a_gathering(self):
        uid = self.ask('event', 'new', '--title', 'Party', '--start', '2026-11-30T09:00')['uid']
        self.ask('edit', uid, '--kind', 'gathering', '--location', 'Library')
        self.assertEqual([one['title'] for one in self.ask('gatherings')['gatherings']], ['Party'])
        self.assertEqual(self.agenda()[0]['kind'], 'gathering')
        self.take(*WEEKLY)
        self.fail_with(1, 'read-only', 'edit', 'weekly@example.org', '--kind', 'gathering')
        self.fail_with(2, 'usage', 'edit', uid, '--kind', 'session')


if __name__ == '__main__':
    unittest.main()
