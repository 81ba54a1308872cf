"""The second SIGINT raises KeyboardInterrupt at once, wherever the program is."""
# clause: RUN-11
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log, raise_signal


async def main():
    raise_signal("SIGINT")
    log("after the first")
    try:
        raise_signal("SIGINT")
    except KeyboardInterrupt:
        log("raised")
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    log(type(error).__name__)

# trace 3.11..
#      0  after the first
#      0  raised
#      0  KeyboardInterrupt
