"""A stop() before the run is forgotten when the run begins."""
import asyncio

CASE = "SCHED-03"
CAUGHT_BY = ("STOP/stop_before_run", "STOP/stop_before_run_due_timer", "STOP/stop_before_run_empty",
             "STOP/stop_before_run_polls", "STOP/stop_before_until_complete",
             "STOP/stop_before_until_complete_pending")


class new_event_loop(asyncio.SelectorEventLoop):
    def run_forever(self):
        self._stopping = False
        super().run_forever()
