"""An object with __await__ can be awaited; what its iterator returns is the value."""
# clause: TASK-43
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


class Awaitable:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        log("before")
        for step in self.future.__await__():
            yield step
        log("after")
        return self.future.result() + 1


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.125, future.set_result, 1)
    log(await Awaitable(future))


asyncio.run(main())

# trace 3.8..
#      0  before
#    125  after
#    125  2
