"""The second SIGINT in a callback leaves the run, and main is cancelled once more by the clean-up."""
# clause: RUN-11
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log, raise_signal


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.125, raise_signal, "SIGINT")
    loop.call_later(0.25, raise_signal, "SIGINT")
    try:
        await asyncio.sleep(10)
    finally:
        log("first")
        try:
            await asyncio.sleep(10)
        finally:
            log("second")


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    log(type(error).__name__)

# trace 3.11..
#    125  first
#    250  second
#    250  KeyboardInterrupt
