"""Timers fire up to a fifth of a second before their deadline, when the loop is awake anyway."""
import asyncio

CASE = ""
CAUGHT_BY = ("TIMER/not_early",)


class new_event_loop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self._clock_resolution = 0.2
