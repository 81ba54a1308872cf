"""Where main has called uncancel and ends cancelled all the same, run raises KeyboardInterrupt."""
# clause: RUN-19, RUN-9
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log, raise_signal


async def main():
    raise_signal("SIGINT")
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        log(asyncio.current_task().uncancel())
        raise


try:
    asyncio.run(main())
except BaseException as error:
    log(type(error).__name__)

# trace 3.11..
#      0  0
#      0  KeyboardInterrupt
