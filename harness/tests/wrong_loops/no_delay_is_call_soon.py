"""call_later without a delay, or with a negative one, queues the callback at once."""
import asyncio

CASE = "TIMER-01"
CAUGHT_BY = ("TIMER/zero_delay_after_queued", "TIMER/zero_and_negative_mixed",
             "TIMER/negative_delays_sorted", "TIMER/zero_delay_chain")


class new_event_loop(asyncio.SelectorEventLoop):
    def call_later(self, delay, callback, *args, context=None):
        if delay <= 0:
            return self.call_soon(callback, *args, context=context)
        return super().call_later(delay, callback, *args, context=context)
