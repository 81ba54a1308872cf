"""A child that ends before the body does is not waited for again."""
# clause: TG-1
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child():
    return "result"


async def main():
    async with asyncio.TaskGroup() as group:
        task = group.create_task(child())
        log(await task)
        await asyncio.sleep(0.125)
        log("body ends")
    log("block ends")


asyncio.run(main())

# trace 3.11..
#      0  result
#    125  body ends
#    125  block ends
