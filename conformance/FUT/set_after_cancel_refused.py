"""A cancelled future refuses result and exception."""
# clause: FUT-3
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
future.cancel()
for late in (lambda: future.set_result(1), lambda: future.set_exception(ValueError())):
    try:
        late()
    except asyncio.InvalidStateError as error:
        log(type(error).__name__)
log(future.cancelled())
loop.close()

# trace 3.8..
#      0  InvalidStateError
#      0  InvalidStateError
#      0  True
