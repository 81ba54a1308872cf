"""Initialising a future a second time is refused from 3.15."""
# clause: FUT-21
# level: detail
# needs: 3.15
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
future.set_result("kept")
try:
    future.__init__(loop=loop)
except RuntimeError as error:
    log(type(error).__name__)
log(future.done())
loop.close()

# trace 3.15..
#      0  RuntimeError
#      0  True
