"""Asynchronous iteration gives a task for a coroutine."""
# clause: ASC-3
# level: documented
# needs: 3.13
# ops: tasks
import asyncio
from scenario import log


async def child():
    return "result"


async def main():
    async for item in asyncio.as_completed([child()]):
        log(isinstance(item, asyncio.Task), item.done(), item.result())


asyncio.run(main())

# trace 3.13..
#      0  True True result
