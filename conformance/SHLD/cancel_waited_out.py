"""Who catches the cancellation can wait for the inner task after all."""
# clause: SHLD-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def wait_for_it(inner):
    try:
        await asyncio.shield(inner)
    except asyncio.CancelledError:
        log("CancelledError")
        log(await inner)
        raise


async def main():
    inner = asyncio.create_task(asyncio.sleep(0.25, "result"))
    task = asyncio.create_task(wait_for_it(inner))
    await asyncio.sleep(0.125)
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..
#    125  CancelledError
#    250  result
#    250  True
