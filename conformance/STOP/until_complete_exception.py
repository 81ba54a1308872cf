"""run_until_complete raises the very exception that the future was given."""
# clause: STOP-7
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
given = ValueError("given")
loop.call_later(0.25, future.set_exception, given)
try:
    loop.run_until_complete(future)
except ValueError as error:
    log("raised", error is given)
loop.close()

# trace 3.8..
#    250  raised True
