"""Debug mode takes a thread that runs some loop for the thread that runs this one."""
import asyncio

CASE = ""
CAUGHT_BY = ("DBG/runner_of_another_loop_is_refused",)


class new_event_loop(asyncio.SelectorEventLoop):
    def _check_thread(self):
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            super()._check_thread()
