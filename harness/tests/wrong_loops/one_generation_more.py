"""After stop() what the last batch queued is run as well."""
from wrong_loops.passes import Passes

CASE = "SCHED-01"
CAUGHT_BY = ("STOP/stop_first_in_batch", "STOP/stop_inside_batch", "STOP/stop_last_in_batch",
             "STOP/stop_in_every_step", "STOP/leftovers_run_first", "READY/batch_snapshot_stop")


class new_event_loop(Passes):
    def run_batch(self):
        super().run_batch()
        if self._stopping:
            super().run_batch()
