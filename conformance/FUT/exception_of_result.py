"""A future with a result has the exception None."""
# clause: FUT-27
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
future.set_result(42)
log(future.result(), future.exception())
loop.close()

# trace 3.8..
#      0  42 None
