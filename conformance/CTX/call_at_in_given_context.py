"""call_at runs its callback in the context that it is given."""
# clause: CTX-1
# level: documented
# ops: contexts
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")
loop = asyncio.new_event_loop()


def show():
    log(variable.get())
    loop.stop()


context = contextvars.copy_context()
context.run(variable.set, "given")
variable.set("at the call")
loop.call_at(loop.time() + 0.25, show, context=context)
loop.run_forever()
loop.close()

# trace 3.8..
#    250  given
