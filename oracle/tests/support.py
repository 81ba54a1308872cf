"""What the tests of the player and the recorder share."""
import os
import shutil
import sys
import tempfile
import unittest

ORACLE = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
sys.path.insert(0, ORACLE)

HEADER = '"""A sentence."""\n# clause: READY-1\n# level: documented\n'


_folders = []


def new_folder():
    """A folder that lasts until remove_folders()."""
    _folders.append(os.path.realpath(tempfile.mkdtemp(prefix="aiospec-test-")))
    return _folders[-1]


def remove_folders():
    while _folders:
        shutil.rmtree(_folders.pop(), True)


class FolderTest(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        self.folder = os.path.realpath(tempfile.mkdtemp(prefix="aiospec-test-"))
        self.addCleanup(shutil.rmtree, self.folder, True)

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(text)
        return path

    def read(self, name):
        with open(os.path.join(self.folder, name)) as file:
            return file.read()
