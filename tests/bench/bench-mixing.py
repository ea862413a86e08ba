#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How well the mixer mixes: the instances of the mixing benchmark, counted by its own scorer.

    bench-mixing.py PLENARYCTL

PLENARY_MIXING is the folder of the benchmark; where it is not, nothing is measured. MIXING_SECONDS (1) is the
processor time a plan may take, MIXING_SEEDS (1) how many seeds; the median counts. Rules must always be kept. From ten
seconds on the medians must reach what a prototype reached in ten seconds; with less time they stay below a floor.
The pure rows are people and groups only, and there the repeats count. A thousand people in eight rounds have a
second, however long the others have.

MIXING_GOLFERS is a folder with lib/geneticSolver.js of Good-Enough Golfers (github.com/islemaster/good-enough-golfers)
and, by npm install, lodash. Where it is, what that finds in the same processor time stands beside, where it can be
asked: its groups are of one size, the same in all rounds, and it knows no rules but who is to be apart.

The whole table: MIXING_SECONDS=10 MIXING_SEEDS=3 bench-mixing.py plenaryctl
"""
import itertools
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile

# Highest costs at a second, about half as much again as usual.
FLOOR = {'d01': 10, 'd02': 20, 'd03': 200, 'd04': 1600, 'd05': 450, 'd06': 2000, 'd07': 40, 'd08': 1600, 'd09': 160,
         'd10': 600, 'd11': 100, 'd12': 220}

# What a prototype reached in ten seconds.
REACHED = {'d01': 0, 'd02': 0, 'd03': 230, 'd04': 1520, 'd05': 280, 'd06': 1402, 'd07': 8, 'd08': 1252, 'd09': 112,
           'd10': 398, 'd11': 0, 'd12': 84}

# People, groups, rounds; repeats that a prototype reached in ten seconds, or that are known to be possible.
PURE = [(15, 5, 7, 0), (32, 8, 7, 0), (32, 8, 8, 0), (32, 8, 9, 0), (32, 8, 10, 23), (36, 6, 3, 0), (35, 7, 6, 0),
        (45, 9, 6, 0), (40, 10, 9, 0), (100, 10, 3, 0), (23, 5, 4, 0), (60, 10, 6, 0), (120, 15, 6, 0), (300, 30, 8, 0),
        (1000, 125, 6, 0)]
LARGE = (1000, 125, 8, 0)


def processor_time():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def pure(people, groups, rounds):
    group = [{'id': 'G%03d' % i, 'min': people // groups, 'max': -(-people // groups)} for i in range(groups)]
    return {'format': 'mixing-1', 'name': '%d in %d, %d rounds' % (people, groups, rounds),
            'people': [{'id': 'p%04d' % i} for i in range(people)], 'rounds': [{'groups': group}] * rounds}


def golfers_question(question):
    """What Good-Enough Golfers can be asked, or None; who is one too many is nobody, and no two of these share a group."""
    shapes = {tuple((group['min'], group['max']) for group in held['groups']) for held in question['rounds']}
    if len(shapes) != 1 or any('present' in person or 'prefers' in person for person in question['people']) \
            or any(key in question for key in ('fixed', 'previous', 'past')):
        return None
    shape = shapes.pop()
    size = max(most for least, most in shape)
    n = len(question['people'])
    if min(least for least, most in shape) < size - 1 or len(shape) * size - n > len(shape):
        return None
    index = {person['id']: i for i, person in enumerate(question['people'])}
    apart = [[index[person] for person in rule['people']] for rule in question.get('apart', []) if 'rounds' not in rule]
    return {'groups': len(shape), 'size': size, 'rounds': len(question['rounds']), 'people': n,
            'forbidden': apart + [list(pair) for pair in itertools.combinations(range(n, len(shape) * size), 2)]}


class Bench:
    def __init__(self, plenaryctl, bench, folder):
        self.plenaryctl = plenaryctl
        self.scorer = os.path.join(bench, 'score.py')
        self.question = os.path.join(folder, 'question.json')
        self.solution = os.path.join(folder, 'solution.json')
        self.seconds = float(os.environ.get('MIXING_SECONDS', '1'))
        self.seeds = int(os.environ.get('MIXING_SEEDS', '1'))
        self.golfers = os.environ.get('MIXING_GOLFERS', '')
        if not shutil.which('node') or not os.path.exists(os.path.join(self.golfers, 'lib', 'geneticSolver.js')):
            self.golfers = ''
        self.missed = False

    def score(self):
        return json.loads(subprocess.run([sys.executable, '-B', self.scorer, self.question, self.solution], check=True,
                                         capture_output=True).stdout)

    def ask_golfers(self, question, what):
        asked = golfers_question(question)
        if not self.golfers or asked is None:
            return ''
        try:
            told = subprocess.run(['node', os.path.join(os.path.dirname(__file__), 'golfers.js'), self.golfers,
                                   str(self.seconds)], input=json.dumps(asked), check=True, capture_output=True, text=True,
                                  timeout=10 * self.seconds + 60).stdout
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            return 'none'
        ids = [person['id'] for person in question['people']]
        with open(self.solution, 'w') as file:
            json.dump({'schedule': [{group['id']: [ids[i] for i in members if i < len(ids)]
                                     for group, members in zip(held['groups'], groups)}
                                    for held, groups in zip(question['rounds'], json.loads(told))]}, file)
        score = self.score()
        return '%d%s' % (score[what], ', %d broken' % score['violations'] if score['violations'] else '')

    def row(self, question, what, goal, reached, seconds):
        with open(self.question, 'w') as file:
            json.dump(question, file)
        scores = []
        used = 0
        for seed in range(1, self.seeds + 1):
            begin = processor_time()
            subprocess.run([self.plenaryctl, 'mix', '--instance', self.question, '--solution', self.solution,
                            '--seconds', str(seconds), '--seed', str(seed)], check=True, stdout=subprocess.DEVNULL)
            used = max(used, processor_time() - begin)
            scores.append(self.score())
        broken = max(score['violations'] for score in scores)
        costs = [score[what] for score in scores]
        missed = broken > 0 or (goal is not None and statistics.median(costs) > goal)
        self.missed |= missed
        print('%-24s %6d %8d %8d %8d %6.1f s %7d  %-16s%s'
              % (question['name'], broken, statistics.median(costs), max(costs), statistics.median(
                  score['repeats'] for score in scores), used, reached, self.ask_golfers(question, what),
                 'missed' if missed else ''), flush=True)


def main():
    bench = os.environ.get('PLENARY_MIXING') or os.path.join(os.environ.get('PLENARY_CORPORA', ''), '..', 'bench', 'mixing')
    if not os.path.exists(os.path.join(bench, 'score.py')):
        print('The mixing benchmark is not here (PLENARY_MIXING): nothing is measured.')
        return 77
    with tempfile.TemporaryDirectory(prefix='plenary-mixing-') as folder:
        self = Bench(sys.argv[1], bench, folder)
        if not self.golfers:
            print('Good-Enough Golfers is not there (MIXING_GOLFERS): its column is empty.')
        print('%g s of processor time, %d seeds' % (self.seconds, self.seeds))
        print('%-24s %6s %8s %8s %8s %8s %7s  %s' % ('instance', 'broken', 'median', 'worst', 'repeats', 'used', 'reached',
                                                     'Golfers'))
        for name in sorted(os.listdir(os.path.join(bench, 'instances'))):
            with open(os.path.join(bench, 'instances', name)) as file:
                question = json.load(file)
            goal = REACHED.get(name[:3]) if self.seconds >= 10 else FLOOR.get(name[:3]) if self.seconds >= 1 else None
            self.row(question, 'cost', goal, REACHED.get(name[:3], 0), self.seconds)
        for people, groups, rounds, reached in PURE:
            self.row(pure(people, groups, rounds), 'repeats', reached if self.seconds >= 1 else None, reached, self.seconds)
        self.row(pure(*LARGE[:3]), 'repeats', LARGE[3], LARGE[3], 1)
    return 1 if self.missed else 0


if __name__ == '__main__':
    sys.exit(main())
