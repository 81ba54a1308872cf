"""An object may hand out the iterator of the future that it stands for."""
# clause: TASK-43
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


class Awaitable:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        return self.future.__await__()


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.125, future.set_result, "result")
    log(await Awaitable(future))


asyncio.run(main())

# trace 3.8..
#    125  result
