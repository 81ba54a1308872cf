"""Outside debug mode a coroutine function is a callback like another, which makes a coroutine that nobody awaits."""
# clause: DBG-3
# level: defacto
# ops: tasks
import asyncio
from scenario import capture_warnings, collect, log

loop = asyncio.new_event_loop()
capture_warnings(log)


async def function():
    log("called")


loop.call_soon(function)
loop.call_soon(loop.stop)
loop.run_forever()
collect()
log("stopped")
loop.close()

# trace 3.8..
#      0  RuntimeWarning
#      0  stopped
