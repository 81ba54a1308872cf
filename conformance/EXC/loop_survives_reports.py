"""However many callbacks fail, with whatever handler, the loop runs on and stops when told."""
# clause: EXC-20
# level: defacto
# ops: handler
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
reports = []


def handler(which, context):
    reports.append(type(context["exception"]).__name__)


def fail(count):
    if count > 0:
        loop.call_soon(fail, count - 1)
        loop.call_later(0.125, fail, 0)
    raise ValueError


loop.set_exception_handler(handler)
loop.call_soon(fail, 10)
loop.call_later(0.25, loop.stop)
loop.run_forever()
log(len(reports), "reports")
loop.close()

# trace 3.8..
#    250  21 reports
