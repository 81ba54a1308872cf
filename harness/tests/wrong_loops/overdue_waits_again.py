"""The timeout counts from the last poll: what callbacks took meanwhile is waited for again."""
from wrong_loops.passes import Passes

CASE = "TIMER-11"
CAUGHT_BY = ("TIMER/overdue_timer_of_idle_loop",)


class new_event_loop(Passes):
    polled = None
    waiting = False

    def time(self):
        return self.polled if self.waiting and self.polled is not None else super().time()

    def timeout(self):
        self.waiting = True
        try:
            return super().timeout()
        finally:
            self.waiting = False

    def queue_ready(self, events):
        self.polled = self.time()
        super().queue_ready(events)
