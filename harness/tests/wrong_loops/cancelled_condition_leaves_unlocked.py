"""A waiter of a condition that is cancelled does not take the lock again."""
import asyncio

import wrong_loops.parts as parts

CASE = ""
CAUGHT_BY = ("COND/cancelled_repeatedly", "BAR/waiter_gives_up")


class Condition(asyncio.Condition):
    async def wait(self):
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        self.release()
        try:
            await waiter
        finally:
            self._waiters.remove(waiter)
        await self.acquire()
        return True


parts.replace("Condition", Condition)
new_event_loop = asyncio.SelectorEventLoop
