"""A closed loop says that it is closed, whatever the callback is."""
# clause: DBG-4
# level: defacto
# ops: debug
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.set_debug(True)
loop.close()
for method, args in ((loop.call_soon, ()), (loop.call_later, (0,)), (loop.call_at, (loop.time(),))):
    try:
        method(*args, None)
        log("accepted")
    except (RuntimeError, TypeError) as error:
        log(type(error).__name__)

# trace 3.8..
#      0  RuntimeError
#      0  RuntimeError
#      0  RuntimeError
