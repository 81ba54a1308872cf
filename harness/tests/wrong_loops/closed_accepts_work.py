"""A closed loop accepts callbacks and timers, and never runs them."""
import asyncio

CASE = "SCHED-13"
CAUGHT_BY = ("STOP/closed_call_soon", "STOP/closed_call_later", "STOP/closed_call_at",
             "TIMER/closed_loop_refuses", "THR/closed_threadsafe",
             "THR/closed_threadsafe_from_thread")


class new_event_loop(asyncio.SelectorEventLoop):
    def _check_closed(self):
        pass

    def _write_to_self(self):
        if not self.is_closed():
            super()._write_to_self()
