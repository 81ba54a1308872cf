"""Delays of centuries are legal and disturb no other timer."""
# clause: TIMER-23
# level: defacto
# divergence: TIMER-09
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
handles = []
for delay in (10000000000, 1e18, 1e300):
    handles.append(loop.call_later(delay, log, "never"))
loop.call_later(0.125, log, "ordinary timer")
loop.call_later(0.25, loop.stop)
loop.run_forever()
for handle in handles:
    handle.cancel()
log("stopped")
loop.close()

# trace 3.8..
#    125  ordinary timer
#    250  stopped
