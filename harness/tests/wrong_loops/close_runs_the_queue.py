"""close() runs what is still queued, where it must drop it."""
from wrong_loops.passes import Passes

CASE = "SCHED-13"
CAUGHT_BY = ("STOP/close_drops_callbacks", "THR/dropped_at_close")


class new_event_loop(Passes):
    def close(self):
        if not self.is_running():
            self.run_batch()
        super().close()
