"""A cancelled callback holds its arguments until its turn."""
import asyncio

CASE = "TIMER-13"
CAUGHT_BY = ("READY/cancel_releases_arguments",)


class new_event_loop(asyncio.SelectorEventLoop):
    def call_soon(self, callback, *args, context=None):
        super().call_soon(lambda *kept: None, *args)
        return super().call_soon(callback, *args, context=context)
