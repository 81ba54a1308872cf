"""SIGINT is held back while the loop waits in its poll."""
import asyncio
import selectors
import signal

CASE = "SIG-01"
CAUGHT_BY = ("RUN/sigint_while_blocked",)


class Selector(selectors.DefaultSelector):
    def select(self, timeout=None):
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            return super().select(timeout)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def new_event_loop():
    return asyncio.SelectorEventLoop(Selector())
