"""A signal's handler is called where its number is read, in the pass of the poll."""
import asyncio

CASE = "SIG-13"
CAUGHT_BY = ("SIG/two_hops", "SIG/raised_by_its_handler", "SIG/polls_before_the_handler",
             "SIG/reader_of_the_same_poll", "SIG/stop_before_the_handler")


class new_event_loop(asyncio.SelectorEventLoop):
    def _handle_signal(self, sig):
        handle = self._signal_handlers.get(sig)
        if handle is not None:
            handle._run()
