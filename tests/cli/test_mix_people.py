#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
import unittest

import plenaryctl

STEPS = ('--steps', '200000')


class MixPeople(plenaryctl.Library):
    def setUp(self):
        super().setUp()
        self.uid = self.new()
        people = ['Person %02d <p%02d@example.org>' % (i, i) for i in range(12)]
        self.ask('attend', '--gathering', self.uid, *people)
        for i in range(12):
            self.ask('rsvp', '--gathering', self.uid, 'p%02d@example.org' % i, 'accepted')

    def mix(self, *more):
        return self.ask('mix', '--gathering', self.uid, '--rounds', '2', '--size', '4', *STEPS, *more)['mix']

    def plan(self):
        groups = self.ask('groups', '--gathering', self.uid)['groups']
        return [sorted(person['name'] for person in group['people']) for group in groups]

    def test_mix_is_told_in_words_and_undone_in_one_step(self):
        told = self.mix()
        self.assertEqual((told['uid'], told['seed']), (self.uid, 1))
        self.assertEqual(told['quality']['people'], 12)
        self.assertTrue(told['sentences'][0].startswith('Everybody meets '), told)
        self.assertEqual([len(group) for group in self.plan()], [4] * 6)
        self.assertEqual(len(told['tell']), 24)
        self.ask('undo')
        self.assertEqual(self.plan(), [])

    def test_same_seed_gives_the_same_groups(self):
        self.mix('--seed', '3')
        first = self.plan()
        self.ask('undo')
        self.mix('--seed', '3')
        self.assertEqual(self.plan(), first)

    def test_words_for_people(self):
        said = self.say('mix', '--gathering', self.uid, '--rounds', '1', '--size', '3', *STEPS)
        self.assertIn('Everybody meets 2 new people.', said)

    def test_mend(self):
        everybody = ['p%02d@example.org' % i for i in range(12)]
        self.ask('check-in', '--gathering', self.uid, *everybody[:11])
        self.mix()
        before = self.plan()
        self.ask('check-out', '--gathering', self.uid, everybody[0])
        self.ask('check-in', '--gathering', self.uid, everybody[11])
        told = self.ask('mend', '--gathering', self.uid)['mend']
        self.assertEqual({(one['name'], one['from']) for one in told['tell'] if one['from'] != one['to']},
                         {('Person 11', '')})
        self.assertTrue(all(one['role'] != 'none' for one in told['tell'] if one['from'] == one['to']), told)
        self.assertEqual([[name for name in group if name != 'Person 00'] for group in before],
                         [[name for name in group if name != 'Person 11'] for group in self.plan()])

    def test_what_cannot_be(self):
        self.fail_with(2, 'usage', 'mix')
        self.fail_with(2, 'usage', 'mix', '--gathering', self.uid, '--size', '1')
        self.fail_with(2, 'usage', 'mix', '--gathering', self.uid, '--rounds', '99')
        self.fail_with(2, 'usage', 'mix', '--gathering', self.uid, '--who', 'all')
        self.fail_with(2, 'usage', 'mend')
        self.assertEqual(self.fail_with(1, 'nobody', 'mend', '--gathering', self.uid),
                         'There are no rounds yet. Mix first.')
        empty = self.new('Empty')
        self.assertEqual(self.fail_with(1, 'nobody', 'mix', '--gathering', empty),
                         'Fewer than two people are going. Add people, or set their answers.')


if __name__ == '__main__':
    unittest.main()
