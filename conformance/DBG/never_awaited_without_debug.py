"""That a coroutine was never awaited is told without debug mode, and without any loop."""
# clause: DBG-10
# level: documented
# ops: tasks
import asyncio
from scenario import capture_warnings, collect, log


async def coroutine():
    pass


async def main():
    coroutine()
    collect()
    log("in a run")


capture_warnings(log)
coroutine()
collect()
log("without a loop")
asyncio.run(main())

# trace 3.8..
#      0  RuntimeWarning
#      0  without a loop
#      0  RuntimeWarning
#      0  in a run
