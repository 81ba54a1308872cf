"""What a callback sets is seen neither by the next callback nor by the code around the run."""
# clause: CTX-2
# level: documented
# ops: contexts
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")
loop = asyncio.new_event_loop()


def change():
    variable.set("changed")
    log("inside", variable.get())


def show():
    log("next callback", variable.get())
    loop.stop()


loop.call_soon(change)
loop.call_soon(show)
loop.run_forever()
log("outside", variable.get())
loop.close()

# trace 3.8..
#      0  inside changed
#      0  next callback default
#      0  outside default
