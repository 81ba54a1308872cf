"""Timers with equal deadlines run first in, first out (TIMER-6 leaves their order open)."""
import asyncio
import itertools

PERMITTED = True


class Timer(asyncio.TimerHandle):
    numbers = itertools.count()

    def __init__(self, *args):
        super().__init__(*args)
        self.number = next(self.numbers)

    def __lt__(self, other):
        if isinstance(other, Timer):
            return (self._when, self.number) < (other._when, other.number)
        return super().__lt__(other)


class new_event_loop(asyncio.SelectorEventLoop):
    def call_at(self, when, callback, *args, context=None):
        made, at = asyncio.TimerHandle, asyncio.events
        at.TimerHandle = Timer          # the name that call_at looks up
        try:
            return super().call_at(when, callback, *args, context=context)
        finally:
            at.TimerHandle = made
