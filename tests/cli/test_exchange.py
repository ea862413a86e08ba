#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import glob
import io
import os
import shutil
import subprocess
import unittest
import xml.etree.ElementTree

import plenaryctl
from plenaryctl import unfold

try:
    import icalendar
except ImportError:
    icalendar = None

EVENT = '''BEGIN:VEVENT\r
UID:{uid}\r
DTSTAMP:20260101T000000Z\r
DTSTART:2026120{day}T100000Z\r
DTEND:2026120{day}T110000Z\r
SUMMARY:{title}\r
END:VEVENT\r
'''


def calendar(*events, more=''):
    return 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//EN\r\n' + more + ''.join(events) + 'END:VCALENDAR\r\n'


class Import(plenaryctl.Library):
    def take(self, *arguments):
        return self.ask('import', *arguments)['import']

    def test_instance_of_nothing(self):
        """Without a UID nobody knows of what: refused, beside what can be read."""
        event = 'BEGIN:VEVENT\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20261201T180000Z\r\nSUMMARY:Event\r\n'
        done = self.take('--as', 'events', self.write('parts.ics', calendar(
            event + 'UID:one\r\nEND:VEVENT\r\n', event + 'RECURRENCE-ID:20261201T180000Z\r\nEND:VEVENT\r\n')))
        self.assertEqual((done['added'], done['refused']), (1, 1))
        self.assertIn('repeats', str(done['reasons']))

    def test_several_events_are_a_gathering(self):
        path = self.write('Spring day.ics', calendar(EVENT.format(uid='a@x', day=1, title='Opening'),
                                                     EVENT.format(uid='b@x', day=1, title='Talk')))
        would = self.take(path, '--dry-run')
        self.assertEqual(self.ask('gatherings'), {'gatherings': []})
        done = self.take(path)
        self.assertEqual({**would, 'dry-run': False}, done)
        self.assertEqual((done['gatherings'], done['sessions'], done['added']), (1, 2, 3))
        listed = self.ask('gatherings')['gatherings']
        self.assertEqual([g['title'] for g in listed], ['Spring day'])
        self.assertEqual(len(self.ask('sessions', '--gathering', listed[0]['uid'])['sessions']), 2)
        again = self.take(path)
        self.assertEqual((again['added'], again['changed'], again['unchanged']), (0, 0, 3))
        self.assertEqual(self.ask('undo'), {'undone': 'Import Spring day.ics'})
        self.assertEqual(self.ask('gatherings'), {'gatherings': []})

    def test_as_is_chosen(self):
        path = self.write('two.ics', calendar(EVENT.format(uid='a@x', day=1, title='Opening'),
                                              EVENT.format(uid='b@x', day=2, title='Talk')))
        done = self.take(path, '--as', 'gatherings', '--calendar', 'Abroad')
        self.assertEqual((done['gatherings'], done['sessions'], done['added']), (2, 0, 2))
        self.assertEqual([g['calendar'] for g in self.ask('gatherings')['gatherings']], ['Abroad', 'Abroad'])
        self.ask('undo')
        done = self.take(path, '--as', 'events')
        self.assertEqual((done['gatherings'], done['sessions'], done['added']), (0, 0, 2))

    def test_several_files_are_one_step(self):
        one = self.write('one.ics', calendar(EVENT.format(uid='a@x', day=1, title='Opening')))
        two = self.write('two.ics', calendar(EVENT.format(uid='b@x', day=2, title='Talk')))
        self.assertEqual(self.take(one, two, '--as', 'gatherings')['added'], 2)
        self.assertEqual(self.ask('undo'), {'undone': 'Import 2 files'})
        self.assertEqual(self.ask('gatherings'), {'gatherings': []})

    def test_own_copies(self):
        uid = self.new()
        self.ask('attend', '--gathering', uid, 'Una Tarn <una@tarn.example>')
        self.ask('rsvp', '--gathering', uid, 'una@tarn.example', 'accepted')
        before = self.attendees(uid)
        files = sorted(glob.glob(self.folder + '/calendars/*/*.ics'))
        self.folder += '-of-mine'
        self.assertEqual(self.take('--own', *files)['refused'], 0)
        self.assertEqual(self.attendees(uid), before)
        self.assertEqual(len(glob.glob(self.folder + '/calendars/Organisers/*.ics')), 1)
        self.folder += '-or-not'
        self.take('--as', 'gatherings', *files)
        self.assertEqual([one['said-by'] for one in self.attendees(uid)], [''])

    def test_what_is_wrong_is_told(self):
        self.fail_with(2, 'usage', 'import')
        self.fail_with(2, 'usage', 'import', 'a.ics', '--as', 'parties')
        self.fail_with(1, 'not-found', 'import', self.top + '/no-such-file.ics')
        prose = self.write('prose.ics', 'Dear all,\n')
        self.assertNotIn('prose', self.fail_with(1, 'unreadable', 'import', prose))
        self.assertIn('prose', self.fail_with(1, 'unreadable', 'import', prose, prose))
        reply = self.write('reply.ics', calendar(EVENT.format(uid='a@x', day=1, title='A'), more='METHOD:REPLY\r\n'))
        self.fail_with(1, 'method', 'import', reply)
        self.assertEqual(self.ask('gatherings'), {'gatherings': []})


SCHEDULE = '''<?xml version="1.0"?>
<schedule><conference><acronym>dream1</acronym><title>Out of the comfort zone</title>{zone}</conference>
<day index="1" date="2026-07-19"><room name="Hall">{events}</room></day></schedule>
'''
LONDON = '<time_zone_name>Europe/London</time_zone_name>'
OPENING = '''<event guid="7d0c2a4e-51c3-5d0b-8f65-6a4f8f2c9b01" id="1"><title>{title}</title><start>10:00</start>
<duration>00:45</duration><track>Main</track><persons><person>Ada Byron</person></persons></event>'''
PANEL = '''<event guid="8d0c2a4e-51c3-5d0b-8f65-6a4f8f2c9b02" id="2"><title>Panel</title><start>11:00</start>
<duration>00:45</duration></event>'''


class Schedule(plenaryctl.Library):
    """Published programmes, and later versions of them."""

    def take(self, text, *arguments, name='schedule.xml'):
        return self.ask('import', self.write(name, text), *arguments)['import']

    def sessions(self):
        gathering = self.ask('gatherings')['gatherings'][0]['uid']
        return {session['title']: session for session in self.ask('sessions', '--gathering', gathering)['sessions']}

    def both(self, title='Opening'):
        return SCHEDULE.format(zone=LONDON, events=OPENING.format(title=title) + PANEL)

    def test_becomes_a_gathering(self):
        would = self.take(self.both(), '--dry-run')
        self.assertEqual(self.ask('gatherings'), {'gatherings': []})
        done = self.take(self.both())
        self.assertEqual({**would, 'dry-run': False}, done)
        self.assertEqual((done['gatherings'], done['sessions'], done['added']), (1, 2, 3))
        opening = self.sessions()['Opening']
        self.assertEqual((opening['start'], opening['room'], opening['track'], opening['speakers']),
                         ('2026-07-19T10:00:00+01:00', 'Hall', 'Main', ['Ada Byron']))
        again = self.take(self.both())
        self.assertEqual((again['added'], again['changed'], again['unchanged']), (0, 0, 3))
        self.assertEqual(self.ask('undo'), {'undone': 'Import schedule.xml'})
        self.assertEqual(self.ask('gatherings'), {'gatherings': []})

    def test_later_version(self):
        """Own changes stay; what both changed is told; what is gone is cancelled; undo and a backup know the version."""
        self.take(self.both())
        uid = self.sessions()['Opening']['uid']
        gathering = self.ask('gatherings')['gatherings'][0]['uid']
        self.ask('session', 'edit', uid, '--gathering', gathering, '--description', 'Bring the keys')
        self.ask('backup', os.path.join(self.top, 'all.plenary'))
        self.ask('session', 'edit', uid, '--gathering', gathering, '--title', 'Good morning')

        later = SCHEDULE.format(zone=LONDON, events=OPENING.format(title='Grand opening'))
        done = self.take(later)
        self.assertEqual((done['changed'], done['cancelled'], done['conflicts']), (3, 1, 1))
        self.assertEqual([reason['reason'] for reason in done['reasons']],
                         ['Changed here and in the schedule: title. The schedule counts until you choose.',
                          'It is no longer in the schedule and becomes cancelled.'])
        sessions = self.sessions()
        self.assertEqual(sessions['Grand opening']['description'], 'Bring the keys')
        self.assertEqual(sessions['Panel']['status'], 'cancelled')
        self.assertEqual(self.take(later)['unchanged'], 2)

        self.ask('undo')
        self.assertEqual(self.sessions()['Panel']['status'], 'published')
        self.assertEqual(self.take(later)['conflicts'], 1)
        self.ask('restore', os.path.join(self.top, 'all.plenary'))
        self.assertEqual(self.take(later)['conflicts'], 0)
        self.assertEqual(self.take(self.both('Grand opening'))['changed'], 2)
        self.assertEqual(self.sessions()['Panel']['status'], 'published')

    def test_deleted_here(self):
        """What was deleted stays so, unless it changes in the schedule; what was undone comes again."""
        self.take(self.both())
        gathering = self.ask('gatherings')['gatherings'][0]['uid']
        self.ask('session', 'delete', self.sessions()['Panel']['uid'], '--gathering', gathering)
        self.assertEqual(self.take(self.both())['unchanged'], 3)
        self.assertEqual(list(self.sessions()), ['Opening'])
        self.ask('undo')
        self.ask('undo')
        self.assertEqual(self.ask('gatherings'), {'gatherings': []})
        self.assertEqual(self.take(self.both())['added'], 3)

        gathering = self.ask('gatherings')['gatherings'][0]['uid']
        self.ask('delete', gathering)
        self.assertEqual(self.take(self.both())['added'], 3)
        self.assertEqual(sorted(self.sessions()), ['Opening', 'Panel'])

    def test_zone(self):
        """A file that does not say in which zone its times are."""
        text = SCHEDULE.format(zone='', events=PANEL)
        self.assertIn('does not say in which zone', self.take(text, '--dry-run')['reasons'][0]['reason'])
        self.assertEqual(self.take(text, '--dry-run', '--zone', 'America/New_York')['reasons'], [])
        self.take(text, '--zone', 'America/New_York')
        self.assertEqual(self.sessions()['Panel']['start'], '2026-07-19T11:00:00-04:00')
        self.fail_with(2, 'bad-zone', 'import', '--zone', 'Middle/Earth', self.write('x.xml', text))

    def test_json(self):
        done = self.take('''{"schedule": {"conference": {"acronym": "camp", "title": "Camp", "time_zone_name": "Europe/Berlin",
            "days": [{"date": "2026-08-21", "rooms": {"Curie": [{"id": 1, "title": "Opening", "duration": "00:30",
            "date": "2026-08-21T11:00:00+02:00", "persons": [{"id": 7, "public_name": "jinxx"}]}]}}]}}}''', name='schedule.json')
        self.assertEqual(done['added'], 2)
        self.assertEqual(self.sessions()['Opening']['speakers'], ['jinxx'])

    def test_own_programme_goes_round(self):
        """What Plenary wrote is, in another library, the same programme to the apps of visitors."""
        uid = self.new('Meet-up', '2026-12-01T18:00')
        self.ask('session', 'new', '--gathering', uid, '--title', 'Opening', '--start', '2026-12-01T18:00', '--duration', '0:30',
                 '--room', 'Hall', '--track', 'Main', '--speaker', 'Ada Byron')
        first = self.ask('export', '--gathering', uid, '--format', 'schedule-xml')['text']
        self.folder = os.path.join(self.top, 'other')
        self.assertEqual(self.take(first)['added'], 2)
        uid = self.ask('gatherings')['gatherings'][0]['uid']
        second = self.ask('export', '--gathering', uid, '--format', 'schedule-xml')['text']
        events = [xml.etree.ElementTree.fromstring(text).find('.//event') for text in (first, second)]
        self.assertEqual(events[0].attrib['guid'], events[1].attrib['guid'])
        for name in 'title', 'date', 'duration', 'room', 'track', 'persons/person':
            self.assertEqual(events[0].findtext(name), events[1].findtext(name))

    def test_hostile(self):
        for name, text, line in [
                ('laughs.xml', '<?xml version="1.0"?>\n<!DOCTYPE schedule [<!ENTITY a "ha">]>\n<schedule>&a;</schedule>', 'Line 2: '),
                ('deep.xml', '<schedule>\n' + '<day>' * 1000, 'Line 2: '),
                ('deep.json', '{"schedule":\n' + '[' * 100000, 'Line 2: '),
                ('page.html', '<html>\n</html>', 'but no schedule')]:
            answer = self.fail_with(1, 'unreadable', 'import', self.write(name, text))
            self.assertIn(line, str(answer))
        self.fail_with(1, 'unreadable', 'import', '--as', 'events', self.write('schedule.xml', self.both()))
        self.assertEqual(self.ask('gatherings'), {'gatherings': []})

    def test_large(self):
        path = os.path.join(self.top, 'spaces.xml')
        with open(path, 'wb') as file:
            file.write(b'<schedule>')
            file.truncate(1000 * 1000 * 1000)
        self.assertIn('MB', str(self.fail_with(1, 'full', 'import', path)))


class Export(plenaryctl.Library):
    def setUp(self):
        super().setUp()
        self.uid = self.new('CPD23 meet-up', '2026-12-01T18:00', '--location', 'The Grafton', '--template', 'meetup')
        self.ask('attend', '--gathering', self.uid, 'Una Tarn <una@tarn.example>', '=Kit <kit@alderman.example>')

    def export(self, *arguments):
        return ('export', '--gathering', self.uid, '--format', *arguments)

    def identify(self):
        self.ask('identity', '--name', 'Cosima Larkspur', '--email', 'cosima@larkspur.example')

    def test_feed_has_no_guests(self):
        self.ask('session', 'new', '--gathering', self.uid, '--title', 'Welcome')
        text = self.say(*self.export('ics'))
        self.assertTrue(text.startswith('BEGIN:VCALENDAR\r\n'))
        self.assertIn('SUMMARY:CPD23 meet-up\r\n', text)
        self.assertIn('SUMMARY:Welcome\r\n', text)
        self.assertNotIn('ATTENDEE', text)
        self.assertNotIn('tarn.example', text)
        path = os.path.join(self.top, 'feed.ics')
        self.assertEqual(self.ask(*self.export('ics', '-o', path)), {'export': path})
        self.assertEqual(self.read(path), text)
        self.assertEqual(self.ask(*self.export('ics'))['text'], text)

    def test_table_is_harmless(self):
        rows = list(csv.reader(io.StringIO(self.say(*self.export('csv')))))
        self.assertEqual(len(rows), 3)
        self.assertTrue(any('una@tarn.example' in cell for cell in rows[1]))
        self.assertFalse(any(cell.startswith(('=', '+', '-', '@')) for row in rows for cell in row))

    def test_invitation_needs_an_identity(self):
        message = self.fail_with(1, 'no-identity', *self.export('invitation', '-o', self.top + '/out'))
        self.assertIn('CPD23 meet-up', message)
        self.assertFalse(os.path.exists(self.top + '/out'))
        self.fail_with(1, 'no-identity', *self.export('invitation', '--attendee', 'una@tarn.example'))

    def test_one_file_for_each_guest(self):
        self.identify()
        folder = os.path.join(self.top, 'out')
        self.assertEqual(self.ask(*self.export('invitation', '-o', folder)), {'export': folder, 'invitations': 2})
        names = sorted(os.listdir(folder))
        self.assertEqual(len(names), 3)
        self.assertIn('Una Tarn.ics', names)
        lines = unfold(self.read(folder, 'Una Tarn.ics'))
        self.assertIn('METHOD:REQUEST', lines)
        guests = [line for line in lines if line.startswith('ATTENDEE')]
        self.assertEqual(len(guests), 1)
        self.assertIn('una@tarn.example', guests[0])
        self.assertFalse(any('alderman' in line or line.startswith('X-PLENARY') for line in lines))
        self.assertTrue(any(line.startswith('ORGANIZER') and 'cosima@larkspur.example' in line for line in lines))
        words = self.read(folder, [name for name in names if name.endswith('.txt')][0])
        self.assertIn('una@tarn.example', words)
        self.assertEqual(self.show(self.uid)['told'], 2)
        self.ask('edit', self.uid, '--title', 'CPD23 party')
        self.ask('undo')
        self.assertEqual(self.ask('undo'), {'undone': 'Add 2 people'})  # what was told cannot be untold

    def test_one_guest(self):
        self.identify()
        text = self.say(*self.export('invitation', '--attendee', 'una@tarn.example'))
        self.assertIn('METHOD:REQUEST', unfold(text))
        path = os.path.join(self.top, 'una.ics')
        self.ask(*self.export('invitation', '--attendee', self.attendees(self.uid)[0]['id'], '-o', path))
        self.assertIn('METHOD:REQUEST', unfold(self.read(path)))
        self.assertEqual([one['told'] for one in self.attendees(self.uid)], [True, False])

    def test_update_and_cancellation(self):
        self.identify()
        sequence = 'SEQUENCE:{}'.format
        first = unfold(self.say(*self.export('invitation', '--attendee', 'una@tarn.example')))
        self.assertIn(sequence(0), first)
        self.ask('edit', self.uid, '--location', 'Room 2')
        self.assertEqual(self.show(self.uid)['sequence'], 1)
        update = unfold(self.say(*self.export('invitation', '--attendee', 'una@tarn.example')))
        self.assertIn(sequence(1), update)
        self.assertEqual([line for line in first if line.startswith('UID')],
                         [line for line in update if line.startswith('UID')])
        self.ask('edit', self.uid, '--status', 'cancelled')
        folder = os.path.join(self.top, 'out')
        self.assertEqual(self.ask(*self.export('invitation', '-o', folder))['invitations'], 1)
        cancellation = unfold(self.read(folder, 'Una Tarn.ics'))
        self.assertIn('METHOD:CANCEL', cancellation)
        self.assertIn(sequence(2), cancellation)

    def test_schedule(self):
        self.ask('session', 'new', '--gathering', self.uid, '--title', 'Welcome', '--track', 'Keynotes')
        text = self.say(*self.export('schedule-xml', '--address', 'https://example.org/schedule.xml'))
        schedule = xml.etree.ElementTree.fromstring(text)
        self.assertEqual(schedule.findtext('conference/title'), 'CPD23 meet-up')
        self.assertEqual(schedule.findtext('conference/time_zone_name'), 'Europe/London')
        self.assertEqual(schedule.findtext('url'), 'https://example.org/schedule.xml')
        self.assertIn('Welcome', [one.text for one in schedule.findall('day/room/event/title')])
        self.assertIn('Keynotes', [one.get('name') for one in schedule.findall('conference/track')])
        self.assertNotIn('tarn.example', text)
        path = os.path.join(self.top, 'schedule.xml')
        self.assertEqual(self.ask(*self.export('schedule-xml', '-o', path)), {'export': path})
        schema = os.path.join(os.environ.get('PLENARY_CORPORA', ''), 'schemas', 'schedule.xml.xsd')
        if os.path.exists(schema) and shutil.which('xmllint'):
            subprocess.run(['xmllint', '--noout', '--schema', schema, path], check=True, stderr=subprocess.DEVNULL)

    def test_page_and_paper(self):
        self.ask('session', 'new', '--gathering', self.uid, '--title', 'Fish & <chips>', '--room', 'Room 1')
        page = self.say(*self.export('html', '--address', 'https://example.org/'))
        self.assertTrue(page.startswith('<!DOCTYPE html>'))
        self.assertIn('Fish &amp; &lt;chips&gt;', page)
        self.assertNotIn('tarn.example', page)
        for layout in ([], ['--layout', 'list'], ['--layout', 'day'], ['--layout', 'rooms']):
            path = os.path.join(self.top, 'programme.pdf')
            self.assertEqual(self.ask(*self.export('pdf', '-o', path, *layout)), {'export': path})
            with open(path, 'rb') as file:
                self.assertTrue(file.read().startswith(b'%PDF-'))
        self.fail_with(2, 'usage', *self.export('pdf', '--layout', 'round'))
        self.fail_with(2, 'usage', *self.export('html', '--layout', 'day'))

    @unittest.skipUnless(icalendar, 'python3-icalendar is not installed')
    def test_feed_is_read_by_others(self):
        shown = self.ask('session', 'new', '--gathering', self.uid, '--title', 'Welcome', '--track', 'Keynotes')['uid']
        gone = self.ask('session', 'new', '--gathering', self.uid, '--title', 'Called off')['uid']
        self.ask('session', 'edit', gone, '--gathering', self.uid, '--status', 'cancelled')
        draft = self.ask('session', 'new', '--gathering', self.uid, '--title', 'Not settled')['uid']
        self.ask('session', 'edit', draft, '--gathering', self.uid, '--status', 'draft')
        answer = self.ask(*self.export('ics', '--address', 'https://example.org/feed.ics'))
        self.assertEqual(answer['note'], 'Left out: 1 draft')
        calendar = icalendar.Calendar.from_ical(answer['text'])
        self.assertEqual(calendar['METHOD'], 'PUBLISH')
        self.assertEqual((calendar['NAME'], calendar['X-WR-CALNAME']), ('CPD23 meet-up', 'CPD23 meet-up'))
        self.assertEqual(calendar['REFRESH-INTERVAL'].params['VALUE'], 'DURATION')
        self.assertEqual((str(calendar['REFRESH-INTERVAL']), calendar['X-PUBLISHED-TTL']), ('PT1H', 'PT1H'))
        self.assertEqual(calendar['SOURCE'], 'https://example.org/feed.ics')
        self.assertEqual(len(calendar.walk('VTIMEZONE')), 1)
        events = {str(event['UID']): event for event in calendar.walk('VEVENT')}
        self.assertNotIn(draft, events)
        self.assertEqual(events[gone]['STATUS'], 'CANCELLED')
        self.assertEqual(events[shown]['CATEGORIES'].to_ical(), b'Keynotes')
        for uid, event in events.items():
            for needed in ('SUMMARY', 'LOCATION', 'DTSTART', 'DTEND', 'DTSTAMP', 'SEQUENCE', 'LAST-MODIFIED'):
                self.assertIn(needed, event, uid)  # or Giggity drops it, and nobody sees what is new
        again = icalendar.Calendar.from_ical(self.ask(*self.export('ics'))['text'])
        self.assertEqual([str(event['UID']) for event in again.walk('VEVENT')], list(events))

    def test_what_cannot_be_written_is_told(self):
        for format in ('ics', 'schedule-xml', 'html', 'pdf', 'csv'):
            self.assertIn('“/” is a folder', self.fail_with(1, 'bad-name', *self.export(format, '-o', '/')))
            self.fail_with(1, 'not-found', *self.export(format, '-o', '/proc/no/such/folder.xml'))
        self.identify()
        self.assertIn('there is a folder', self.fail_with(1, 'bad-name', *self.export(
            'invitation', '--attendee', 'una@tarn.example', '-o', '/')))
        self.fail_with(1, 'bad-address', *self.export('ics', '--address', 'javascript:x'))

    def test_what_is_wrong_is_told(self):
        self.identify()
        self.fail_with(2, 'usage', 'export', '--gathering', self.uid)
        self.fail_with(2, 'usage', *self.export('docx'))
        self.fail_with(2, 'usage', *self.export('invitation'))
        self.fail_with(1, 'not-found', 'export', '--gathering', 'nobody', '--format', 'ics')
        self.fail_with(1, 'not-found', *self.export('invitation', '--attendee', 'ada@fennimore.example'))
        empty = self.new('Empty')
        self.fail_with(1, 'nobody', 'export', '--gathering', empty, '--format', 'invitation', '-o', self.top)


if __name__ == '__main__':
    unittest.main()
