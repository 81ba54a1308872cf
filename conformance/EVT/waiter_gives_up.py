"""A waiter that gives up after a timeout leaves the event as it was."""
# clause: EVT-2
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    event = asyncio.Event()
    try:
        await asyncio.wait_for(event.wait(), 0.25)
    except asyncio.TimeoutError:
        log("gave up", event.is_set())
    event.set()
    log(await asyncio.wait_for(event.wait(), 0.25))


asyncio.run(main())

# trace 3.8..
#    250  gave up False
#    250  True
