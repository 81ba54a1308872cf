"""Nothing happens until the call itself is awaited."""
# clause: WFOR-15
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    log("child")


async def main():
    waiting = asyncio.wait_for(child(), 0.25)
    await asyncio.sleep(0.5)
    log("awaits")
    await waiting


asyncio.run(main())

# trace 3.8..
#    500  awaits
#    500  child
