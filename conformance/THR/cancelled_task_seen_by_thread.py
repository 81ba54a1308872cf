"""A task that ends cancelled shows to the other thread as another CancelledError than asyncio's."""
# clause: THR-13
# level: documented
# ops: executor, tasks, threads
import asyncio
from scenario import log


async def job():
    raise asyncio.CancelledError


def thread(loop):
    future = asyncio.run_coroutine_threadsafe(job(), loop)
    try:
        future.result()
    except Exception as error:
        return type(error).__name__, isinstance(error, asyncio.CancelledError), future.cancelled()


async def main():
    loop = asyncio.get_running_loop()
    log(*await loop.run_in_executor(None, thread, loop))


asyncio.run(main())

# trace 3.8..
#      0  CancelledError False True
