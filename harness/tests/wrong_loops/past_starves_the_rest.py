"""As long as timers of the past are due nothing else has its turn."""
from wrong_loops.passes import Passes

CASE = "TIMER-03"
CAUGHT_BY = ("TIMER/negative_delay_does_not_starve",)


class new_event_loop(Passes):
    def run_batch(self):
        waiting = list(self._ready)
        now = self.time()
        overdue = [handle for handle in waiting if getattr(handle, "_when", now) < now]
        self._ready.clear()
        self._ready.extend(overdue or waiting)
        super().run_batch()
        if overdue:
            self._ready.extend(handle for handle in waiting if handle not in overdue)
