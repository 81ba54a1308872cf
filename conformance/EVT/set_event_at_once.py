"""wait of an event that is set returns True without suspending."""
# clause: EVT-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    event = asyncio.Event()
    log(event.is_set())
    event.set()
    asyncio.get_running_loop().call_soon(log, "tick")
    log(await event.wait(), event.is_set())
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.8..
#      0  False
#      0  True True
#      0  tick
