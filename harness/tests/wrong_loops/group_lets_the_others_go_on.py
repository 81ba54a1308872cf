"""A task group whose child fails does not cancel the other children."""
import asyncio

import wrong_loops.parts as parts

NEEDS = (3, 11)
CASE = ""
CAUGHT_BY = ("TG/child_fails", "TG/body_fails")


class TaskGroup(getattr(asyncio, "TaskGroup", object)):
    def _abort(self):
        self._aborting = True


parts.replace("TaskGroup", TaskGroup)
new_event_loop = asyncio.SelectorEventLoop
