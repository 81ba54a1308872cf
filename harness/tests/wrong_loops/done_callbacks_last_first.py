"""The callback that was added last is called first."""
import asyncio.futures

import wrong_loops.parts as parts

CASE = ""
CAUGHT_BY = ("CTX/done_callbacks_each_their_own",
             "FUT/awaiters_in_order",
             "FUT/callbacks_and_awaiters_in_order")


class Future(asyncio.futures._PyFuture):
    def _Future__schedule_callbacks(self):
        self._callbacks.reverse()
        super()._Future__schedule_callbacks()


new_event_loop = parts.loop_with_futures(Future)
