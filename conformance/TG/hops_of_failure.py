"""A child that fails cancels the body in the next pass, which hears of it one pass later."""
# clause: TG-13
# level: defacto
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log


async def fail():
    log("fails")
    raise ValueError


async def main():
    loop = asyncio.get_running_loop()

    def tick(number):
        log("tick", number)
        if number < 4:
            loop.call_soon(tick, number + 1)

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            loop.call_soon(tick, 1)
            try:
                await loop.create_future()
            except asyncio.CancelledError:
                log("body cancelled")
                raise
    except ExceptionGroup:
        log("block ends")
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.11..
#      0  fails
#      0  tick 1
#      0  tick 2
#      0  body cancelled
#      0  block ends
#      0  tick 3
#      0  tick 4
