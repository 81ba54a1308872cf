"""Who finds the lock free takes it, even while another has been woken for it."""
import asyncio

import wrong_loops.parts as parts

CASE = ""
CAUGHT_BY = ("LOCK/no_barging", "LOCK/no_barging_by_task")


class Lock(asyncio.Lock):
    async def acquire(self):
        while self._locked:
            waiter = asyncio.get_running_loop().create_future()
            self.queue.append(waiter)
            try:
                await waiter
            except asyncio.CancelledError:
                if not self._locked:
                    self.wake_up_next()
                raise
        self._locked = True
        return True

    def __init__(self):
        super().__init__()
        self.queue = []

    def wake_up_next(self):
        while self.queue:
            waiter = self.queue.pop(0)
            if not waiter.done():
                waiter.set_result(True)
                return

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self.wake_up_next()


parts.replace("Lock", Lock)
new_event_loop = asyncio.SelectorEventLoop
