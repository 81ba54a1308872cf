"""Coroutines and coroutine functions are accepted as handlers of signals."""
import asyncio

CASE = "SIG-05"
CAUGHT_BY = ("SIG/coroutine", "SIG/coroutine_function")


class new_event_loop(asyncio.SelectorEventLoop):
    def add_signal_handler(self, sig, callback, *args):
        super().add_signal_handler(sig, lambda: callback(*args))
