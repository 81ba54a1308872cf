"""An exception in a callback queued by call_soon_threadsafe goes to the handler."""
# clause: EXC-1
# level: documented
# ops: handler, threads
import asyncio
from scenario import in_thread, log

loop = asyncio.new_event_loop()


def fail():
    raise ValueError


loop.set_exception_handler(lambda which, context: log(type(context["exception"]).__name__))
in_thread(loop.call_soon_threadsafe, fail)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  ValueError
