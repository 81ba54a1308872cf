"""Children of different loops are refused outside a run, too."""
# clause: GATHER-14
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log

one = asyncio.new_event_loop()
other = asyncio.new_event_loop()
try:
    asyncio.gather(one.create_future(), other.create_future())
except ValueError:
    log("ValueError")
one.close()
other.close()

# trace 3.8..
#      0  ValueError
