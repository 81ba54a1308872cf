"""Coroutines, tasks, futures and other awaitables may be mixed."""
# clause: GATHER-1
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


class Awaitable:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        return self.future.__await__()


async def child(name):
    return name


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    other = loop.create_future()
    loop.call_later(0.125, future.set_result, "future")
    loop.call_later(0.25, other.set_result, "awaitable")
    task = asyncio.create_task(child("task"))
    log(await asyncio.gather(Awaitable(other), future, child("coroutine"), task))


asyncio.run(main())

# trace 3.8..
#    250  ['awaitable', 'future', 'coroutine', 'task']
