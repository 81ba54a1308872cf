"""The hash of a timer handle is that of its deadline."""
# clause: TIMER-13
# level: detail
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
handle = loop.call_later(1, log, "never")
log(hash(handle) == hash(handle.when()))
loop.close()

# trace 3.8..
#      0  True
