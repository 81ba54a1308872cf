"""A result may be any object, None, a future or an exception included, and is given back as it is."""
# clause: FUT-1
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
inner = loop.create_future()
for value in (None, 0, [], inner, ValueError("value"), asyncio.CancelledError):
    future = loop.create_future()
    future.set_result(value)
    log(future.result() is value, future.exception())
loop.close()

# trace 3.8..
#      0  True None
#      0  True None
#      0  True None
#      0  True None
#      0  True None
#      0  True None
