"""A handler of a signal is called for the first one only."""
import asyncio

CASE = "SIG-02"
CAUGHT_BY = ("SIG/arguments", "SIG/exception_goes_to_the_handler", "SIG/sigint_handler")


class new_event_loop(asyncio.SelectorEventLoop):
    def _handle_signal(self, sig):
        super()._handle_signal(sig)
        self._signal_handlers[sig] = asyncio.Handle(lambda: None, (), self)
