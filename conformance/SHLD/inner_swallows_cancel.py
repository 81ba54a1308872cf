"""An inner task that swallows its cancellation gives its result to the outer future."""
# clause: SHLD-2
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def swallow():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log("swallowed")
    return "result"


async def main():
    inner = asyncio.create_task(swallow())
    outer = asyncio.shield(inner)
    await asyncio.sleep(0.125)
    inner.cancel()
    log(await outer)


asyncio.run(main())

# trace 3.8..
#    125  swallowed
#    125  result
