"""The first child that fails gives its exception to the outer at once, and the other children go on."""
# clause: GATHER-5
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def fail():
    await asyncio.sleep(0.125)
    raise ValueError


async def child():
    await asyncio.sleep(0.25)
    log("child goes on")
    return "result"


async def main():
    task = asyncio.create_task(child())
    try:
        await asyncio.gather(task, fail())
    except ValueError:
        log("ValueError", task.done(), task.cancelled())
    log(await task)


asyncio.run(main())

# trace 3.8..
#    125  ValueError False False
#    250  child goes on
#    250  result
