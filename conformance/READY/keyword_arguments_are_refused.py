"""call_soon takes no keyword but context: a keyword meant for the callback is a TypeError."""
# clause: READY-14
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
try:
    loop.call_soon(log, "text", group="tie")
except TypeError as error:
    log(type(error).__name__)
loop.call_soon(log, "context is taken", context=None)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  TypeError
#      0  context is taken
