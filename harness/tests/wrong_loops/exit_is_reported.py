"""SystemExit and KeyboardInterrupt go to the exception handler like any other exception."""
from wrong_loops.passes import Passes

CASE = "SCHED-11"
CAUGHT_BY = ("EXC/system_exit_leaves_run", "EXC/keyboard_interrupt_leaves_run",
             "EXC/exit_does_not_reach_handler", "EXC/exit_from_reader")


class new_event_loop(Passes):
    def run_handle(self, handle):
        try:
            handle._run()
        except (SystemExit, KeyboardInterrupt) as error:
            self.call_exception_handler({"message": "Exception in callback", "exception": error,
                                         "handle": handle})
