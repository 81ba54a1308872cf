"""Debug mode refuses other threads than the one that made the loop, also while the loop is not running."""
import asyncio
import threading

CASE = ""
CAUGHT_BY = ("DBG/idle_loop_is_not_checked",)


class new_event_loop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self.maker = threading.get_ident()

    def _check_thread(self):
        if threading.get_ident() != self.maker:
            raise RuntimeError("Non-thread-safe operation: the loop belongs to another thread")
