"""Cancelled timers are dropped when more than half of over 100 timers are cancelled."""
# clause: TIMER-10
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

def arm(loop, count, cancelled):
    for number in range(count):
        context = contextvars.copy_context()
        context.run(variable.set, Thing())
        handle = loop.call_later(1 + number * 0.125, log, "never", context=context)
        if number >= count - cancelled:
            handle.cancel()

def dropped_of(count, cancelled):
    loop = asyncio.new_event_loop()
    arm(loop, count, cancelled)
    loop.call_soon(loop.stop)
    loop.run_forever()
    collect()
    log(count, "timers,", cancelled, "cancelled, dropped:", len(dropped))
    loop.close()
    collect()
    del dropped[:]

dropped_of(100, 70)
dropped_of(102, 51)
dropped_of(101, 51)

# trace 3.8..
#      0  100 timers, 70 cancelled, dropped: 0
#      0  102 timers, 51 cancelled, dropped: 0
#      0  101 timers, 51 cancelled, dropped: 51
