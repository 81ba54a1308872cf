"""A callback queued twice runs twice, and not a third time in later passes."""
# clause: READY-2
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_soon(log, "twice")
loop.call_soon(log, "twice")
loop.call_later(0.125, log, "a later pass")
loop.call_later(0.25, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  twice
#      0  twice
#    125  a later pass
