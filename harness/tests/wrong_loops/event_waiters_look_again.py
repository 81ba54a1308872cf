"""A waiter that finds the event cleared when it resumes waits again."""
import asyncio

import wrong_loops.parts as parts

CASE = ""
CAUGHT_BY = ("EVT/set_then_clear", "EVT/cleared_by_first_waiter")


class Event(asyncio.Event):
    async def wait(self):
        while not self.is_set():
            await super().wait()
        return True


parts.replace("Event", Event)
new_event_loop = asyncio.SelectorEventLoop
