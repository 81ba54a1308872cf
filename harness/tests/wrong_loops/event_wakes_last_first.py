"""set() wakes whoever waits in the reverse order of their arrival."""
import asyncio

import wrong_loops.parts as parts

CASE = ""
CAUGHT_BY = ("EVT/wakes_all_in_order", "EVT/wakes_all_in_one_pass")


class Event(asyncio.Event):
    def set(self):
        self._waiters = type(self._waiters)(reversed(self._waiters))
        super().set()


parts.replace("Event", Event)
new_event_loop = asyncio.SelectorEventLoop
