"""Completing a future calls its callbacks on the spot."""
import asyncio.futures

import wrong_loops.parts as parts

CASE = ""
CAUGHT_BY = ("FUT/callbacks_are_queued", "ASC/hops")


class Future(asyncio.futures._PyFuture):
    def _Future__schedule_callbacks(self):
        callbacks, self._callbacks = self._callbacks, []
        for function, context in callbacks:
            context.run(function, self)


new_event_loop = parts.loop_with_futures(Future)
