"""Only the cancelling of a timer that still waits counts towards dropping cancelled timers."""
# clause: TIMER-11
# level: detail
# ops: contexts
# A dropped timer lets go of its context, and so of the value that only this context holds.
import asyncio
import contextvars
from scenario import collect, log

class Thing:
    def __del__(self):
        dropped.append(1)

variable = contextvars.ContextVar("variable")
dropped = []

def one_pass():
    loop.call_soon(loop.stop)
    loop.run_forever()
    collect()

def arm_and_cancel():
    context = contextvars.copy_context()
    context.run(variable.set, Thing())
    loop.call_later(100, log, "never", context=context).cancel()

loop = asyncio.new_event_loop()
ran = [loop.call_later(-1, int) for number in range(60)]
one_pass()
for number in range(51):
    loop.call_later(1, log, "never")
for number in range(50):
    arm_and_cancel()
for handle in ran:
    handle.cancel()
one_pass()
log("60 others cancelled after they ran, dropped:", len(dropped))
arm_and_cancel()
arm_and_cancel()
one_pass()
log("2 more cancelled while they waited, dropped:", len(dropped))
loop.close()

# trace 3.8..
#      0  60 others cancelled after they ran, dropped: 0
#      0  2 more cancelled while they waited, dropped: 52
