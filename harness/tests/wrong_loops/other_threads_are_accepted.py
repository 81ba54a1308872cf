"""Debug mode does not look from which thread a call comes."""
import asyncio

CASE = "SCHED-21"
CAUGHT_BY = ("DBG/call_from_thread_is_refused",)


class new_event_loop(asyncio.SelectorEventLoop):
    def _check_thread(self):
        pass
