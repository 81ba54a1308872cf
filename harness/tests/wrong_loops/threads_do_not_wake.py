"""call_soon_threadsafe queues its callback and leaves the poll asleep."""
import asyncio

CASE = "SCHED-15"
CAUGHT_BY = ("THR/wakes_idle_loop", "THR/wakes_waiting_loop", "THR/executor_result_wakes")


class new_event_loop(asyncio.SelectorEventLoop):
    def _write_to_self(self):
        pass
