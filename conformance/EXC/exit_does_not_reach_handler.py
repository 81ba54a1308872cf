"""The exception handler is not told of an exception that leaves the run."""
# clause: EXC-4
# level: defacto
# ops: handler
# divergence: SCHED-11
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def leave():
    raise KeyboardInterrupt


loop.set_exception_handler(lambda which, context: log("handler called"))
loop.call_soon(leave)
loop.call_soon(loop.stop)
try:
    loop.run_forever()
except KeyboardInterrupt:
    log("left")
loop.close()

# trace 3.8..
#      0  left
