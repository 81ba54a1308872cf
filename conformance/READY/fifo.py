"""Callbacks run in the order in which they were queued."""
# clause: READY-2
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_soon(log, "first")
loop.call_soon(log, "second")
loop.call_soon(log, "third")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  first
#      0  second
#      0  third
