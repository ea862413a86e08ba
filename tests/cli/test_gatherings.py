#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
import unittest

import plenaryctl


class Gatherings(plenaryctl.Library):
    def test_empty_library(self):
        self.assertEqual(self.ask('gatherings'), {'gatherings': []})
        self.assertIn('no gatherings yet', self.say('gatherings'))

    def test_new_is_listed_and_shown(self):
        uid = self.new('CPD23 meet-up', '2026-12-01T18:00', '--duration', 'PT2H',
                       '--location', 'The Grafton, Cambridge', '--online', 'https://meet.example/cpd23',
                       '--organizer', 'Cosima Larkspur <cosima@larkspur.example>')
        listed = self.ask('gatherings')['gatherings']
        self.assertEqual([g['uid'] for g in listed], [uid])
        shown = self.show(uid)
        for one in (listed[0], shown):
            self.assertEqual(one['title'], 'CPD23 meet-up')
            self.assertEqual(one['start'], '2026-12-01T18:00:00+00:00')
            self.assertEqual(one['end'], '2026-12-01T20:00:00+00:00')
            self.assertEqual(one['zone'], 'Europe/London')
            self.assertEqual(one['location'], 'The Grafton, Cambridge')
            self.assertEqual(one['online'], 'https://meet.example/cpd23')
            self.assertEqual(one['calendar'], 'Gatherings')
            self.assertEqual(one['state'], 'draft')
            self.assertEqual(one['organizer'], {'name': 'Cosima Larkspur', 'email': 'cosima@larkspur.example'})
            self.assertEqual(one['answers'], {'accepted': 0, 'tentative': 0, 'needs-action': 0, 'declined': 0})
            self.assertEqual(one['waiting'], 0)
        text = self.say('gatherings')
        self.assertIn('CPD23 meet-up\n', text)
        self.assertIn('The Grafton, Cambridge', text)
        self.assertIn(uid, text)
        self.assertIn('Cosima Larkspur', self.say('show', uid))

    def test_sorted_by_start(self):
        late = self.new('Late', '2026-12-03T18:00')
        early = self.new('Early', '2026-12-01T18:00')
        self.assertEqual([g['uid'] for g in self.ask('gatherings')['gatherings']], [early, late])

    def test_summer_has_its_offset(self):
        self.assertEqual(self.show(self.new(start='2027-07-01T18:30'))['start'], '2027-07-01T18:30:00+01:00')

    def test_whole_day(self):
        shown = self.show(self.new(start='2026-12-01'))
        self.assertIs(shown['all-day'], True)
        self.assertEqual(shown['end'][:10], '2026-12-02')

    def test_conference_has_its_sessions(self):
        uid = self.new('LIS DREaM', '2026-12-08T09:00', '--template', 'conference')
        shown = self.show(uid)
        self.assertEqual(shown['end'], '2026-12-08T16:00:00+00:00')
        sessions = self.ask('sessions', '--gathering', uid)['sessions']
        self.assertEqual(sessions[0]['start'], shown['start'])
        self.assertEqual(sessions[-1]['end'], shown['end'])
        titles = [s['title'] for s in sessions]
        self.assertIn('One-minute madness', titles)
        self.assertIn('Lunch', titles)
        self.assertEqual(len(titles), len(set(s['uid'] for s in sessions)))
        self.assertTrue(all(s['zone'] == 'Europe/London' for s in sessions))
        rooms = {s['title']: s['room'] for s in sessions}
        self.assertEqual((rooms['Keynote'], rooms['Lunch']), ('Hall', ''))
        self.assertEqual(rooms['Breakouts, first round'], 'Room 1, Room 2, Room 3')
        self.ask('edit', uid, '--rename-room', 'Room 2=Reading room')
        sessions = self.ask('sessions', '--gathering', uid)['sessions']
        self.assertEqual({s['title']: s['room'] for s in sessions}['Breakouts, first round'],
                         'Room 1, Reading room, Room 3')

    def test_other_templates(self):
        meetup = self.show(self.new('A', '2026-12-01T18:30', '--template', 'meetup'))
        self.assertEqual(meetup['end'], '2026-12-01T20:30:00+00:00')
        self.assertEqual(meetup['sessions'], 0)
        unconference = self.show(self.new('B', '2026-12-01T09:30', '--template', 'unconference'))
        self.assertGreater(unconference['sessions'], 4)
        self.fail_with(1, 'bad-name', 'new', '--title', 'A', '--start', '2026-12-01', '--template', 'party')

    def test_next_of_a_series(self):
        first = self.new('CPD23 meet-up', '2026-12-01T18:00', '--location', 'The Grafton')
        second = self.ask('new', '--after', first)['uid']
        one, two = self.show(first), self.show(second)
        self.assertEqual(two['title'], 'CPD23 meet-up')
        self.assertEqual(two['location'], 'The Grafton')
        self.assertEqual(two['start'], '2026-12-29T18:00:00+00:00')
        self.assertEqual(two['previous'], first)
        self.assertEqual(two['series'], one['series'])
        self.assertRegex(two['series'], '^[a-z0-9]{12}$')
        third = self.show(self.ask('new', '--after', second, '--start', '2027-01-20T18:00')['uid'])
        self.assertEqual(third['series'], one['series'])
        self.assertEqual(third['start'], '2027-01-20T18:00:00+00:00')
        self.assertEqual(self.show(self.ask('new', '--after', third['uid'])['uid'])['start'],
                         '2027-02-10T18:00:00+00:00')
        for _ in range(2):
            self.ask('undo')
        self.assertEqual(self.show(first)['series'], one['series'])
        self.ask('undo')
        self.assertEqual(self.show(first)['series'], '')

    def test_edit(self):
        uid = self.new()
        self.assertEqual(self.ask('edit', uid, '--title', 'CPD23 party'), {'uid': uid})
        self.assertEqual(self.show(uid)['title'], 'CPD23 party')
        self.ask('edit', uid, '--start', '2026-12-02T17:00')
        self.assertEqual(self.show(uid)['end'], '2026-12-02T19:00:00+00:00')
        self.ask('edit', uid, '--duration', 'PT90M')
        self.assertEqual(self.show(uid)['end'], '2026-12-02T18:30:00+00:00')
        self.ask('edit', uid, '--location', 'Room 2', '--capacity', '40', '--state', 'published')
        self.ask('edit', uid, '--zone', 'Europe/Berlin')
        shown = self.show(uid)
        self.assertEqual(shown['location'], 'Room 2')
        self.assertEqual(shown['capacity'], 40)
        self.assertEqual(shown['state'], 'published')
        self.assertEqual(shown['start'], '2026-12-02T17:00:00+01:00')
        self.ask('edit', uid, '--status', 'cancelled')
        self.assertIs(self.show(uid)['cancelled'], True)

    def test_programme_goes_to_another_day(self):
        uid = self.new('LIS DREaM', '2026-12-08T09:00', '--template', 'conference')
        self.ask('edit', uid, '--start', '2026-12-10T09:00')
        sessions = self.ask('sessions', '--gathering', uid)['sessions']
        self.assertTrue(all(s['start'].startswith('2026-12-10') for s in sessions))
        first = sessions[0]['start']
        self.ask('edit', uid, '--start', '2026-12-10T08:00')
        earlier = self.ask('sessions', '--gathering', uid)['sessions'][0]['start']
        self.assertEqual((first[11:16], earlier[11:16]), ('09:00', '08:00'))
        self.ask('undo')
        self.ask('undo')
        sessions = self.ask('sessions', '--gathering', uid)['sessions']
        self.assertTrue(all(s['start'].startswith('2026-12-08') for s in sessions))

    def test_all_goes_to_another_calendar(self):
        uid = self.new('LIS DREaM', '2026-12-08T09:00', '--template', 'conference')
        self.ask('attend', '--gathering', uid, 'una@tarn.example')
        before = self.show(uid)
        self.ask('edit', uid, '--calendar', 'Shared')
        self.assertEqual(self.show(uid), {**before, 'calendar': 'Shared'})
        self.assertEqual(self.ask('check')['check']['problems'], [])
        self.ask('undo')
        self.assertEqual(self.show(uid), before)

    def test_delete_and_undo(self):
        uid = self.new('LIS DREaM', '2026-12-08T09:00', '--template', 'conference')
        before = self.show(uid)
        self.assertEqual(self.ask('delete', uid), {'deleted': uid})
        self.assertEqual(self.ask('gatherings')['gatherings'], [])
        self.fail_with(1, 'not-found', 'show', uid)
        self.assertEqual(self.ask('undo'), {'undone': 'Delete LIS DREaM'})
        self.assertEqual(self.show(uid), before)
        self.assertEqual(self.ask('redo'), {'redone': 'Delete LIS DREaM'})
        self.assertEqual(self.ask('gatherings')['gatherings'], [])

    def test_what_is_wrong_is_told(self):
        new = ('new', '--title', 'A', '--start', '2026-12-01T18:00')
        self.fail_with(2, 'usage', 'new', '--title', 'A')
        self.fail_with(2, 'bad-time', 'new', '--title', 'A', '--start', '2026-02-30T18:00')
        self.fail_with(2, 'bad-time', 'new', '--title', 'A', '--start', 'soon')
        self.fail_with(2, 'bad-time', *new, '--duration', 'PT')
        self.fail_with(2, 'bad-time', *new, '--duration', '-PT2H')
        self.assertIn('Europe/Lundun', self.fail_with(2, 'bad-zone', *new, '--zone', 'Europe/Lundun'))
        self.fail_with(2, 'bad-url', *new, '--online', 'javascript:alert(1)')
        self.fail_with(2, 'bad-url', *new, '--online', 'file:///etc/passwd')
        self.fail_with(2, 'bad-address', *new, '--organizer', 'Cosima')
        self.fail_with(1, 'bad-title', 'new', '--title', '  ', '--start', '2026-12-01T18:00')
        self.fail_with(1, 'bad-name', *new, '--calendar', '../elsewhere')
        self.fail_with(1, 'not-found', 'edit', 'nobody@example', '--title', 'A')
        self.fail_with(1, 'not-found', 'delete', 'nobody@example')
        self.assertEqual(self.ask('gatherings'), {'gatherings': []})


class Sessions(plenaryctl.Library):
    def setUp(self):
        super().setUp()
        self.uid = self.new()

    def sessions(self):
        return self.ask('sessions', '--gathering', self.uid)['sessions']

    def test_new_edit_delete(self):
        uid = self.ask('session', 'new', '--gathering', self.uid, '--title', 'Welcome', '--start', '2026-12-01T18:00',
                       '--duration', 'PT15M', '--room', 'Bronte', '--speaker', 'Una Tarn <una@tarn.example>')['uid']
        after = self.ask('session', 'new', '--gathering', self.uid, '--title', 'Talk')['uid']
        welcome, talk = self.sessions()
        self.assertEqual(welcome['uid'], uid)
        self.assertEqual(welcome['end'], '2026-12-01T18:15:00+00:00')
        self.assertEqual(welcome['room'], 'Bronte')
        self.assertEqual(welcome['speakers'], ['Una Tarn <una@tarn.example>'])
        self.assertEqual(talk['uid'], after)
        self.assertEqual(talk['start'], '2026-12-01T18:15:00+00:00')

        self.assertEqual(self.ask('session', 'edit', after, '--title', 'Long talk', '--duration', 'PT1H'), {'uid': after})
        self.assertEqual(self.sessions()[1]['end'], '2026-12-01T19:15:00+00:00')
        self.assertEqual(self.ask('session', 'delete', uid), {'deleted': uid})
        self.assertEqual([s['title'] for s in self.sessions()], ['Long talk'])
        self.assertEqual(self.ask('undo'), {'undone': 'Delete session Welcome'})
        self.assertEqual(self.sessions()[0], welcome)
        self.assertIn('Long talk', self.say('sessions', '--gathering', self.uid))

    def add(self, title, start, room, *more):
        return self.ask('session', 'new', '--gathering', self.uid, '--title', title, '--start', '2026-12-01T' + start,
                        '--duration', 'PT45M', '--room', room, *more)['uid']

    def clashes(self):
        return self.ask('clashes', '--gathering', self.uid)['clashes']

    def test_clashes(self):
        self.assertEqual(self.clashes(), [])
        self.assertIn('Nothing clashes', self.say('clashes', '--gathering', self.uid))
        one = self.add('Asking good questions', '18:00', 'Room 1', '--speaker', 'Ivo Larch')
        two = self.add('Counting what counts', '18:15', 'Room 3', '--speaker', 'Ivo Larch <ivo@larch.example>')
        self.add('More', '18:30', 'Room 3')
        sentences = ['Ivo Larch speaks in Room 1 and Room 3 from 18:15 to 18:45.',
                     '“Counting what counts” and “More” are both in Room 3 from 18:30 to 19:00.']
        self.assertEqual(self.say('clashes', '--gathering', self.uid).splitlines(), sentences)
        speaker, room = self.clashes()
        self.assertEqual([speaker['sentence'], room['sentence']], sentences)
        self.assertEqual((speaker['kind'], room['kind']), ('speaker', 'room'))
        self.assertEqual(speaker['people'], ['Ivo Larch'])
        self.assertEqual([s['uid'] for s in speaker['sessions']], [one, two])
        self.assertEqual((speaker['start'], speaker['end']), ('2026-12-01T18:15:00+00:00', '2026-12-01T18:45:00+00:00'))
        self.ask('session', 'edit', two, '--status', 'cancelled')
        self.assertEqual(self.clashes(), [])
        self.fail_with(1, 'not-found', 'clashes', '--gathering', 'nobody')

    def test_status_and_page(self):
        uid = self.add('Talk', '18:00', 'Hall', '--status', 'draft', '--url', 'https://talks.example/1')
        self.assertEqual((self.sessions()[0]['status'], self.sessions()[0]['url']), ('draft', 'https://talks.example/1'))
        self.assertIn(', draft', self.say('sessions', '--gathering', self.uid))
        self.ask('session', 'edit', uid, '--status', 'published')
        self.assertEqual(self.sessions()[0]['status'], 'published')
        self.fail_with(2, 'usage', 'session', 'edit', uid, '--status', 'tentative')
        self.fail_with(2, 'bad-url', 'session', 'edit', uid, '--url', 'file:///etc/passwd')

    def test_room_gets_another_name_everywhere(self):
        self.ask('edit', self.uid, '--room', 'Hall (60)', '--room', 'Attic')
        self.add('Welcome', '18:00', 'Hall')
        self.add('Talk', '18:45', 'Attic')
        self.add('Party', '19:45', 'Hall, Attic')
        self.ask('edit', self.uid, '--rename-room', 'hall=Great hall')
        self.assertEqual(self.show(self.uid)['rooms'], ['Great hall (60)', 'Attic'])
        self.assertEqual([s['room'] for s in self.sessions()], ['Great hall', 'Attic', 'Great hall, Attic'])
        self.assertEqual(self.ask('undo'), {'undone': 'Rename room Hall'})
        self.assertEqual(self.show(self.uid)['rooms'], ['Hall (60)', 'Attic'])
        self.assertEqual([s['room'] for s in self.sessions()], ['Hall', 'Attic', 'Hall, Attic'])
        self.fail_with(2, 'not-found', 'edit', self.uid, '--rename-room', 'Cellar=Attic')
        self.fail_with(2, 'usage', 'edit', self.uid, '--rename-room', 'Hall')

    def test_what_is_wrong_is_told(self):
        self.fail_with(2, 'usage', 'sessions')
        self.fail_with(2, 'usage', 'session', 'new', '--gathering', self.uid)
        self.fail_with(2, 'bad-time', 'session', 'new', '--gathering', self.uid, '--title', 'A', '--start', '25:00')
        self.fail_with(1, 'not-found', 'session', 'new', '--gathering', 'nobody', '--title', 'A')
        self.fail_with(1, 'not-found', 'session', 'edit', 'nobody', '--title', 'A')
        self.fail_with(1, 'not-found', 'session', 'delete', 'nobody')
        self.fail_with(2, 'usage', 'session', 'play')


if __name__ == '__main__':
    unittest.main()
