"""Debug mode does not look whether a callback is one."""
import asyncio

CASE = "SCHED-21"
CAUGHT_BY = ("DBG/coroutines_are_refused", "DBG/not_callable_is_refused")


class new_event_loop(asyncio.SelectorEventLoop):
    def _check_callback(self, callback, method):
        pass
