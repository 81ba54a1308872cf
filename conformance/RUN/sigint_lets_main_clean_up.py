"""From 3.11 main may clean up after SIGINT for as long as it likes."""
# clause: RUN-9
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log, raise_signal


async def main():
    asyncio.get_running_loop().call_later(0.125, raise_signal, "SIGINT")
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(5)
        log("cleaned up")


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    log(type(error).__name__)

# trace 3.11..
#   5125  cleaned up
#   5125  KeyboardInterrupt
