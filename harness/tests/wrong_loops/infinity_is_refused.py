"""Delays that the native timer cannot hold are refused."""
import asyncio

CASE = "TIMER-09"
CAUGHT_BY = ("TIMER/infinite_delay", "TIMER/infinite_delay_alone", "TIMER/huge_delay")


class new_event_loop(asyncio.SelectorEventLoop):
    def call_later(self, delay, callback, *args, context=None):
        if delay * 1000 > 2 ** 31 - 1:
            raise OverflowError("the delay is too long")
        return super().call_later(delay, callback, *args, context=context)
