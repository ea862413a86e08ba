#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import unittest

import plenaryctl


class Library(plenaryctl.Library):
    def test_identity(self):
        self.assertEqual(self.ask('identity'), {'identity': {'name': '', 'email': ''}})
        self.ask('identity', '--name', 'Cosima Larkspur', '--email', 'cosima@larkspur.example')
        self.ask('identity', '--name', 'Cosima')
        self.assertEqual(self.ask('identity'), {'identity': {'name': 'Cosima', 'email': 'cosima@larkspur.example'}})
        self.assertEqual(self.say('identity'), 'Cosima <cosima@larkspur.example>\n')
        self.assertEqual(self.show(self.new())['organizer']['email'], 'cosima@larkspur.example')
        self.fail_with(1, 'bad-address', 'identity', '--email', 'cosima')

    def test_identity_outlives_the_database(self):
        self.ask('identity', '--name', 'Zoë', '--email', 'zoe@tarn.example')
        uid = self.new()
        for name in os.listdir(self.folder):
            if name.startswith('library.db'):
                os.remove(os.path.join(self.folder, name))
        self.assertEqual(self.ask('identity'), {'identity': {'name': 'Zoë', 'email': 'zoe@tarn.example'}})
        self.assertEqual(self.show(uid)['uid'], uid)

        for name in os.listdir(self.folder):
            if name.startswith('library.db'):
                os.remove(os.path.join(self.folder, name))
        with open(os.path.join(self.folder, 'library.ini'), 'wb') as file:
            file.write(b'\0[library\nidentity.name')
        self.assertEqual(self.ask('identity'), {'identity': {'name': '', 'email': ''}})

    def test_no_folder(self):
        file = self.write('plain', 'I am no folder.')
        for self.folder in file, os.path.join(file, 'below', 'it'), '/proc/plenary':
            self.assertIn('not a folder', self.fail_with(1, 'refused', 'gatherings'))
        self.folder = ''
        self.fail_with(2, 'usage', 'gatherings')

    def test_restore_of_nothing(self):
        self.new()
        missing = os.path.join(self.top, 'missing')
        self.assertIn('not there', self.fail_with(1, 'not-found', 'restore', missing))
        self.assertIn('not a whole backup', self.fail_with(1, 'damaged', 'restore', self.top))

    def test_backup_is_private(self):
        self.new()
        path = os.path.join(self.top, 'backup')
        self.ask('backup', path)
        self.assertEqual(os.stat(path).st_mode & 0o777, 0o600)

    def test_search(self):
        uid = self.new('Zoë’s meet-up', '2026-12-01T18:00', '--location', 'The Grafton')
        self.ask('attend', '--gathering', uid, 'Una Tarn <una@tarn.example>')
        hits = self.ask('search', 'zoe')['hits']
        self.assertEqual([(hit['kind'], hit['uid']) for hit in hits], [('gathering', uid)])
        self.assertEqual(self.ask('search', 'grafton')['hits'][0]['uid'], uid)
        person = self.ask('search', 'una tar')['hits'][0]
        self.assertEqual((person['kind'], person['gathering']), ('person', uid))
        self.assertEqual(person['person'], self.attendees(uid)[0]['id'])
        self.assertEqual(self.ask('search', 'nothing of this')['hits'], [])
        self.assertEqual(self.say('search', 'nothing of this'), 'Nothing was found.\n')
        self.fail_with(2, 'usage', 'search')

    def test_bin(self):
        uid = self.new()
        before = self.show(uid)
        self.ask('delete', uid)
        hits = self.ask('bin')['bin']
        self.assertEqual([(hit['uid'], hit['title'], hit['kind']) for hit in hits],
                         [(uid, 'CPD23 meet-up', 'gathering')])
        self.assertEqual(hits[0]['deleted'][:10], plenaryctl.NOW[:10])
        self.assertIn('CPD23 meet-up', self.say('bin'))
        self.fail_with(1, 'not-found', 'bin', '--restore', 'nobody')
        self.assertEqual(self.ask('bin', '--restore', uid), {'restored': uid})
        self.assertEqual(self.show(uid), before)
        self.assertEqual(self.ask('bin'), {'bin': []})
        self.assertEqual(self.ask('undo'), {'undone': 'Restore CPD23 meet-up'})

    def test_undo_and_redo(self):
        self.fail_with(1, 'nothing', 'undo')
        self.fail_with(1, 'nothing', 'redo')
        uid = self.new()
        self.assertEqual(self.ask('undo'), {'undone': 'New CPD23 meet-up'})
        self.assertEqual(self.say('redo'), 'Done again: New CPD23 meet-up\n')
        self.assertEqual(self.show(uid)['title'], 'CPD23 meet-up')

    def test_check(self):
        self.new()
        check = self.ask('check')['check']
        self.assertEqual((check['objects'], check['files'], check['problems']), (1, 1, []))
        self.assertIn('All is well', self.say('check'))

    def test_backup_and_restore(self):
        file = os.path.join(self.top, 'all.backup')
        uid = self.new('First')
        before = self.show(uid)
        self.assertEqual(self.ask('backup', file), {'backup': file})
        self.ask('edit', uid, '--title', 'Changed')
        self.new('Second')
        self.assertEqual(self.ask('restore', file), {'restored': file})
        self.assertEqual([g['uid'] for g in self.ask('gatherings')['gatherings']], [uid])
        self.assertEqual(self.show(uid), before)
        self.ask('undo')
        self.assertEqual(len(self.ask('gatherings')['gatherings']), 2)
        self.assertEqual(self.ask('check')['check']['problems'], [])
        self.fail_with(1, 'not-found', 'restore', self.top + '/no-such-file')
        self.fail_with(2, 'usage', 'backup')
        self.fail_with(2, 'usage', 'restore')

    def test_sample(self):
        self.assertEqual(self.ask('sample', self.folder), {'sample': self.folder})
        gatherings = self.ask('gatherings')['gatherings']
        self.assertEqual([g['start'][:10] for g in gatherings], ['2011-07-19', '2011-07-20', '2026-12-16'])
        launch, meet_up, upcoming = gatherings
        self.assertEqual(launch['answers']['accepted'], 86)
        self.assertGreater(len(self.ask('sessions', '--gathering', launch['uid'])['sessions']), 8)
        self.assertEqual([(r['title'], r['groups'], r['placed']) for r in
                          self.ask('rounds', '--gathering', launch['uid'])['rounds']],
                         [('Round 1', 12, 72), ('Round 2', 12, 72), ('Round 3', 12, 72)])
        self.assertEqual(self.ask('presence', '--gathering', launch['uid'])['presence']['here'], 74)
        self.assertEqual(meet_up['previous'], launch['uid'])
        self.assertEqual(upcoming['previous'], meet_up['uid'])
        self.assertEqual(upcoming['start'], '2026-12-16T18:30:00+00:00')
        self.assertGreater(upcoming['answers']['needs-action'], 0)
        self.assertEqual(len({g['series'] for g in gatherings}), 1)
        self.assertEqual({g['calendar'] for g in gatherings}, {'Examples'})
        self.assertEqual(sum(launch['answers'].values()) + launch['waiting'], launch['attendees'])
        self.assertEqual(self.ask('search', 'CPD23')['hits'], [])
        self.ask('sample', self.folder)
        self.assertEqual(len(self.ask('gatherings')['gatherings']), 3)
        self.assertEqual(self.ask('check')['check']['problems'], [])
        self.assertEqual(self.ask('undo'), {'undone': 'Add the examples'})
        self.assertEqual(self.ask('gatherings')['gatherings'], [])

    def test_folder_that_cannot_be_written(self):
        self.folder = os.path.join(self.write('a-file', ''), 'library')
        self.assertIn(self.folder, self.fail_with(1, 'refused', 'gatherings'))

    def test_library_of_somebody_else(self):
        if os.geteuid() != 0:
            self.skipTest('only root can be somebody else')
        self.new()
        os.chmod(self.top, 0o755)
        for mode in (0o700, 0o755):  # unseen; seen, but not to be written
            os.chmod(self.folder, mode)
            with self.subTest(mode=oct(mode)):
                done = self.run_raw('gatherings', user='nobody')
                self.assertEqual(done.returncode, 1, done)
                self.assertIn('may not be read or written', done.stderr)


if __name__ == '__main__':
    unittest.main()
