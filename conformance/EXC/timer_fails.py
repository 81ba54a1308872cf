"""An exception in a timer goes to the handler, and the next timer runs at its time."""
# clause: EXC-1
# level: documented
# ops: handler
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def fail():
    raise ValueError


loop.set_exception_handler(lambda which, context: log(type(context["exception"]).__name__))
loop.call_later(0.25, fail)
loop.call_later(0.5, loop.stop)
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#    250  ValueError
#    500  stopped
