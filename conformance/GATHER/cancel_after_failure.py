"""Cancelling an outer that has failed answers False and leaves running children alone."""
# clause: GATHER-11
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def fail():
    raise ValueError


async def child():
    await asyncio.sleep(0.25)
    return "result"


async def main():
    task = asyncio.create_task(child())
    outer = asyncio.gather(fail(), task)
    try:
        await outer
    except ValueError:
        log(outer.cancel())
    log(await task)


asyncio.run(main())

# trace 3.8..
#      0  False
#    250  result
