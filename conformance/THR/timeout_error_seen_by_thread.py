"""A TimeoutError of the coroutine is asyncio's own class up to 3.10, and the builtin one from 3.11."""
# clause: THR-14
# level: documented
# ops: executor, tasks, threads
import asyncio
from scenario import log


async def job():
    await asyncio.wait_for(asyncio.sleep(10), 0.125)


def thread(loop):
    future = asyncio.run_coroutine_threadsafe(job(), loop)
    try:
        future.result()
    except Exception as error:
        return isinstance(error, asyncio.TimeoutError), isinstance(error, TimeoutError)


async def main():
    loop = asyncio.get_running_loop()
    log(*await loop.run_in_executor(None, thread, loop))


asyncio.run(main())

# trace 3.8..3.10
#    125  True False

# trace 3.11..
#    125  True True
