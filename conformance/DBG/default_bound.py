"""slow_callback_duration is a tenth of a second until the program sets it."""
# clause: DBG-5
# level: documented
# ops: debug
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
log(loop.slow_callback_duration)
loop.slow_callback_duration = 0.5
log(loop.slow_callback_duration)
loop.close()

# trace 3.8..
#      0  0.1
#      0  0.5
