"""A party of a barrier that is cancelled breaks it, as threads do."""
import asyncio

import wrong_loops.parts as parts

NEEDS = (3, 11)
CASE = ""
CAUGHT_BY = ("BAR/cancelled_waiter_leaves", "BAR/waiter_gives_up")


class Barrier(getattr(asyncio, "Barrier", object)):
    async def wait(self):
        try:
            return await super().wait()
        except asyncio.CancelledError:
            await self.abort()
            raise


parts.replace("Barrier", Barrier)
new_event_loop = asyncio.SelectorEventLoop
