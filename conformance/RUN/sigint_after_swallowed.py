"""A SIGINT that was swallowed counts; the next one raises KeyboardInterrupt at once."""
# clause: RUN-11
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log, raise_signal


async def main():
    raise_signal("SIGINT")
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        log("swallowed")
    await asyncio.sleep(0.125)
    raise_signal("SIGINT")
    log("never")


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    log(type(error).__name__)

# trace 3.11..
#      0  swallowed
#    125  KeyboardInterrupt
