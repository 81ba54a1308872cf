"""A handler runs in the context of its adding, the same at each signal."""
# clause: CTX-4
# level: defacto
# ops: contexts, signals
# divergence: CTX-03
import asyncio
import contextvars
from scenario import log, raise_signal, SIGUSR1

variable = contextvars.ContextVar("variable", default="default")
loop = asyncio.new_event_loop()


def handler():
    log(variable.get())
    variable.set("set by the handler")


variable.set("at the adding")
loop.add_signal_handler(SIGUSR1, handler)
variable.set("at the signal")
loop.call_soon(raise_signal, SIGUSR1)
loop.call_later(0.125, raise_signal, SIGUSR1)
loop.call_later(0.25, loop.stop)
loop.run_forever()
log(variable.get())
loop.close()

# trace 3.8..
#      0  at the adding
#    125  set by the handler
#    250  at the signal
