#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
import unittest

import plenaryctl


class People(plenaryctl.Library):
    def setUp(self):
        super().setUp()
        self.uid = self.new()

    def attend(self, *arguments, given=None):
        return self.ask('attend', '--gathering', self.uid, *arguments, given=given)

    def test_attend(self):
        self.assertEqual(self.attend('Una Tarn <una@tarn.example>', 'kit@alderman.example'),
                         {'added': 2, 'already': 0, 'twice': 0, 'unreadable': []})
        una, kit = self.attendees(self.uid)
        self.assertEqual((una['name'], una['email']), ('Una Tarn', 'una@tarn.example'))
        self.assertEqual(una['answer'], 'needs-action')
        self.assertEqual(una['role'], 'attendee')
        self.assertRegex(kit['id'], '^[a-z0-9]{12}$')
        self.assertEqual(self.show(self.uid)['answers']['needs-action'], 2)
        self.assertEqual(self.attend('UNA@tarn.example')['already'], 1)
        text = self.say('attendees', '--gathering', self.uid)
        self.assertIn('Una Tarn', text)
        self.assertIn('No answer', text)

    def test_attend_from_a_list(self):
        path = self.write('list.txt', 'una@tarn.example\nKit Alderman <kit@alderman.example>\n\n'
                          'una@tarn.example\nnot an address\nada@fennimore.example\n')
        done = self.attend('--from', path, 'flora@penhaligon.example')
        self.assertEqual(done, {'added': 4, 'already': 0, 'twice': 1, 'unreadable': ['not an address']})
        self.assertEqual(self.say('attend', '--gathering', self.uid, '--from', path),
                         '0 added, 3 already on the list, 1 twice, 1 not an address\n  line 5: not an address\n')
        self.assertEqual(self.ask('undo'), {'undone': 'Add 4 people'})
        self.assertEqual(self.attendees(self.uid), [])
        self.assertEqual(self.attend('--from', '-', given='una@tarn.example\n')['added'], 1)

    def test_attend_from_a_spreadsheet(self):
        path = self.write('list.csv', '')
        with open(path, 'wb') as file:
            file.write('Name\tE-mail\nZoë Tarn\tzoe@tarn.example\n'.encode('utf-16'))
        self.assertEqual(self.attend('--from', path)['added'], 1)
        self.assertEqual(self.attendees(self.uid)[0]['name'], 'Zoë Tarn')
        with open(path, 'wb') as file:
            file.write(bytes(range(256)))
        self.fail_with(1, 'unreadable', 'attend', '--gathering', self.uid, '--from', path)

    def test_rsvp(self):
        self.ask('identity', '--name', 'Cosima Larkspur', '--email', 'cosima@larkspur.example')
        self.attend('Una Tarn <una@tarn.example>', 'kit@alderman.example')
        done = self.ask('rsvp', '--gathering', self.uid, 'Una@Tarn.example', 'accepted')['attendee']
        self.assertEqual(done['answer'], 'accepted')
        kit = self.attendees(self.uid)[1]
        self.ask('rsvp', '--gathering', self.uid, kit['id'], 'tentative')
        una, kit = self.attendees(self.uid)
        self.assertEqual((una['answer'], kit['answer']), ('accepted', 'tentative'))
        self.assertEqual(una['said-by'], 'Cosima Larkspur')
        self.assertEqual(una['said-at'][:10], plenaryctl.NOW[:10])
        self.assertEqual(self.show(self.uid)['answers'],
                         {'accepted': 1, 'tentative': 1, 'needs-action': 0, 'declined': 0})
        self.ask('rsvp', '--gathering', self.uid, 'una@tarn.example', 'needs-action')
        self.assertEqual(self.attendees(self.uid)[0]['said-by'], '')
        self.assertEqual(self.ask('undo'), {'undone': 'Answer of Una Tarn'})
        self.assertEqual(self.attendees(self.uid)[0]['answer'], 'accepted')

    def test_what_is_wrong_is_told(self):
        self.fail_with(2, 'usage', 'attendees')
        self.fail_with(2, 'usage', 'attend', '--gathering', self.uid)
        self.fail_with(2, 'bad-address', 'attend', '--gathering', self.uid, 'Una')
        self.fail_with(1, 'not-found', 'attend', '--gathering', 'nobody', 'una@tarn.example')
        self.fail_with(1, 'not-found', 'attend', '--gathering', self.uid, '--from', self.top + '/no-such-list')
        self.fail_with(2, 'usage', 'rsvp', '--gathering', self.uid, 'una@tarn.example')
        self.fail_with(2, 'usage', 'rsvp', '--gathering', self.uid, 'una@tarn.example', 'perhaps')
        self.assertIn('una@tarn.example',
                      self.fail_with(1, 'not-found', 'rsvp', '--gathering', self.uid, 'una@tarn.example', 'accepted'))
        self.assertEqual(self.attendees(self.uid), [])


if __name__ == '__main__':
    unittest.main()
