"""Closing the loop leaves its signals caught."""
import asyncio
import signal

CASE = "SIG-19"
CAUGHT_BY = ("SIG/closed_gives_sigint_back", "SIG/sigint_handler_in_run")


class new_event_loop(asyncio.SelectorEventLoop):
    def close(self):
        if self._signal_handlers:
            signal.set_wakeup_fd(-1)
        self._signal_handlers.clear()
        super().close()
