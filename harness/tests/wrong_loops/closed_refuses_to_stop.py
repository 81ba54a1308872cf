"""stop() of a closed loop raises RuntimeError."""
import asyncio

CASE = "SCHED-13"
CAUGHT_BY = ("STOP/closed_allows_stop",)


class new_event_loop(asyncio.SelectorEventLoop):
    def stop(self):
        self._check_closed()
        super().stop()
