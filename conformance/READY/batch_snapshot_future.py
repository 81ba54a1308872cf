"""Completing a future queues its callbacks: they run in the next pass, not in this batch."""
# clause: READY-4
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()

def done(future):
    log("callback of the future", future.result())

def complete():
    future.set_result("value")
    log("completed")

future.add_done_callback(done)
loop.call_soon(complete)
loop.call_soon(log, "rest of the batch")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  completed
#      0  rest of the batch
#      0  callback of the future value
