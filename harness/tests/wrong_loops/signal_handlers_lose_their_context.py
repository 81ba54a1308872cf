"""Handlers of signals run in an empty context, not in that of their adding."""
import asyncio
import contextvars

CASE = "CTX-03"
CAUGHT_BY = ("CTX/signal_handler_captures",)


class new_event_loop(asyncio.SelectorEventLoop):
    def add_signal_handler(self, sig, callback, *args):
        contextvars.Context().run(super().add_signal_handler, sig, callback, *args)
