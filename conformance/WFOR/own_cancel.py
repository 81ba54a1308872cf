"""A coroutine that cancels its own task and returns: up to 3.11 it is the coroutine that is cancelled, from 3.12 the caller, where it suspends next."""
# clause: WFOR-4
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def child():
    asyncio.current_task().cancel()
    return "result"


async def caller():
    try:
        log(await asyncio.wait_for(child(), 5))
    except asyncio.CancelledError:
        log("wait_for: CancelledError")
    try:
        await asyncio.sleep(0)
        log("goes on")
    except asyncio.CancelledError:
        log("sleep: CancelledError")


async def main():
    await asyncio.create_task(caller())


asyncio.run(main())

# trace 3.8..3.11
#      0  wait_for: CancelledError
#      0  goes on

# trace 3.12..
#      0  result
#      0  sleep: CancelledError
