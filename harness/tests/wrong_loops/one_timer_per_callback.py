"""Each queued callback is a timer of its own without a delay, and timers promise no order."""
import asyncio

CASE = "SCHED-07"
CAUGHT_BY = ("READY/fifo_many",)


class new_event_loop(asyncio.SelectorEventLoop):
    def call_soon(self, callback, *args, context=None):
        return self.call_at(self.time(), callback, *args, context=context)
