"""Where the earliest timer is overdue the poll waits for ever."""
from wrong_loops.passes import Passes

CASE = "TIMER-11"
CAUGHT_BY = ("TIMER/overdue_timer_of_idle_loop",)


class new_event_loop(Passes):
    def timeout(self):
        timeout = super().timeout()
        if timeout == 0 and not self._ready and not self._stopping:
            return None
        return timeout
