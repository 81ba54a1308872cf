"""time() is read once a pass, so delays count from the beginning of the batch."""
from wrong_loops.passes import Passes

CASE = "TIMER-07"
CAUGHT_BY = ("TIMER/delay_counts_from_the_call", "TIMER/time_passes_inside_callback")


class new_event_loop(Passes):
    read = None

    def time(self):
        return super().time() if self.read is None else self.read

    def run_batch(self):
        self.read = self.time()
        try:
            super().run_batch()
        finally:
            self.read = None
