"""An awaitable whose iterator yields None costs one hop for each."""
# clause: TASK-3
# level: defacto
# ops: tasks
import asyncio
from scenario import log


class Hops:
    def __init__(self, number):
        self.number = number

    def __await__(self):
        for hop in range(self.number):
            yield
        return "after %d hops" % self.number


def tick(loop, number):
    log("tick", number)
    if number < 4:
        loop.call_soon(tick, loop, number + 1)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(tick, loop, 1)
    log(await Hops(2))
    log(await Hops(0))


asyncio.run(main())

# trace 3.8..
#      0  tick 1
#      0  tick 2
#      0  after 2 hops
#      0  after 0 hops
#      0  tick 3
#      0  tick 4
