"""A loop stopped before the future is done makes run_until_complete raise."""
# clause: STOP-11
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
loop.call_later(0.25, loop.stop)
try:
    loop.run_until_complete(future)
except RuntimeError as error:
    log(type(error).__name__)
log("done", future.done())
loop.close()

# trace 3.8..
#    250  RuntimeError
#    250  done False
