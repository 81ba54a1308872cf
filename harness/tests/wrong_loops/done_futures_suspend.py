"""Awaiting a future that is done gives the others a turn."""
import asyncio.futures

import wrong_loops.parts as parts

CASE = ""
CAUGHT_BY = ("FUT/await_done_does_not_suspend", "TASK/await_without_suspending")


class Future(asyncio.futures._PyFuture):
    def __await__(self):
        if self.done():
            yield
        return (yield from super().__await__())


new_event_loop = parts.loop_with_futures(Future)
