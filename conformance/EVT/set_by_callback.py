"""A callback may set an event."""
# clause: EVT-2
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    event = asyncio.Event()
    asyncio.get_running_loop().call_later(0.125, event.set)
    log(await event.wait())


asyncio.run(main())

# trace 3.8..
#    125  True
