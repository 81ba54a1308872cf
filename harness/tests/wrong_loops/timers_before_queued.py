"""Due timers go before what was queued."""
from wrong_loops.passes import Passes

CASE = ""
CAUGHT_BY = ("READY/queued_before_timer", "READY/queued_io_timer", "TIMER/queued_cancels_due_timer")


class new_event_loop(Passes):
    def queue_timers(self):
        self.to_front(super().queue_timers)
