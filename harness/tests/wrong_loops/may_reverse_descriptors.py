"""Descriptors that one poll found ready are served in the opposite order (IO-9 leaves it open)."""
import asyncio

PERMITTED = True


class new_event_loop(asyncio.SelectorEventLoop):
    def _process_events(self, events):
        super()._process_events(events[::-1])
