"""Callbacks and timers run in the loop's context, not in that of the call."""
import asyncio
import contextvars

CASE = "CTX-03"
CAUGHT_BY = ("CTX/call_soon_captures", "CTX/call_at_captures", "CTX/call_later_captures",
             "CTX/threadsafe_captures")


class new_event_loop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self.outside = contextvars.copy_context()

    def call_soon(self, callback, *args, context=None):
        return super().call_soon(callback, *args, context=context or self.outside)

    def call_soon_threadsafe(self, callback, *args, context=None):
        return super().call_soon_threadsafe(callback, *args, context=context or self.outside)

    def call_at(self, when, callback, *args, context=None):
        return super().call_at(when, callback, *args, context=context or self.outside)
