"""SIGCHLD is kept for the loop's own use."""
import asyncio
import signal

CASE = "SIG-05"
CAUGHT_BY = ("SIG/child_signal",)


class new_event_loop(asyncio.SelectorEventLoop):
    def add_signal_handler(self, sig, callback, *args):
        if sig == signal.SIGCHLD:
            raise RuntimeError("cannot add a signal handler for SIGCHLD")
        super().add_signal_handler(sig, callback, *args)
