#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import subprocess
import unittest

import plenaryctl


class Usage(plenaryctl.Library):
    def test_help_lists_every_command(self):
        text = self.say('--help')
        for command in self.say('--commands').splitlines():
            self.assertIn('\n  ' + command + ' ', text)
            self.assertIn('--json', self.say(*command.split(), '--help'))

    def test_version(self):
        self.assertRegex(self.say('--version'), r'^plenaryctl \d+\.\d+\.\d+\n$')

    def test_wrong_usage(self):
        self.fail_with(2, 'usage')
        self.assertIn('dance', self.fail_with(2, 'usage', 'dance'))
        self.assertIn('--tempo', self.fail_with(2, 'usage', 'gatherings', '--tempo'))
        self.fail_with(2, 'usage', '--tempo', 'gatherings')
        self.assertFalse(os.path.exists(self.folder))

    def test_options_before_and_after_the_command(self):
        done = self.run_raw('--json', 'gatherings')
        self.assertEqual(done.stdout, '{"gatherings": []}\n')
        self.assertEqual(self.run_raw('gatherings', '--json').stdout, done.stdout)

    def test_usual_library(self):
        done = subprocess.run([plenaryctl.PROGRAM, 'gatherings'], capture_output=True, timeout=60,
                              env={**os.environ, 'XDG_DATA_HOME': self.top})
        self.assertEqual(done.returncode, 0)
        self.assertEqual(os.stat(os.path.join(self.top, 'plenary')).st_mode & 0o777, 0o700)

    def test_any_locale(self):
        uid = self.new('Zoë’s meet-up')
        done = self.run_raw('show', uid, '--json', env={'LC_ALL': 'C'})
        self.assertIn('Zoë’s meet-up', done.stdout)
        done = self.run_raw('edit', uid, '--title', 'Über uns', env={'LC_ALL': 'C'})
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.show(uid)['title'], 'Über uns')

    def test_links_no_toolkit(self):
        libraries = subprocess.run(['ldd', plenaryctl.PROGRAM], capture_output=True, encoding='utf-8').stdout
        self.assertNotRegex(libraries, 'gtk|adwaita|gdk')


if __name__ == '__main__':
    unittest.main()
