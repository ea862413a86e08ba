#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
import glob
import os
import unittest

import plenaryctl


class Notes(plenaryctl.Library):
    def setUp(self):
        super().setUp()
        self.uid = self.new()
        self.session = self.ask('session', 'new', '--gathering', self.uid, '--title', 'Networking')['uid']

    def note(self, *arguments, given=None):
        return self.ask('note', '--group', self.session, *arguments, given=given)

    def lines(self):
        notes = self.ask('notes', '--gathering', self.uid)['notes']
        self.assertEqual(len(notes), 1)
        return notes[0]['lines']

    def texts(self):
        return [(line['kind'], line['text']) for line in self.lines()]

    def file_of_note(self):
        for path in glob.glob(os.path.join(self.folder, 'calendars', '*', '*.ics')):
            with open(path, encoding='utf-8', newline='') as file:
                text = file.read()
            if 'X-PLENARY-KIND:NOTE' in text:
                return path, text
        self.fail('there is no note')

    def test_add(self):
        self.assertEqual(self.ask('notes', '--gathering', self.uid), {'notes': []})
        done = self.note('--add', 'idea', 'Two hosts for every meet-up', '--by', 'Hana')
        self.assertEqual(done['lines'], 1)
        self.assertRegex(done['line'], '^[a-z0-9]{12}$')
        self.ask('attend', '--gathering', self.uid, 'Una Tarn <una@tarn.example>')
        una = self.attendees(self.uid)[0]['id']
        self.note('--add', 'ACTION', 'Ask the four networks', '--owner', 'una@tarn.example', '--due', '2011-08-05')
        idea, action = self.lines()
        self.assertEqual((idea['kind'], idea['text'], idea['by']), ('idea', 'Two hosts for every meet-up', 'Hana'))
        self.assertEqual((action['owner'], action['owner-id'], action['due']), ('Una Tarn', una, '2011-08-05'))
        text = self.say('notes', '--gathering', self.uid)
        self.assertIn('idea: Two hosts for every meet-up. Said by Hana', text)
        self.assertIn('action: Ask the four networks. Una Tarn, by Friday 5 August 2011', text)

    def test_change_and_remove(self):
        line = self.note('--add', 'point', 'One')['line']
        other = self.note('--add', 'point', 'Two')['line']
        self.note('--line', line, '--kind', 'decision', 'One, after all')
        self.assertEqual(self.texts(), [('decision', 'One, after all'), ('point', 'Two')])
        self.note('--remove', other)
        self.assertEqual(self.texts(), [('decision', 'One, after all')])
        self.assertEqual(self.ask('undo'), {'undone': 'Notes of Networking'})
        self.assertEqual(self.texts(), [('decision', 'One, after all'), ('point', 'Two')])
        self.fail_with(1, 'not-found', 'note', '--group', self.session, '--remove', other + 'x')

    def test_text_and_sheet(self):
        path = self.write('said.txt', 'What we said\n\n- ? Who pays\n* Decision: in October — all\n- [ ] ask (@Una Tarn)\n')
        self.assertEqual(self.note('--from', path)['lines'], 4)
        self.assertEqual(self.texts(), [('point', 'What we said'), ('question', 'Who pays'), ('decision', 'in October'),
                                        ('action', 'ask')])
        sheet = self.say('note', '--group', self.session, '--sheet', 'report-back')
        self.assertIn('# Networking', sheet)
        self.assertEqual(self.note('--from', '-', given=sheet)['lines'], 4)
        filled = sheet.replace('- Idea:', '- Idea: a reading group')
        self.assertEqual(self.note('--from', '-', given=filled)['lines'], 5)
        self.assertEqual(self.texts()[-1], ('idea', 'a reading group'))

    def test_edited_by_a_journal_program(self):
        self.note('--add', 'point', 'One')
        first = self.lines()[0]['id']
        path, text = self.file_of_note()
        with open(path, 'w', encoding='utf-8', newline='') as file:
            file.write(text.replace('DESCRIPTION:- One', 'DESCRIPTION:- One\\n- Idea: from the journal'))
        self.assertEqual(self.texts(), [('point', 'One'), ('idea', 'from the journal')])
        self.note('--add', 'point', 'Three')
        self.assertEqual(self.texts(), [('point', 'One'), ('idea', 'from the journal'), ('point', 'Three')])
        self.assertEqual(self.lines()[0]['id'], first)
        self.assertIn('**Idea:** from the journal', self.file_of_note()[1].replace('\r\n ', ''))

    def test_export(self):
        self.note('--add', 'quote', 'I joined for the biscuits', '--by', 'Una')
        text = self.say('export', '--gathering', self.uid, '--format', 'notes-markdown')
        self.assertIn('## Networking\n\n- **Quote, ask first:** I joined for the biscuits — Una\n', text)

    def test_sheets_for_paper(self):
        path = os.path.join(self.top, 'sheets.pdf')
        self.ask('export', '--gathering', self.uid, '--format', 'pdf', '--layout', 'notes', '-o', path)
        with open(path, 'rb') as file:
            self.assertEqual(file.read(5), b'%PDF-')

    def test_search_finds_it(self):
        self.note('--add', 'idea', 'Marmalade for everybody')
        self.assertEqual(len(self.ask('search', 'marmalade')['hits']), 1)

    def test_mistakes(self):
        self.fail_with(2, 'usage', 'note', '--group', self.session)
        self.fail_with(2, 'usage', 'note', '--add', 'idea', 'x')
        self.fail_with(2, 'usage', 'note', '--group', self.session, '--add', 'shout', 'x')
        self.fail_with(2, 'usage', 'note', '--group', self.session, '--add', 'idea')
        self.fail_with(2, 'usage', 'note', '--group', self.session, '--sheet', 'blank')
        self.fail_with(2, 'bad-time', 'note', '--group', self.session, '--add', 'action', 'x', '--due', 'soon')
        self.fail_with(1, 'not-found', 'note', '--group', 'nobody', '--add', 'idea', 'x')
        self.fail_with(2, 'usage', 'notes')


if __name__ == '__main__':
    unittest.main()
