"""Wrapping a future of asyncio returns it unchanged."""
# clause: FUT-23
# level: documented
# ops: futures, threads
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
log(asyncio.wrap_future(future, loop=loop) is future)
loop.close()

# trace 3.8..
#      0  True
