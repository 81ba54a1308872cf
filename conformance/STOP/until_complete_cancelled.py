"""run_until_complete raises CancelledError when the future is cancelled."""
# clause: STOP-7
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
loop.call_later(0.25, future.cancel)
try:
    loop.run_until_complete(future)
except asyncio.CancelledError as error:
    log(type(error).__name__)
loop.close()

# trace 3.8..
#    250  CancelledError
