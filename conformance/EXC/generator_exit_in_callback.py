"""GeneratorExit, although no Exception, goes from a callback to the handler like any other."""
# clause: EXC-1
# level: documented
# ops: handler
# divergence: SCHED-11
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def fail():
    raise GeneratorExit


loop.set_exception_handler(lambda which, context: log(type(context["exception"]).__name__))
loop.call_soon(fail)
loop.call_soon(log, "next")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  GeneratorExit
#      0  next
