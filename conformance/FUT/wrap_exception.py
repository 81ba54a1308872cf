"""A wrapped concurrent future passes on its exception, the object itself."""
# clause: FUT-23
# level: documented
# ops: tasks, threads
import asyncio
from scenario import log

given = ValueError()


async def job():
    raise given


async def main():
    concurrent = asyncio.run_coroutine_threadsafe(job(), asyncio.get_running_loop())
    try:
        await asyncio.wrap_future(concurrent)
    except ValueError as error:
        log(error is given, concurrent.exception() is given)


asyncio.run(main())

# trace 3.8..
#      0  True True
