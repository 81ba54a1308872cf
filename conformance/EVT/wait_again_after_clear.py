"""After clear, wait waits for the next set."""
# clause: EVT-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    event = asyncio.Event()
    event.set()
    await event.wait()
    event.clear()
    log(event.is_set())
    asyncio.get_running_loop().call_later(0.125, event.set)
    log(await event.wait())


asyncio.run(main())

# trace 3.8..
#      0  False
#    125  True
