"""Another thread may have a coroutine run, and waits for its result."""
# clause: THR-12
# level: documented
# ops: executor, tasks, threads
import asyncio
from scenario import log


async def job(value):
    await asyncio.sleep(0.25)
    return value + 1


def thread(loop):
    future = asyncio.run_coroutine_threadsafe(job(41), loop)
    return future.result()


async def main():
    loop = asyncio.get_running_loop()
    log(await loop.run_in_executor(None, thread, loop))


asyncio.run(main())

# trace 3.8..
#    250  42
