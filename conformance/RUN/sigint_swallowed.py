"""Where main swallows the cancel, run returns normally."""
# clause: RUN-10
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
    return "result"


log(asyncio.run(main()))

# trace 3.11..
#      0  swallowed
#    125  result
