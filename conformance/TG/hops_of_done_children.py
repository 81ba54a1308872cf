"""Children whose callbacks have run before the body ends cost no hop, and one that just ended costs two."""
# clause: TG-13
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child(name):
    log(name)


async def main():
    loop = asyncio.get_running_loop()

    def tick(number):
        log("tick", number)
        if number < 4:
            loop.call_soon(tick, number + 1)

    async with asyncio.TaskGroup() as group:
        group.create_task(child("a"))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        loop.call_soon(log, "queued")
    log("block ends")
    async with asyncio.TaskGroup() as group:
        group.create_task(child("b"))
        await asyncio.sleep(0)
        loop.call_soon(tick, 1)
    log("block ends")
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.11..
#      0  a
#      0  block ends
#      0  queued
#      0  b
#      0  tick 1
#      0  block ends
#      0  tick 2
#      0  tick 3
#      0  tick 4
