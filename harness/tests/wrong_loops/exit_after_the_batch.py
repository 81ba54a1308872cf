"""SystemExit and KeyboardInterrupt leave the run only when the batch is over."""
from wrong_loops.passes import Passes

CASE = "SCHED-11"
CAUGHT_BY = ("EXC/system_exit_leaves_run", "EXC/keyboard_interrupt_leaves_run",
             "EXC/rest_keeps_its_order", "EXC/rest_runs_first")


class new_event_loop(Passes):
    leaving = None

    def run_handle(self, handle):
        try:
            handle._run()
        except (SystemExit, KeyboardInterrupt) as error:
            self.leaving = error

    def run_batch(self):
        super().run_batch()
        if self.leaving is not None:
            error, self.leaving = self.leaving, None
            raise error
