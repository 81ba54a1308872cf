"""Completing a future that has a callback is refused once its loop is closed, but it is done."""
# clause: STOP-18
# level: defacto
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
future.add_done_callback(log)
loop.close()
try:
    future.set_result("result")
except RuntimeError as error:
    log(type(error).__name__)
log("done", future.done())

# trace 3.8..
#      0  RuntimeError
#      0  done True
