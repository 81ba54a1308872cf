"""A change of debug mode during a run counts from the next run on."""
from wrong_loops.passes import Passes

CASE = ""
CAUGHT_BY = ("DBG/turned_on_within_a_batch",)


class new_event_loop(Passes):
    timed = False

    def run_forever(self):
        self.timed = self.get_debug()
        super().run_forever()

    def is_slow(self, handle, seconds):
        return self.timed and super().is_slow(handle, seconds)
