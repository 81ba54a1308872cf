"""Yielding an arbitrary object to the loop raises RuntimeError at that place, one hop later."""
# clause: TASK-8
# level: defacto
# ops: tasks
import asyncio
from scenario import log


class Bad:
    def __await__(self):
        yield 42


def tick(loop, number):
    log("tick", number)
    if number < 2:
        loop.call_soon(tick, loop, number + 1)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(tick, loop, 1)
    try:
        await Bad()
    except RuntimeError as error:
        # The text is the clause.
        log(error)
    await asyncio.sleep(0)
    log("goes on")


asyncio.run(main())

# trace 3.8..
#      0  tick 1
#      0  Task got bad yield: 42
#      0  tick 2
#      0  goes on
