"""Timers run in the order of their deadlines, not in the order in which they were made."""
# clause: TIMER-5
# level: defacto
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_later(0.5, log, "third")
loop.call_later(0.125, log, "first")
loop.call_later(0.625, loop.stop)
loop.call_later(0.25, log, "second")
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#    125  first
#    250  second
#    500  third
#    625  stopped
