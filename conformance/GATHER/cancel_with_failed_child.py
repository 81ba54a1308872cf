"""A child that failed in the pass of the cancellation wins over it."""
# clause: GATHER-10
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    failed = loop.create_future()
    pending = loop.create_future()
    outer = asyncio.gather(pending, failed)
    failed.set_exception(ValueError())
    log(outer.cancel(), pending.cancelled())
    try:
        await outer
    except (ValueError, asyncio.CancelledError) as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.8..
#      0  True True
#      0  ValueError
