"""A future of another loop than the one that is given is refused with ValueError."""
# clause: TASK-37
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
other = asyncio.new_event_loop()
future = loop.create_future()
log(asyncio.ensure_future(future, loop=loop) is future)
try:
    asyncio.ensure_future(future, loop=other)
except ValueError as error:
    log(type(error).__name__)
loop.close()
other.close()

# trace 3.8..
#      0  True
#      0  ValueError
