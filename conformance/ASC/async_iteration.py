"""Asynchronous iteration gives the very tasks and futures, done, in the order of completion."""
# clause: ASC-3
# level: documented
# needs: 3.13
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(asyncio.sleep(0.25, "task"))
    future = loop.create_future()
    loop.call_later(0.125, future.set_result, "future")
    async for item in asyncio.as_completed([task, future]):
        log(item is task, item is future, item.done(), item.result())


asyncio.run(main())

# trace 3.13..
#    125  False True True future
#    250  True False True task
