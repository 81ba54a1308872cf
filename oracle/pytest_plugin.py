"""A pytest plugin: every scenario is a test of an event loop.

    pytest --aiospec-loop uvloop:new_event_loop
    pytest --aiospec-loop mymodule:Loop --aiospec-select READY --aiospec-select TIMER-4

Each scenario runs in a process of its own, in the interpreter that runs pytest, under the
virtual clock where that was built and in real time elsewhere.  Scenarios that this Python or
this loop cannot play are skipped; what differs where a loop may differ is xfailed.
"""
import os
import sys

import pytest


def pytest_addoption(parser):
    group = parser.getgroup("aiospec", "conformance of an event loop with asyncio")
    group.addoption("--aiospec-loop", metavar="MODULE:FACTORY",
                    help="grade this loop; FACTORY is called to make one (asyncio: asyncio's own)")
    group.addoption("--aiospec-select", metavar="PATTERN", action="append", default=[],
                    help="an area, a clause, an id or a glob on ids; all without any")
    group.addoption("--aiospec-level", default="defacto", metavar="LEVEL",
                    choices=("documented", "defacto", "detail"),
                    help="the weakest level that can fail: documented, defacto (default), detail")
    group.addoption("--aiospec-realtime", action="store_true",
                    help="without the virtual clock; then order is compared and times are not")


def _grading():
    """The modules that do the work; they stand beside this file, under names of their own."""
    here = os.path.dirname(os.path.abspath(__file__))
    if here not in sys.path:
        sys.path.append(here)
    import client
    import grading
    return client, grading


def pytest_collection_modifyitems(session, config, items):
    """Add the scenarios to whatever tests were found."""
    loop = config.getoption("--aiospec-loop")
    if not loop:
        return
    client, grading = _grading()
    try:
        grader = grading.Grader(
            "" if loop == "asyncio" else loop, sys.executable, config.getoption("--aiospec-level"),
            config.getoption("--aiospec-realtime"), [os.getcwd()] + [path for path in sys.path if path])
    except client.ClientError as error:
        raise pytest.UsageError("--aiospec-loop %s: %s" % (loop, error)) from None
    config.add_cleanup(grader.close)
    chosen = grader.choose(config.getoption("--aiospec-select"))
    if not chosen:
        raise pytest.UsageError("--aiospec-select: no scenario or clause is named so")
    items += [Scenario.from_parent(session, name="aiospec::" + name, path_of_scenario=path,
                                   grader=grader) for name, path in chosen]


class Failed(Exception):
    """Its text is all that is to be shown."""


class Scenario(pytest.Item):
    def __init__(self, *, path_of_scenario, grader, **more):
        super().__init__(**more)
        self._path, self._grader = path_of_scenario, grader

    def runtest(self):
        _, grading = _grading()
        verdict, said = self._grader.grade(self.name.partition("::")[2], self._path)
        if verdict == grading.SKIPPED:
            pytest.skip(said)
        if verdict == grading.OPEN:
            pytest.xfail("differs where a loop may: " + said.split("\n")[0])
        if verdict == grading.FAILED:
            raise Failed(said)

    def repr_failure(self, excinfo):
        if excinfo.errisinstance(Failed):
            return str(excinfo.value)
        return super().repr_failure(excinfo)

    def reportinfo(self):
        return self._path, 0, self.name
