"""Debug mode says nothing of slow callbacks."""
from wrong_loops.passes import Passes

CASE = "SCHED-21"
CAUGHT_BY = ("DBG/slow_callback", "DBG/each_kind_of_callback")


class new_event_loop(Passes):
    def is_slow(self, handle, seconds):
        return False
