"""What a poll found ready goes before what was queued."""
from wrong_loops.passes import Passes

CASE = "SCHED-09"
CAUGHT_BY = ("READY/queued_before_io", "IO/removed_in_batch")


class new_event_loop(Passes):
    def queue_io(self, events):
        self.to_front(lambda: super(new_event_loop, self).queue_io(events))
