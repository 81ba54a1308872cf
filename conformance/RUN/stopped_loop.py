"""A stop in the middle makes run raise RuntimeError, after the clean-up of main."""
# clause: RUN-22
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def main():
    asyncio.get_running_loop().call_later(0.125, asyncio.get_running_loop().stop)
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        log("cancelled")
        raise


try:
    asyncio.run(main())
except RuntimeError as error:
    log(type(error).__name__)

# trace 3.8..
#    125  cancelled
#    125  RuntimeError
