"""Without return_exceptions a cancelled outer ends as soon as one child ends cancelled, and slow ones go on."""
# clause: GATHER-10
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child(name, delay):
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(delay)
        log(name, "ends")


async def main():
    slow = asyncio.create_task(child("slow", 0.5))
    outer = asyncio.gather(slow, child("quick", 0.125))
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        log("CancelledError", slow.done())
    await asyncio.wait([slow])


asyncio.run(main())

# trace 3.8..
#    125  quick ends
#    125  CancelledError False
#    500  slow ends
