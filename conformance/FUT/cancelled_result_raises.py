"""Asking a cancelled future for its result or exception raises CancelledError."""
# clause: FUT-27
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
future.cancel()
for ask in (future.result, future.exception):
    try:
        ask()
    except asyncio.CancelledError as error:
        log(type(error).__name__)
loop.close()

# trace 3.8..
#      0  CancelledError
#      0  CancelledError
