"""The message about a failed callback begins with these words and the callback's name."""
# clause: EXC-2
# level: detail
# ops: handler
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def handler(which, context):
    log(context["message"].split("(")[0])


def fail():
    raise ValueError


loop.set_exception_handler(handler)
loop.call_soon(fail)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  Exception in callback fail
