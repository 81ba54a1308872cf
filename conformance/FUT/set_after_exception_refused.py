"""A failed future cannot be given a result, and keeps its exception."""
# clause: FUT-3
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
future.set_exception(KeyError("first"))
try:
    future.set_result("second")
except asyncio.InvalidStateError as error:
    log(type(error).__name__)
log(type(future.exception()).__name__)
loop.close()

# trace 3.8..
#      0  InvalidStateError
#      0  KeyError
