"""A second cancel of a future changes nothing, its message neither."""
# clause: FUT-15
# level: documented
# needs: 3.9
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
log(future.cancel("first"), future.cancel("second"))
try:
    future.result()
except asyncio.CancelledError as error:
    log(error.args)
loop.close()

# trace 3.9..
#      0  True False
#      0  ('first',)
