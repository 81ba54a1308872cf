"""The call may take longer than its timeout, by the time that cleaning up takes."""
# clause: WFOR-2
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(0.5)
        log("cleaned up")


async def main():
    try:
        await asyncio.wait_for(child(), 0.25)
    except asyncio.TimeoutError:
        log("TimeoutError")


asyncio.run(main())

# trace 3.8..
#    750  cleaned up
#    750  TimeoutError
