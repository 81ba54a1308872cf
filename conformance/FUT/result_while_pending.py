"""Asking a pending future for its result or exception raises InvalidStateError."""
# clause: FUT-2
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
for ask in (future.result, future.exception):
    try:
        ask()
    except asyncio.InvalidStateError as error:
        log(type(error).__name__)
log(future.done())
loop.close()

# trace 3.8..
#      0  InvalidStateError
#      0  InvalidStateError
#      0  False
