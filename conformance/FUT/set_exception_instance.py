"""An exception given as an object is kept as that object."""
# clause: FUT-16, FUT-18
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
given = ValueError("given")
future.set_exception(given)
log(future.exception() is given)
loop.close()

# trace 3.8..
#      0  True
