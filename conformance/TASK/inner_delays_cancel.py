"""A cancel takes as long as the inner task's clean-up, and a second one interrupts that."""
# clause: TASK-25
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def inner():
    try:
        await asyncio.sleep(10)
    finally:
        log("inner cleans up")
        await asyncio.sleep(1)


async def outer(task):
    try:
        await task
    finally:
        log("outer ends")


async def main():
    first = asyncio.create_task(inner())
    second = asyncio.create_task(outer(first))
    await asyncio.sleep(0)
    second.cancel()
    await asyncio.sleep(0.5)
    log(second.done())
    second.cancel()
    await asyncio.wait([second])
    log(first.cancelled(), second.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  inner cleans up
#    500  False
#    500  outer ends
#    500  True True
