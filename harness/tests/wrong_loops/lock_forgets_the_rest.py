"""A lock whose woken waiter is cancelled wakes nobody else."""
import asyncio
import collections

CASE = "SYNC-03"
CAUGHT_BY = ("LOCK/woken_waiter_is_cancelled",)

new_event_loop = asyncio.SelectorEventLoop


class Lock:
    def __init__(self):
        self.held = False
        self.waiters = collections.deque()

    def locked(self):
        return self.held

    async def acquire(self):
        if self.held or any(not waiter.cancelled() for waiter in self.waiters):
            waiter = asyncio.get_running_loop().create_future()
            self.waiters.append(waiter)
            try:
                await waiter
            finally:
                self.waiters.remove(waiter)
        self.held = True
        return True

    def release(self):
        if not self.held:
            raise RuntimeError("Lock is not acquired.")
        self.held = False
        for waiter in self.waiters:
            if not waiter.done():
                waiter.set_result(None)
                return

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exception):
        self.release()


asyncio.Lock = Lock
