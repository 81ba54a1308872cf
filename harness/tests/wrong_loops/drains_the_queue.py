"""A batch goes on until the queue is empty, so what it queues does not wait for a poll."""
from wrong_loops.passes import Passes

CASE = ""
CAUGHT_BY = ("READY/batch_snapshot", "READY/batch_snapshot_stop",
             "READY/requeueing_does_not_starve_io")


class new_event_loop(Passes):
    def run_batch(self):
        while self._ready:
            super().run_batch()
