"""What run_until_complete says of a loop that was stopped too early."""
# clause: STOP-24
# level: detail
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(loop.create_future())
except RuntimeError as error:
    log(error)  # the text is the clause
loop.close()

# trace 3.8..
#      0  Event loop stopped before Future completed.
