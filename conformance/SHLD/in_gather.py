"""A shielded child survives the cancellation of the gather around it."""
# clause: SHLD-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    inner = asyncio.create_task(asyncio.sleep(0.25, "result"))
    other = asyncio.create_task(asyncio.sleep(0.25, "other"))
    outer = asyncio.gather(asyncio.shield(inner), other)
    await asyncio.sleep(0.125)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        log("CancelledError", inner.cancelled(), other.cancelled())
    log(await inner)


asyncio.run(main())

# trace 3.8..
#    125  CancelledError False True
#    250  result
