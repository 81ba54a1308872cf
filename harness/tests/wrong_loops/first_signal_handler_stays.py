"""A second handler of the same signal is forgotten, and the first one kept."""
import asyncio

CASE = ""
CAUGHT_BY = ("SIG/replaced", "SIG/replacing_releases_arguments", "SIG/replaced_before_it_is_read")


class new_event_loop(asyncio.SelectorEventLoop):
    def add_signal_handler(self, sig, callback, *args):
        if sig not in self._signal_handlers:
            super().add_signal_handler(sig, callback, *args)
