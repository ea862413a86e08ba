#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs plenaryctl on a library of its own, and looks at what it says."""

import json
import os
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ.get('PLENARYCTL') or os.path.join(
    os.environ.get('G_TEST_BUILDDIR', ''), '..', 'src', 'plenaryctl')
NOW = '2026-11-20T09:00:00Z'


class Library(unittest.TestCase):
    def setUp(self):
        self.top = tempfile.mkdtemp(prefix='plenary-cli-')
        self.addCleanup(shutil.rmtree, self.top)
        self.folder = os.path.join(self.top, 'library')

    def run_raw(self, *arguments, given=None, env=None, user=None):
        done = subprocess.run(
            [PROGRAM, '--library', self.folder, *arguments],
            input=None if given is None else given.encode(), capture_output=True, timeout=60, user=user,
            env={**os.environ, 'PLENARY_NOW': NOW, 'G_DEBUG': 'fatal-warnings', **(env or {})})
        done.stdout, done.stderr = done.stdout.decode(), done.stderr.decode()  # CR LF stay
        return done

    def ask(self, *arguments, given=None):
        """The answer as an object; the program must have done it."""
        done = self.run_raw(*arguments, '--json', given=given)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stderr, '')
        return json.loads(done.stdout)

    def say(self, *arguments):
        """The answer for people; the program must have done it."""
        done = self.run_raw(*arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stderr, '')
        return done.stdout

    def fail_with(self, code, word, *arguments, given=None):
        """The sentence that it fails with, to people and to programs alike."""
        told = self.run_raw(*arguments, given=given)
        self.assertEqual(told.returncode, code, told)
        self.assertEqual(told.stdout, '')
        asked = self.run_raw(*arguments, '--json', given=given)
        self.assertEqual(asked.returncode, code, asked)
        self.assertEqual(asked.stdout, '')
        error = json.loads(asked.stderr)['error']
        self.assertEqual(error['code'], word, error)
        self.assertEqual(told.stderr, 'plenaryctl: ' + error['message'] + '\n')
        return error['message']

    def new(self, title='CPD23 meet-up', start='2026-12-01T18:00', *more):
        return self.ask('new', '--title', title, '--start', start, '--zone', 'Europe/London', *more)['uid']

    def show(self, uid):
        return self.ask('show', uid)['gathering']

    def attendees(self, uid):
        return self.ask('attendees', '--gathering', uid)['attendees']

    def write(self, name, text):
        path = os.path.join(self.top, name)
        with open(path, 'w', encoding='utf-8', newline='') as file:
            file.write(text)
        return path

    def read(self, *parts):
        with open(os.path.join(*parts), encoding='utf-8', newline='') as file:
            return file.read()


def unfold(text):
    """The content lines of an iCalendar text."""
    return text.replace('\r\n ', '').split('\r\n')
