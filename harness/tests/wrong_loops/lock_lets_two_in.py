"""A lock is free for everybody until the woken waiter runs, which then takes it too."""
import asyncio

CASE = "SYNC-03"
CAUGHT_BY = ("LOCK/mutual_exclusion",)

new_event_loop = asyncio.SelectorEventLoop


class Lock(asyncio.Lock):
    async def acquire(self):
        if self._locked:
            return await super().acquire()
        self._locked = True
        return True


asyncio.Lock = Lock
