"""Who awaits the shield of a cancelled task may catch it and is not cancelled."""
# clause: SHLD-2
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def wait_for_it(inner):
    try:
        await asyncio.shield(inner)
    except asyncio.CancelledError:
        log("CancelledError")
    return "went on"


async def main():
    inner = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(wait_for_it(inner))
    await asyncio.sleep(0)
    inner.cancel()
    log(await task)


asyncio.run(main())

# trace 3.8..
#      0  CancelledError
#      0  went on
