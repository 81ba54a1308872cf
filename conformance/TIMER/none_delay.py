"""A delay of None is a TypeError."""
# clause: TIMER-14
# level: defacto
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
try:
    loop.call_later(None, log, "never")
except Exception as error:
    log(type(error).__name__)
loop.close()

# trace 3.8..
#      0  TypeError
