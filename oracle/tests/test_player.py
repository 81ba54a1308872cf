"""player.py, spoken to as the command does, in real time."""
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import support      # noqa: E402
import client       # noqa: E402
import traces       # noqa: E402

PLAIN = "import asyncio\nfrom scenario import *\n"

LOOPS = '''
import asyncio, os, selectors

class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        return Marked()

class Marked(asyncio.SelectorEventLoop):
    pass

class Lacking(Marked):
    add_reader = asyncio.AbstractEventLoop.add_reader
    add_writer = asyncio.AbstractEventLoop.add_writer
    remove_reader = asyncio.AbstractEventLoop.remove_reader
    remove_writer = asyncio.AbstractEventLoop.remove_writer
    call_soon_threadsafe = asyncio.AbstractEventLoop.call_soon_threadsafe

opened = []

class KeepsOne(Marked):
    """Opens a descriptor once per process and keeps it."""
    def __init__(self):
        super().__init__()
        if not opened:
            opened.append(os.open(os.devnull, os.O_RDONLY))

class KeepsEach(Marked):
    """Leaves a descriptor behind whenever it is closed."""
    def close(self):
        super().close()
        os.open(os.devnull, os.O_RDONLY)

class KeepsWhileAlive(Marked):
    """Holds a descriptor until it is destroyed."""
    def close(self):
        super().close()
        self.held = open(os.devnull)

def wrapped():
    loop = asyncio.new_event_loop()
    loop.__class__ = Marked
    return loop

class holder:
    make = staticmethod(Marked)

def raising():
    raise LookupError("no\\ndisplay")

def leaving():
    os._exit(7)

def aborting():
    os.abort()
'''


class PlayerTest(support.FolderTest):
    def setUp(self):
        super().setUp()
        self.write("loops.py", LOOPS)

    def player(self, *arguments, **options):
        options.setdefault("environment", {"PYTHONPATH": self.folder})
        player = client.Player(sys.executable, arguments, **options)
        self.addCleanup(player.close)
        return player

    def play(self, program, *arguments):
        """The Outcome of one program."""
        path = self.write("READY/x.py", PLAIN + program)
        return self.shared(*arguments).play("READY/x", path)

    players = {}        # by arguments; a player is there to play more than one scenario

    @classmethod
    def shared(cls, *arguments):
        if arguments not in cls.players:
            folder = support.new_folder()
            with open(os.path.join(folder, "loops.py"), "w") as file:
                file.write(LOOPS)
            cls.players[arguments] = client.Player(sys.executable, arguments,
                                                   {"PYTHONPATH": folder})
        return cls.players[arguments]

    def texts(self, outcome):
        return [line.text for line in outcome.trace.lines]


def tearDownModule():
    for player in PlayerTest.players.values():
        player.close()
    support.remove_folders()


class Playing(PlayerTest):
    def test_a_program_that_ends(self):
        outcome = self.play("log('a\\tb\\n', 1)\nlog('c', group='tie')\nprint('printed')\n")
        self.assertEqual([line[1:] for line in outcome.trace.lines],
                         [("", "a\\tb\\n 1"), ("tie", "c")])
        self.assertEqual((outcome.trace.end[0], outcome.status), ("E", 0))
        self.assertEqual((outcome.trace.left, outcome.output), ({}, b"printed\n"))

    def test_it_is_a_program_of_its_own(self):
        outcome = self.play("import os, signal, sys\n"
                            "log(__name__, sys.modules['__main__'].loop, sys.argv == [__file__])\n"
                            "log(os.getpgid(0) == os.getpid(), sys.stdin.read() == '')\n"
                            "log(signal.getsignal(signal.SIGINT) is signal.default_int_handler)\n"
                            .replace("log(__name__", "loop = 5\nlog(__name__"))
        self.assertEqual(self.texts(outcome), ["__main__ 5 True", "True True", "True"])

    def test_an_exception_is_recorded_and_shown(self):
        outcome = self.play("def f():\n    raise ValueError('no\\tnumber 100%d')\nf()\n")
        end = outcome.trace.end
        self.assertEqual((end[0],) + end[2:], ("X", "ValueError", "no\\tnumber 100%d"))
        shown = outcome.output.decode().splitlines()
        self.assertIn('x.py", line 5, in <module>', shown[1])
        self.assertIn("ValueError: no", shown[-1])

    def test_every_way_to_leave(self):
        for program, kind in (("raise SystemExit(3)", "SystemExit"), ("def (", "SyntaxError"),
                              ("import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n"
                               "while True: pass", "KeyboardInterrupt"),
                              ("class E(BaseException):\n    def __str__(self): return 1\nraise E",
                               "E")):
            outcome = self.play(program)
            self.assertEqual((outcome.trace.end[0], outcome.trace.end[2]), ("X", kind))
            self.assertEqual(outcome.status, 0)

    def test_one_scenario_cannot_touch_the_next(self):
        player = self.player()
        spoil = self.write("READY/a.py", PLAIN + "asyncio.new_event_loop = None\nlog.x = 1\n"
                           "import os\nos.environ['SPOILT'] = '1'\n")
        look = self.write("READY/b.py", PLAIN + "import os\nlog(hasattr(log, 'x'), "
                          "'SPOILT' in os.environ, asyncio.new_event_loop is None)\n")
        player.play("READY/a", spoil)
        self.assertEqual(self.texts(player.play("READY/b", look)), ["False False False"])

    def test_lines_after_the_end_do_not_count(self):
        outcome = self.play("import threading, time\ndef late():\n    while True: log('late')\n"
                            "threading.Thread(target=late).start()\ntime.sleep(0.05)\n")
        self.assertEqual((outcome.trace.end[0], outcome.status), ("E", 0))

    def test_an_executor_does_not_keep_the_process(self):
        started = time.monotonic()
        outcome = self.play("loop = asyncio.new_event_loop()\n"
                            "loop.run_in_executor(None, pause, 30)\nloop.close()\n")
        self.assertEqual(outcome.trace.end[0], "E")
        self.assertLess(time.monotonic() - started, 10)


class Accidents(PlayerTest):
    """What a scenario does to itself ends there: the player goes on."""

    def check(self, program, check_outcome, **options):
        player = self.player(**options) if options else self.shared()
        outcome = player.play("READY/x", self.write("READY/x.py", PLAIN + "log('begun')\n"
                                                    + program))
        check_outcome(outcome)
        fine = player.play("READY/y", self.write("READY/y.py", PLAIN + "log('fine')\n"))
        self.assertEqual((self.texts(fine), fine.trace.end[0]), (["fine"], "E"))

    def died(self, signal_number):
        def check(outcome):
            self.assertTrue(os.WIFSIGNALED(outcome.status))
            self.assertEqual(os.WTERMSIG(outcome.status), signal_number)
            self.assertEqual((self.texts(outcome)[:1], outcome.trace.end), (["begun"], None))
        return check

    def test_exit(self):
        def check(outcome):
            self.assertEqual((outcome.status, outcome.trace.end), (5 << 8, None))
            self.assertEqual(self.texts(outcome), ["begun"])
        self.check("import os\nos._exit(5)\n", check)

    def test_abort(self):
        self.check("import os\nos.abort()\n", self.died(signal.SIGABRT))

    def test_flood_of_output(self):
        self.check("while True: print('x' * 1000)\n", self.died(signal.SIGXFSZ))

    def test_flood_of_the_trace(self):
        self.check("while True: log('x' * 1000)\n", self.died(signal.SIGXFSZ))

    def test_hang(self):
        def check(outcome):
            self.assertIsNone(outcome.status)
            self.assertEqual(self.texts(outcome), ["begun"])
        self.check("while True: pass\n", check, limit=0.5)

    def test_children_that_outlive_it(self):
        def check(outcome):
            self.assertEqual((outcome.status, outcome.trace.end[0]), (0, "E"))
            pid = int(self.texts(outcome)[1])
            for _ in range(100):
                try:
                    os.kill(pid, 0)
                except ProcessLookupError:
                    return
                with open("/proc/%d/stat" % pid) as file:
                    if file.read().split()[2] == "Z":
                        return      # ended; whoever adopted it has not looked yet
                time.sleep(0.05)
            self.fail("the grandchild lives")
        self.check("import os, time\npid = os.fork()\nif not pid: time.sleep(60)\nlog(pid)\n",
                   check)

    def test_a_killed_child(self):
        self.check("import os\nos.kill(os.getpid(), 9)\n", self.died(signal.SIGKILL))


class Leaks(PlayerTest):
    def test_a_loop_not_closed(self):
        left = self.play("loop = asyncio.new_event_loop()\n").trace.left
        self.assertEqual(left["loops"], 1)
        self.assertGreater(left["descriptors"], 0)

    def test_a_loop_that_only_the_collector_would_find(self):
        left = self.play("loop = asyncio.new_event_loop()\nloop.me = loop\ndel loop\n").trace.left
        self.assertEqual(left, {})

    def test_a_descriptor(self):
        left = self.play("import os\nos.open(os.devnull, os.O_RDONLY)\n").trace.left
        self.assertEqual(left, {"descriptors": 1})

    def test_sockets_of_the_scenario_module_are_no_leak(self):
        self.assertEqual(self.play("pair = socketpair()\n").trace.left, {})

    def test_what_a_loop_keeps_once_per_process_is_no_leak(self):
        program = "for _ in range(3): asyncio.new_event_loop().close()\n"
        self.assertEqual(self.play(program, "--loop", "loops:KeepsOne").trace.left, {})
        self.assertEqual(self.play(program, "--loop", "loops:KeepsEach").trace.left,
                         {"descriptors": 3})

    def test_what_a_closed_loop_holds_while_it_lives_is_no_leak(self):
        program = "loop = asyncio.new_event_loop()\nloop.close()\n"
        outcome = self.play(program, "--loop", "loops:KeepsWhileAlive")
        self.assertEqual(outcome.trace.left, {})


class Factories(PlayerTest):
    def test_the_plain_one(self):
        greeting = self.player().greeting
        self.assertEqual(greeting["protocol"], 1)
        self.assertEqual(greeting["semantics"], "%d.%d.%d" % sys.version_info[:3])
        self.assertEqual(greeting["loop"], "asyncio.unix_events._UnixSelectorEventLoop")
        self.assertEqual(greeting["lacks"], ["polls"])      # it plays in real time

    def test_all_spellings(self):
        program = "import warnings\nwarnings.simplefilter('ignore')\n" \
                  "loop = asyncio.new_event_loop()\nlog(type(loop).__name__)\nloop.close()\n" \
                  "async def main(): log(type(asyncio.get_running_loop()).__name__)\n" \
                  "asyncio.run(main())\n" \
                  "loop = asyncio.get_event_loop_policy().new_event_loop()\n" \
                  "log(type(loop).__name__)\nloop.close()\n"
        for factory in ("Marked", "Policy", "Policy()", "Policy().new_event_loop()", "wrapped",
                        "holder.make", "Marked(selectors.PollSelector())"):
            with self.subTest(factory):
                outcome = self.play(program, "--loop", "loops:" + factory)
                self.assertEqual(self.texts(outcome), ["Marked"] * 3, outcome)
                self.assertEqual((outcome.trace.left, outcome.output), ({}, b""))

    def test_what_a_loop_lacks(self):
        self.assertEqual(self.player("--loop", "loops:Lacking").greeting["lacks"],
                         ["polls", "readers", "threads"])
        self.assertEqual(self.player("--lacks", "handler").greeting["lacks"],
                         ["handler", "polls"])

    def refused(self, factory, what):
        with self.assertRaises(client.ClientError) as caught:
            self.player("--loop", factory)
        self.assertRegex(str(caught.exception), what)
        self.assertNotIn("\n", str(caught.exception))

    def test_factories_that_fail(self):
        self.refused("loops:raising", "the factory raised LookupError: no display$")
        self.refused("loops:os.getpid", "returned no event loop but int")
        self.refused("loops:leaving", "ended its process: exit status 7")
        self.refused("loops:aborting", "ended its process: SIGABRT")
        self.refused("loops:nothing", "module loops has no nothing")
        self.refused("loops:opened", "list is not callable")
        self.refused("loops:Marked(", "not an expression")
        self.refused("no_such_module:x", "cannot import no_such_module: ModuleNotFoundError")
        self.refused("loops", "not MODULE:FACTORY")

    def test_the_modules_of_the_oracle_hide_nobodys(self):
        self.write("traces.py", "import asyncio\nmake = asyncio.SelectorEventLoop\n")
        self.assertIn("Unix", self.player("--loop", "traces:make").greeting["loop"])

    def test_an_interpreter_that_does_not_start(self):
        with self.assertRaisesRegex(client.ClientError, "cannot start /nonexistent: No such file"):
            client.Player("/nonexistent")
        with self.assertRaisesRegex(client.ClientError, "the player died"):
            client.Player("/bin/false")

    def test_a_python_without_asyncio(self):
        self.write("asyncio.py", "raise ImportError('left out')\n")
        with self.assertRaisesRegex(client.ClientError, "no asyncio: ImportError: left out"):
            self.player()


class Protocol(PlayerTest):
    def start(self, count, *arguments):
        ours, theirs = zip(*[socket.socketpair() for _ in range(count)])
        process = subprocess.Popen(
            [sys.executable, os.path.join(support.ORACLE, "player.py"), "--fds",
             ",".join(str(end.fileno()) for end in theirs)] + list(arguments),
            pass_fds=[end.fileno() for end in theirs], env=client.clean_environment())
        for end in theirs:
            end.close()
        self.addCleanup(process.kill)
        return process, [end.makefile("rw") for end in ours], ours

    def test_a_worker_for_each_descriptor(self):
        process, files, sockets = self.start(2)
        self.assertEqual(json.loads(files[0].readline())["protocol"], 1)
        path = self.write("READY/x.py", PLAIN + "import time\ntime.sleep(0.2)\n")
        answers = {}

        def play(number):
            request = {"id": "READY/%d" % number, "file": path, "bytes": 10000,
                       "trace": os.path.join(self.folder, "t%d" % number),
                       "output": os.path.join(self.folder, "o%d" % number)}
            files[number].write(json.dumps(request) + "\n")
            files[number].flush()
            answers[number] = [json.loads(files[number].readline()) for _ in range(2)]

        threads = [threading.Thread(target=play, args=(number,)) for number in range(2)]
        for thread in threads:
            thread.start()
        for number, thread in enumerate(threads):
            thread.join()
            self.assertGreater(answers[number][0]["pid"], 0)
            self.assertEqual(answers[number][1], {"id": "READY/%d" % number, "status": 0})
            with open(os.path.join(self.folder, "t%d" % number), "rb") as file:
                self.assertEqual(traces.parse_records(file.read()).end[0], "E")
        for file, end in zip(files, sockets):
            file.close()
            end.close()
        self.assertEqual(process.wait(10), 0)

    def test_a_target_that_cannot_be_played(self):
        process, files, sockets = self.start(1, "--loop", "os:getpid")
        self.assertEqual(list(json.loads(files[0].readline())), ["error"])
        self.assertEqual(files[0].readline(), "")
        self.assertEqual(process.wait(10), 3)
        files[0].close()
        sockets[0].close()

    def test_the_terminal_key_does_not_end_it(self):
        process, files, sockets = self.start(1)
        files[0].readline()
        process.send_signal(signal.SIGINT)
        path = self.write("READY/x.py", PLAIN)
        files[0].write(json.dumps({"id": "x", "file": path, "trace": path + ".t",
                                   "output": path + ".o", "bytes": 1000}) + "\n")
        files[0].flush()
        self.assertIn("pid", json.loads(files[0].readline()))
        files[0].close()
        sockets[0].close()
        self.assertEqual(process.wait(10), 0)


class Perturbed(PlayerTest):
    def test_pure(self):
        program = "import sys\nlog(sys.modules['_asyncio'], asyncio.Future.__module__)\n"
        self.assertEqual(self.texts(self.play(program, "--pure")), ["None asyncio.futures"])

    def test_heap(self):
        program = "import gc\nlog(gc.get_threshold())\n"
        seen = {tuple(self.texts(self.play(program, "--perturb", "heap:%d" % seed)))
                for seed in (1, 1, 2)}
        self.assertEqual(len(seen), 2)

    def test_tasks(self):
        outcome = self.play("log(len(asyncio.all_tasks(asyncio.new_event_loop())))\n"
                            "import gc\nlog(sum(isinstance(one, asyncio.Task) "
                            "for one in gc.get_objects()))\n", "--perturb", "tasks")
        self.assertEqual(self.texts(outcome), ["0", "7"])
        self.assertEqual(self.play("", "--perturb", "tasks").trace.left, {})


if __name__ == "__main__":
    unittest.main()
