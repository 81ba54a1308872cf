"""Several calls side by side run out each at its own time."""
# clause: WFOR-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def limited(name, timeout):
    try:
        await asyncio.wait_for(asyncio.sleep(0.5), timeout)
        log(name, "in time")
    except asyncio.TimeoutError:
        log(name, "TimeoutError")


async def main():
    await asyncio.gather(limited("a", 1), limited("b", 0.25), limited("c", 0.125))


asyncio.run(main())

# trace 3.8..
#    125  c TimeoutError
#    250  b TimeoutError
#    500  a in time
