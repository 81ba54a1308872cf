"""A call by a thread is kept where the one before it is kept: the loop sees the last only."""
from wrong_loops.passes import Passes

CASE = "SCHED-15"
CAUGHT_BY = ("THR/many_threads", "THR/order_of_one_thread")


class new_event_loop(Passes):
    slot = None

    def call_soon_threadsafe(self, callback, *args, context=None):
        self.slot = super().call_soon_threadsafe(callback, *args, context=context)
        self._ready.remove(self.slot)
        return self.slot

    def queue_ready(self, events):
        if self.slot is not None:
            self._ready.append(self.slot)
            self.slot = None
        super().queue_ready(events)
