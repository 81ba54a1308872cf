"""A callback that takes exactly slow_callback_duration is not logged."""
from wrong_loops.passes import Passes

CASE = "SCHED-23"
CAUGHT_BY = ("DBG/bound_is_inclusive", "DBG/bound_of_zero")


class new_event_loop(Passes):
    def is_slow(self, handle, seconds):
        return seconds > self.slow_callback_duration
