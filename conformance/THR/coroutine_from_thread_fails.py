"""The exception of the coroutine is raised in the other thread."""
# clause: THR-12
# level: documented
# ops: executor, tasks, threads
import asyncio
from scenario import log

given = ValueError()


async def job():
    raise given


def thread(loop):
    future = asyncio.run_coroutine_threadsafe(job(), loop)
    try:
        future.result()
    except ValueError as error:
        return error is given


async def main():
    loop = asyncio.get_running_loop()
    log(await loop.run_in_executor(None, thread, loop))


asyncio.run(main())

# trace 3.8..
#      0  True
