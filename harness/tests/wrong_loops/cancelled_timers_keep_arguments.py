"""A cancelled timer holds its arguments until its deadline."""
import asyncio

CASE = "TIMER-13"
CAUGHT_BY = ("TIMER/cancel_releases_arguments",)


class new_event_loop(asyncio.SelectorEventLoop):
    def call_at(self, when, callback, *args, context=None):
        super().call_at(when, lambda *kept: None, *args)
        return super().call_at(when, callback, *args, context=context)
