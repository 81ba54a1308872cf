"""After a run stopped early, completing its future does not stop a later run."""
# clause: STOP-11
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(future)
except RuntimeError as error:
    log(type(error).__name__)
loop.call_soon(future.set_result, None)
loop.call_later(0.25, loop.stop)
loop.run_forever()
log("second run over")
loop.close()

# trace 3.8..
#      0  RuntimeError
#    250  second run over
