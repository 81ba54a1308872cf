"""The repr of a future whose result is a list of the future itself ends."""
# clause: FUT-20
# level: detail
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
future.set_result([future])
log("pending" in repr(future), "..." in repr(future))
loop.close()

# trace 3.8..
#      0  False True
