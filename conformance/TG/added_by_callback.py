"""A callback may add a child while the block waits."""
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
    loop = asyncio.get_running_loop()
    async with asyncio.TaskGroup() as group:
        group.create_task(child("first", 0.25))
        loop.call_later(0.125, lambda: group.create_task(child("second", 0.5)))
    log("block ends")


asyncio.run(main())

# trace 3.11..
#    250  first
#    625  second
#    625  block ends
