"""A deadline in the past is refused."""
import asyncio

CASE = "TIMER-03"
CAUGHT_BY = ("TIMER/call_at_in_the_past", "TIMER/negative_delay_after_queued",
             "TIMER/negative_delay_does_not_starve")


class new_event_loop(asyncio.SelectorEventLoop):
    def call_at(self, when, callback, *args, context=None):
        if when < self.time():
            raise ValueError("cannot schedule in the past")
        return super().call_at(when, callback, *args, context=context)
