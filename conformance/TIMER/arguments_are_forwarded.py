"""The positional arguments of call_later and call_at reach the callback."""
# clause: TIMER-1
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_later(0.125, log, "call_later", 1, None)
loop.call_at(loop.time() + 0.25, log, "call_at", 2, "two")
loop.call_later(0.5, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#    125  call_later 1 None
#    250  call_at 2 two
