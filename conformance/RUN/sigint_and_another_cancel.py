"""Where main was cancelled by the program too, run raises CancelledError, not KeyboardInterrupt."""
# clause: RUN-19, RUN-9
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log, raise_signal


async def main():
    raise_signal("SIGINT")
    asyncio.current_task().cancel()
    try:
        await asyncio.sleep(1)
    finally:
        log(asyncio.current_task().cancelling())


try:
    asyncio.run(main())
except BaseException as error:
    log(type(error).__name__)

# trace 3.11..
#      0  2
#      0  CancelledError
