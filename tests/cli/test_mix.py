#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import subprocess
import sys
import unittest

import plenaryctl

BENCH = os.environ.get('PLENARY_MIXING') or os.path.join(os.environ.get('PLENARY_CORPORA', ''), '..', 'bench', 'mixing')


def question(people=12, groups=4, rounds=3, **more):
    size = people // groups
    return {'format': 'mixing-1', 'name': 'test',
            'people': [{'id': 'p%d' % i} for i in range(people)],
            'rounds': [{'groups': [{'id': 'G%d' % k, 'min': size, 'max': size} for k in range(groups)]}
                       for _ in range(rounds)], **more}


class Mix(plenaryctl.Library):
    def setUp(self):
        super().setUp()
        self.solution = os.path.join(self.top, 'solution.json')

    def mix(self, what, *more, steps='100000'):
        path = self.write('question.json', json.dumps(what))
        told = self.ask('mix', '--instance', path, '--solution', self.solution, '--steps', steps, *more)['mix']
        return told, json.loads(self.read(self.solution))['schedule']

    def refused(self, what):
        path = self.write('question.json', what if isinstance(what, str) else json.dumps(what))
        message = self.fail_with(1, 'unreadable', 'mix', '--instance', path, '--solution', self.solution)
        self.assertFalse(os.path.exists(self.solution))
        return message

    def test_everybody_meets_new_people(self):
        told, schedule = self.mix(question())
        self.assertEqual((told['violations'], told['cost']), (0, 0))
        met = set()
        for groups in schedule:
            self.assertEqual(sorted(p for g in groups.values() for p in g), sorted('p%d' % i for i in range(12)))
            for group in groups.values():
                self.assertEqual(len(group), 3)
                for a in group:
                    for b in group:
                        if a < b:
                            self.assertNotIn((a, b), met)
                            met.add((a, b))

    def test_same_seed_and_steps_give_the_same_groups(self):
        hard = question(people=20, groups=4, rounds=6)
        first = self.mix(hard, '--seed', '7')
        self.assertEqual(first, self.mix(hard, '--seed', '7'))
        self.assertNotEqual(first[1], self.mix(hard, '--seed', '8')[1])

    def test_rules_are_kept(self):
        told, schedule = self.mix(question(
            together=[{'people': ['p0', 'p1']}], apart=[{'people': ['p2', 'p3'], 'rounds': [1]}],
            fixed=[{'person': 'p4', 'round': 2, 'group': 'G3'}]))
        self.assertEqual(told['violations'], 0)
        for groups in schedule:
            self.assertTrue(any({'p0', 'p1'} <= set(g) for g in groups.values()))
        self.assertFalse(any({'p2', 'p3'} <= set(g) for g in schedule[1].values()))
        self.assertIn('p4', schedule[2]['G3'])

    def test_time_is_a_limit(self):
        path = self.write('question.json', json.dumps(question(people=20, groups=4, rounds=6)))
        said = self.say('mix', '--instance', path, '--solution', self.solution, '--seconds', '0.2', '--seed', '3')
        self.assertRegex(said, r'^All rules are kept; the cost is \d+\.\n--seed 3 --steps \d+\n$')

    def test_what_is_no_question(self):
        for wrong in ('', '{', '[]', '"mixing-1"', '[' * 100000, {}, {'format': 'mixing-2'},
                      {'format': 'mixing-1', 'people': [], 'rounds': []},
                      {'format': 'mixing-1', 'people': [{'id': 'a'}], 'rounds': [{}] * 51},
                      {'format': 'mixing-1', 'people': [{'id': 'a'}] * 2, 'rounds': [{}]},
                      {'format': 'mixing-1', 'people': [{'id': 1}], 'rounds': [{}]},
                      {'format': 'mixing-1', 'people': 5, 'rounds': {}},
                      question(together=5), question(together=[5]), question(together=[{'people': ['nobody']}]),
                      question(apart=[{'people': ['p0', 'p1'], 'rounds': [3]}]),
                      question(fixed=[{'person': 'p0', 'round': 0, 'group': 'cellar'}]),
                      question(past=[['p0', 'p1']]), question(past=[['p0', 'p1', -1]]),
                      question(previous=[{}]), question(previous=[{'G0': 'p0'}] * 3),
                      question(weights={'repeat': 1e400}), question(weights={'repeat': 2 ** 40}),
                      question(mix=[{'attr': 'a'}] * 2), question(frozen_rounds=[-1])):
            self.assertRegex(self.refused(wrong), r'^This is not a question for the mixer that can be read: .*\.$')
        self.assertIn('“p0”', self.refused(question(mix=[{'attr': 'a'}]) | {'people': [{'id': 'p0'}, {'id': 'p0'}]}))

    def test_rules_that_cannot_be_kept(self):
        told, schedule = self.mix(question(people=6, groups=2, rounds=2, together=[{'people': ['p0', 'p1']}],
                                           apart=[{'people': ['p1', 'p0'], 'rounds': [0]}]))
        self.assertEqual(told['violations'], 1)
        self.assertRegex(told['reasons'][0], r'^Round 1: p0 and p1 are .*\. Two rules contradict each other\.$')

    def test_usage(self):
        self.fail_with(2, 'usage', 'mix')
        path = self.write('question.json', json.dumps(question()))
        self.fail_with(2, 'usage', 'mix', '--instance', path)
        self.fail_with(2, 'usage', 'mix', '--instance', path, '--solution', self.solution, '--seconds', '-1')
        self.fail_with(1, 'not-found', 'mix', '--instance', path + 'x', '--solution', self.solution)

    @unittest.skipUnless(os.path.exists(os.path.join(BENCH, 'score.py')), 'the benchmark is not here')
    def test_another_program_counts_the_same(self):
        for name in sorted(os.listdir(os.path.join(BENCH, 'instances'))):
            path = os.path.join(BENCH, 'instances', name)
            told = self.ask('mix', '--instance', path, '--solution', self.solution, '--steps', '30000')['mix']
            score = json.loads(subprocess.run([sys.executable, os.path.join(BENCH, 'score.py'), path, self.solution],
                                              check=True, capture_output=True).stdout)
            self.assertEqual((told['violations'], told['cost']), (score['violations'], score['cost']), name)
            self.assertEqual(score['violations'], 0, name)


if __name__ == '__main__':
    unittest.main()
