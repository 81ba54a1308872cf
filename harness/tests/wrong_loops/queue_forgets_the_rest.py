"""A queue whose woken getter or putter is cancelled wakes nobody else."""
import asyncio

CASE = "SYNC-05"
CAUGHT_BY = ("QUEUE/woken_getter_is_cancelled", "QUEUE/woken_putter_is_cancelled")

new_event_loop = asyncio.SelectorEventLoop


class Queue(asyncio.Queue):
    async def wait_in(self, line):
        waiter = asyncio.get_running_loop().create_future()
        line.append(waiter)
        await waiter

    async def get(self):
        while self.empty():
            await self.wait_in(self._getters)
        return self.get_nowait()

    async def put(self, item):
        while self.full():
            await self.wait_in(self._putters)
        self.put_nowait(item)


asyncio.Queue = Queue
