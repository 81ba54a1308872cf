"""A timer handle cannot be ordered against a number."""
# clause: TIMER-13
# level: detail
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
handle = loop.call_later(1, log, "never")
try:
    handle < 1
except Exception as error:
    log(type(error).__name__)
log(handle == 1)
loop.close()

# trace 3.8
#      0  AttributeError
#      0  False

# trace 3.9..
#      0  TypeError
#      0  False
