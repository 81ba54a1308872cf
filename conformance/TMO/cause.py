"""The TimeoutError has the CancelledError as its cause."""
# clause: TMO-1
# level: documented
# needs: 3.12
# ops: tasks
# 3.11 came to this in a patch release.
import asyncio
from scenario import log


async def main():
    try:
        async with asyncio.timeout(0.125):
            await asyncio.sleep(5)
    except TimeoutError as error:
        log(type(error.__cause__).__name__, error.args)


asyncio.run(main())

# trace 3.12..
#    125  CancelledError ()
