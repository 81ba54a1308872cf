"""Leaving the block waits for all children."""
# clause: TG-1
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child(name, delay):
    await asyncio.sleep(delay)
    log(name)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(child("a", 0.5))
        group.create_task(child("b", 0.25))
        log("body ends")
    log("block ends")


asyncio.run(main())

# trace 3.11..
#      0  body ends
#    250  b
#    500  a
#    500  block ends
