"""Where main ends cancelled without a signal, run raises CancelledError."""
# clause: RUN-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    asyncio.current_task().cancel()
    await asyncio.sleep(0.125)


try:
    asyncio.run(main())
except asyncio.CancelledError as error:
    log(type(error).__name__)

# trace 3.8..
#      0  CancelledError
