"""A semaphore gives a permit to whoever asks first, not to the waiter that it woke for it."""
import asyncio
import collections

CASE = "SYNC-01"
CAUGHT_BY = ("SEM/barging", "SEM/barging_of_several")
NEEDS = (3, 9)      # up to 3.8 that is how it is

new_event_loop = asyncio.SelectorEventLoop


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("less than nothing")
        self.value = value
        self.waiters = collections.deque()

    def locked(self):
        return self.value == 0

    def release(self):
        self.value += 1
        self.wake()

    def wake(self):
        while self.waiters:
            waiter = self.waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                return

    async def acquire(self):
        while self.value == 0:
            waiter = asyncio.get_running_loop().create_future()
            self.waiters.append(waiter)
            try:
                await waiter
            except asyncio.CancelledError:
                if waiter.done() and not waiter.cancelled():
                    self.wake()
                raise
        self.value -= 1
        return True

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exception):
        self.release()


asyncio.Semaphore = Semaphore
