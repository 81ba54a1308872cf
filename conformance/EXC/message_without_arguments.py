"""The message about a failed callback tells its arguments before 3.13, and hides them since."""
# clause: EXC-2
# level: detail
# ops: handler
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def handler(which, context):
    log("tells the argument:", "secret" in context["message"])


def fail(argument):
    raise ValueError


loop.set_exception_handler(handler)
loop.call_soon(fail, "secret")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..3.12
#      0  tells the argument: True

# trace 3.13..
#      0  tells the argument: False
