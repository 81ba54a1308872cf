"""A wait_for around a coroutine that cleans up slowly is cancelled at suspension {POINT} ({WINDOW})."""
# clause: WFOR-11, WFOR-2
# level: documented
# ops: tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


async def slow():
    try:
        await asyncio.sleep(0)
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        log("slow is cancelled")
        await asyncio.sleep(0.25)
        log("slow has cleaned up")
        raise


async def victim():
    try:
        await asyncio.wait_for(slow(), 0.5)
    except asyncio.TimeoutError:
        log("timed out")
    await asyncio.sleep(0.125)
    log("after it")
    return await asyncio.wait_for(asyncio.sleep(0.125, "in time"), 0.25)


async def main():
    await settle({"victim": asyncio.create_task(driven(victim()))})


asyncio.run(main())
