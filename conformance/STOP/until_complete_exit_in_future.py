"""A future that failed by the exception that left the run does not stop the next run."""
# clause: STOP-5, EXC-4
# level: defacto
# ops: futures
# divergence: SCHED-05
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()


def leave():
    error = SystemExit(1)
    future.set_exception(error)
    raise error


loop.call_soon(leave)
try:
    loop.run_until_complete(future)
except SystemExit:
    log("left")
loop.call_later(0.25, loop.stop)
loop.run_forever()
log("second run over", type(future.exception()).__name__)
loop.close()

# trace 3.8..
#      0  left
#    250  second run over SystemExit
