"""The parent goes on two hops after the last step of the last child."""
# clause: TG-13
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child():
    log("child")


async def main():
    loop = asyncio.get_running_loop()

    def tick(number):
        log("tick", number)
        if number < 4:
            loop.call_soon(tick, number + 1)

    async with asyncio.TaskGroup() as group:
        group.create_task(child())
        loop.call_soon(tick, 1)
    log("block ends")
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.11..
#      0  child
#      0  tick 1
#      0  tick 2
#      0  block ends
#      0  tick 3
#      0  tick 4
