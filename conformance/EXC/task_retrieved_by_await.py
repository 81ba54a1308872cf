"""A failed task that was awaited is destroyed silently, also when the await came later."""
# clause: EXC-12
# level: defacto
# ops: handler, tasks
# divergence: EXC-03
import asyncio
from scenario import collect, log


async def job():
    raise ValueError


async def main():
    asyncio.get_running_loop().set_exception_handler(lambda which, context: log("reported"))
    task = asyncio.create_task(job())
    await asyncio.sleep(0.125)
    try:
        await task
    except ValueError as error:
        log(type(error).__name__)
    del task
    collect()
    log("silent")


asyncio.run(main())

# trace 3.8..
#    125  ValueError
#    125  silent
