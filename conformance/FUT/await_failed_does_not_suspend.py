"""Awaiting a failed or cancelled future raises at once, without a hop."""
# clause: FUT-13
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    failed = loop.create_future()
    failed.set_exception(ValueError())
    cancelled = loop.create_future()
    cancelled.cancel()
    loop.call_soon(log, "queued")
    for future in (failed, cancelled):
        try:
            await future
        except (ValueError, asyncio.CancelledError) as error:
            log(type(error).__name__)
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.8..
#      0  ValueError
#      0  CancelledError
#      0  queued
