"""Debug mode times all callbacks but those of descriptors."""
from wrong_loops.passes import Passes

CASE = "SCHED-21"
CAUGHT_BY = ("DBG/each_kind_of_callback",)


class new_event_loop(Passes):
    polled = ()

    def queue_io(self, events):
        before = len(self._ready)
        super().queue_io(events)
        self.polled = list(self._ready)[before:]

    def is_slow(self, handle, seconds):
        return handle not in self.polled and super().is_slow(handle, seconds)
