"""A handler of a signal is removed only while the loop runs."""
import asyncio

CASE = "SIG-03"
CAUGHT_BY = ("SIG/remove_outside_a_run", "SIG/removed_sigint_outside_a_run")


class new_event_loop(asyncio.SelectorEventLoop):
    def remove_signal_handler(self, sig):
        if self.is_running() or self.is_closed():
            return super().remove_signal_handler(sig)
        self._check_signal(sig)
        return False
