"""Due timers go before what the poll of the same pass found ready."""
from wrong_loops.passes import Passes

CASE = ""
CAUGHT_BY = ("READY/io_before_timer", "READY/queued_io_timer", "TIMER/reader_cancels_due_timer")


class new_event_loop(Passes):
    def queue_ready(self, events):
        self.queue_timers()
        self.queue_io(events)
