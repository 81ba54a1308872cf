"""How far ahead a deadline may be to count as due in a pass that need not wait is the tick of the clock."""
# clause: TIMER-24
# level: detail
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def timer(ran):
    ran.append(True)


def first(ran, name):
    loop.call_soon(second, ran, name)


def second(ran, name):
    log(name, "ahead:", "due" if ran else "not due")
    loop.stop()


for seconds, name in ((5e-10, "0.5 ns"), (1e-9, "1 ns"),     # tiny: of a nanosecond clock
                      (1e-6, "1 us"), (1e-4, "100 us"),       # tiny: above its tick
                      (4e-4, "400 us"), (6e-4, "600 us"),     # tiny: the halves of a millisecond
                      (1e-3, "1 ms")):                        # tiny: the tick of coarse loops
    ran = []
    handle = loop.call_later(seconds, timer, ran)
    loop.call_soon(first, ran, name)
    loop.run_forever()
    handle.cancel()
loop.close()

# trace 3.8..
#      0  0.5 ns ahead: due
#      0  1 ns ahead: not due
#      0  1 us ahead: not due
#      0  100 us ahead: not due
#      0  400 us ahead: not due
#      0  600 us ahead: not due
#      0  1 ms ahead: not due
