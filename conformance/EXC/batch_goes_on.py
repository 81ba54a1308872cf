"""After an exception in a callback the batch goes on with the next callback."""
# clause: EXC-1
# level: documented
# ops: handler
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def fail():
    log("failing")
    loop.call_soon(log, "queued by the failing callback")
    raise ValueError


loop.set_exception_handler(lambda which, context: log(type(context["exception"]).__name__))
loop.call_soon(fail)
loop.call_soon(log, "next of the batch")
loop.call_soon(loop.call_soon, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  failing
#      0  ValueError
#      0  next of the batch
#      0  queued by the failing callback
