"""An exception class is called without arguments, and its instance stored."""
# clause: FUT-16
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
future.set_exception(ValueError)
log(type(future.exception()).__name__, future.exception().args)
log(future.exception() is future.exception())
loop.close()

# trace 3.8..
#      0  ValueError ()
#      0  True
