"""What has come while the loop did not run is thrown away when a run begins."""
import asyncio

CASE = "SIG-17"
CAUGHT_BY = ("SIG/between_runs", "SIG/between_runs_of_complete")


class new_event_loop(asyncio.SelectorEventLoop):
    def run_forever(self):
        try:
            while not self.is_running() and self._ssock is not None and self._ssock.recv(4096):
                pass
        except BlockingIOError:
            pass
        super().run_forever()
