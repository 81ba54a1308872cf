"""CancelledError, GeneratorExit and other BaseExceptions leave the run like SystemExit."""
from wrong_loops.passes import Passes

CASE = "SCHED-11"
CAUGHT_BY = ("EXC/cancelled_error_in_callback", "EXC/generator_exit_in_callback",
             "EXC/own_base_exception_in_callback")


class new_event_loop(Passes):
    failed = None

    def call_exception_handler(self, context):
        error = context.get("exception")
        if "handle" not in context or isinstance(error, Exception):
            super().call_exception_handler(context)
        else:
            self.failed = error

    def run_handle(self, handle):
        handle._run()
        if self.failed is not None:
            error, self.failed = self.failed, None
            raise error
