"""Since 3.12 the handler runs in the context of the failed callback; before, in the loop's."""
# clause: EXC-10
# level: documented
# ops: handler, contexts
# divergence: CTX-01
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")
loop = asyncio.new_event_loop()


def fail():
    raise ValueError


def schedule():
    variable.set("callback")
    loop.call_soon(fail)


loop.set_exception_handler(lambda which, context: log(variable.get()))
contextvars.copy_context().run(schedule)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..3.11
#      0  default

# trace 3.12..
#      0  callback
