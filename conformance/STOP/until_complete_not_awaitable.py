"""run_until_complete refuses what cannot be awaited."""
# clause: STOP-20
# level: defacto
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
for thing in (None, 42, "text", log):
    try:
        loop.run_until_complete(thing)
    except TypeError as error:
        log(type(error).__name__)
loop.close()

# trace 3.8..
#      0  TypeError
#      0  TypeError
#      0  TypeError
#      0  TypeError
