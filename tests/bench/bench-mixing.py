#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How well the mixer mixes: the instances of the mixing benchmark, counted by its own scorer.

    bench-mixing.py PLENARYCTL

PLENARY_MIXING is the folder of the benchmark; where it is not, nothing is measured. MIXING_SECONDS (1) is the
processor time a plan may take, MIXING_SEEDS (1) how many seeds; the median counts. Rules must always be kept,
and at one second the costs stay below the floor. Beside them stands what a prototype reached in ten seconds. The pure
rows are people and groups only, and there the repeats count.
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile

# Highest costs at a second, about half as much again as usual.
FLOOR = {'d01': 10, 'd02': 20, 'd03': 200, 'd04': 1600, 'd05': 450, 'd06': 2100, 'd07': 40, 'd08': 1750, 'd09': 160,
         'd10': 700, 'd11': 100, 'd12': 220}

# What a prototype reached in ten seconds.
REACHED = {'d01': 0, 'd02': 0, 'd03': 230, 'd04': 1520, 'd05': 280, 'd06': 1402, 'd07': 8, 'd08': 1252, 'd09': 112,
           'd10': 398, 'd11': 0, 'd12': 84}

# People, groups, rounds; repeats that a prototype reached in ten seconds, or that are known to be possible.
PURE = [(15, 5, 7, 0), (32, 8, 7, 0), (32, 8, 8, 0), (32, 8, 9, 0), (32, 8, 10, 23), (36, 6, 3, 0), (35, 7, 6, 0),
        (45, 9, 6, 0), (40, 10, 9, 0), (100, 10, 3, 0), (23, 5, 4, 0), (60, 10, 6, 0), (120, 15, 6, 0), (300, 30, 8, 0),
        (1000, 125, 6, 0)]


def write_pure(path, people, groups, rounds):
    group = [{'id': 'G%03d' % i, 'min': people // groups, 'max': -(-people // groups)} for i in range(groups)]
    with open(path, 'w') as file:
        json.dump({'format': 'mixing-1', 'name': 'pure', 'people': [{'id': 'p%04d' % i} for i in range(people)],
                   'rounds': [{'groups': group}] * rounds}, file)


def measure(plenaryctl, bench, instance, solution, seconds, seeds):
    scores = []
    for seed in range(1, seeds + 1):
        subprocess.run([plenaryctl, 'mix', '--instance', instance, '--solution', solution,
                        '--seconds', seconds, '--seed', str(seed)], check=True, stdout=subprocess.DEVNULL)
        told = subprocess.run([sys.executable, os.path.join(bench, 'score.py'), instance, solution],
                              check=True, capture_output=True).stdout
        scores.append(json.loads(told))
    return scores


def main():
    plenaryctl = sys.argv[1]
    bench = os.environ.get('PLENARY_MIXING') or os.path.join(os.environ.get('PLENARY_CORPORA', ''), '..', 'bench', 'mixing')
    if not os.path.exists(os.path.join(bench, 'score.py')):
        print('The mixing benchmark is not here (PLENARY_MIXING): nothing is measured.')
        return 77
    seconds = os.environ.get('MIXING_SECONDS', '1')
    seeds = int(os.environ.get('MIXING_SEEDS', '1'))
    missed = False
    print('%-24s %10s %10s %10s %8s %8s   %s s, %d seeds' % ('instance', 'violations', 'median', 'worst', 'reached', 'repeats',
                                                                seconds, seeds))
    with tempfile.TemporaryDirectory(prefix='plenary-mixing-') as folder:
        solution = os.path.join(folder, 'solution.json')
        for name in sorted(os.listdir(os.path.join(bench, 'instances'))):
            instance = os.path.join(bench, 'instances', name)
            scores = measure(plenaryctl, bench, instance, solution, seconds, seeds)
            costs = [score['cost'] for score in scores]
            violations = max(score['violations'] for score in scores)
            is_missed = violations > 0 or (float(seconds) >= 1 and statistics.median(costs) > FLOOR.get(name[:3], 1e9))
            missed |= is_missed
            print('%-24s %10d %10d %10d %8s %8d%s' % (name[:-5], violations, statistics.median(costs), max(costs),
                                                      REACHED.get(name[:3], ''),
                                                      statistics.median(score['repeats'] for score in scores),
                                                      '   missed' if is_missed else ''), flush=True)
        for people, groups, rounds, reached in PURE:
            instance = os.path.join(folder, 'pure.json')
            write_pure(instance, people, groups, rounds)
            scores = measure(plenaryctl, bench, instance, solution, seconds, seeds)
            violations = max(score['violations'] for score in scores)
            repeats = [score['repeats'] for score in scores]
            missed |= violations > 0
            print('%-24s %10d %10d %10d %8d' % ('%d in %d, %d rounds' % (people, groups, rounds), violations,
                                                statistics.median(repeats), max(repeats), reached), flush=True)
    return 1 if missed else 0


if __name__ == '__main__':
    sys.exit(main())
