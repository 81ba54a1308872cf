"""call_exception_handler inside a callback reports, and the callback goes on."""
# clause: EXC-20
# level: defacto
# ops: handler
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def report():
    loop.call_exception_handler({"message": "the message"})
    log("callback goes on")


loop.set_exception_handler(lambda which, context: log(context["message"]))
loop.call_soon(report)
loop.call_soon(loop.stop)
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#      0  the message
#      0  callback goes on
#      0  stopped
