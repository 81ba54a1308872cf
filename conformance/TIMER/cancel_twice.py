"""Cancelling a timer twice is harmless, to it and to the others."""
# clause: TIMER-9
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
handle = loop.call_later(0.125, log, "never")
loop.call_later(0.25, log, "another")
handle.cancel()
handle.cancel()
loop.call_later(0.5, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#    250  another
