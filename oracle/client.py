"""Starts players and has them play: what the recorder (and a test) needs of the C command.

A Player is one player process with one worker, under virtual time where timewarp is given.
"""
import json
import mmap
import os
import shutil
import signal
import socket
import struct
import subprocess
import tempfile
import time
from collections import namedtuple

import traces

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
OUTPUT_BYTES = 4 * 1000 * 1000
CPU_SECONDS = 60          # so that no runaway outlives a killed recorder for ever

# What harness/timewarp/page.h lays out: the file, its verdict, and the text of the verdict.
_PAGE_SIZE = 4096
_PAGE_MAGIC = 0x74773031
_VERDICT = struct.Struct("=II")
_TEXT = slice(64, 320)
VERDICTS = {1: "SPIN", 2: "DEADLOCK", 3: "REFUSED"}

# trace: traces.Trace, or None where it holds rubbish; status: as waitpid gives it, None: it
# hung; verdict: None or a line; output: what it printed (bytes)
Outcome = namedtuple("Outcome", "trace status verdict output")


class ClientError(Exception):
    """The player cannot be started or is gone; str() is one line."""


def timewarp_path():
    """Where the build leaves the virtual clock."""
    build = os.environ.get("AIOSPEC_BUILD") or os.path.join(ROOT, "build")
    return os.path.join(os.path.abspath(build), "libtimewarp.so")


def clean_environment(extra=()):
    """Our environment without what would change how a Python runs."""
    environment = {name: value for name, value in os.environ.items()
                   if not name.startswith(("PYTHON", "TIMEWARP", "LD_PRELOAD", "AIOSPEC"))}
    environment.update(PYTHONDONTWRITEBYTECODE="1")
    environment.update(extra)
    return environment


class Player:
    """One running player.  `timewarp` None: real time.

    `python` is an interpreter, for which player.py is started, or another program's words:
    a list, as ["build/aiospec", "play", "--target", "reference"].
    """

    def __init__(self, python, arguments=(), environment=(), timewarp=None, limit=10.0):
        self.limit = limit
        self._folder = tempfile.mkdtemp(prefix="aiospec-")
        self._page = None
        environment = clean_environment(environment)
        if timewarp is not None:
            page = os.path.join(self._folder, "page")
            with open(page, "wb") as file:
                file.write(bytes(_PAGE_SIZE))
            with open(page, "r+b") as file:
                self._page = mmap.mmap(file.fileno(), _PAGE_SIZE)
            environment.update(LD_PRELOAD=timewarp, TIMEWARP_PAGE=page)
        ours, theirs = socket.socketpair()
        self._socket, self._pending = ours, b""
        words = [python, os.path.join(HERE, "player.py")] if isinstance(python, str) else python
        command = list(words) + ["--fds", str(theirs.fileno())]
        python = words[0]
        self._errors = open(os.path.join(self._folder, "errors"), "w+b")
        try:
            self._process = subprocess.Popen(
                command + list(arguments), env=environment, pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL, stdout=self._errors, stderr=self._errors)
        except OSError as error:
            self._clean_up()
            raise ClientError("cannot start %s: %s" % (python, error.strerror)) from None
        finally:
            theirs.close()
        self.greeting = self._greet(python)

    def _greet(self, python):
        greeting = self._receive(time.monotonic() + 30)
        if greeting is None or "error" in greeting:
            self._errors.seek(0)
            said = self._errors.read().decode("utf-8", "replace").strip().split("\n")[-1]
            self.close()
            raise ClientError("%s: %s" % (python, greeting["error"] if greeting
                                          else "the player died: " + (said or "silently")))
        if self._page is not None and _VERDICT.unpack_from(self._page)[0] != _PAGE_MAGIC:
            self.close()
            raise ClientError("%s: the virtual clock cannot be loaded into it" % python)
        return greeting

    def play(self, scenario_id, path, program=""):
        """Play one scenario, for C players its `program`; ClientError where the player died."""
        if self._page is not None:
            self._page[4:_PAGE_SIZE] = bytes(_PAGE_SIZE - 4)
        trace, output = (os.path.join(self._folder, name) for name in ("trace", "output"))
        request = {"id": scenario_id, "file": os.path.abspath(path), "program": program,
                   "trace": trace, "output": output, "bytes": OUTPUT_BYTES, "cpu": CPU_SECONDS}
        for file in (trace, output):
            open(file, "wb").close()
        try:
            self._socket.sendall(json.dumps(request).encode() + b"\n")
        except OSError:
            raise ClientError("the player died") from None
        deadline = time.monotonic() + self.limit
        started = self._receive(deadline)
        if started is None:
            raise ClientError("the player died")
        ended = self._receive(deadline)
        kill_group(started["pid"])
        hung = ended is None
        if hung and self._receive(time.monotonic() + 10) is None:
            raise ClientError("the player died")
        return Outcome(self._read_trace(trace), None if hung else ended["status"],
                       self._verdict(), _read(output))

    def _receive(self, deadline):
        """The next message; None at the deadline or the end of file."""
        while b"\n" not in self._pending:
            self._socket.settimeout(max(0.001, deadline - time.monotonic()))
            try:
                data = self._socket.recv(65536)
            except (socket.timeout, ConnectionError):
                return None
            if not data:
                return None
            self._pending += data
        line, self._pending = self._pending.split(b"\n", 1)
        return json.loads(line.decode())

    @staticmethod
    def _read_trace(path):
        try:
            return traces.parse_records(_read(path), path)
        except traces.FormatError:
            return None

    def _verdict(self):
        if self._page is None:
            return None
        _, verdict = _VERDICT.unpack_from(self._page)
        if not verdict:
            return None
        text = bytes(self._page[_TEXT]).split(b"\0")[0].decode("utf-8", "replace")
        return VERDICTS.get(verdict, "verdict %d" % verdict) + (": " + text if text else "")

    def close(self):
        """End the player and forget its files."""
        self._socket.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._clean_up()

    def _clean_up(self):
        self._socket.close()
        self._errors.close()
        if self._page is not None:
            self._page.close()
            self._page = None
        shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def kill_group(pid):
    """End whatever is left of a scenario's process group."""
    try:
        os.killpg(pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass


def _read(path):
    with open(path, "rb") as file:
        return file.read()
