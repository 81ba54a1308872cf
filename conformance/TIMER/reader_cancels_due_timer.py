"""I/O comes before a timer that is due in its pass, and can still cancel it: a time-out met."""
# clause: READY-3, TIMER-12
# level: defacto
# ops: readers
import asyncio
from scenario import log, pause, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("readable", right.recv(1))
    timer.cancel()

loop.add_reader(right, readable)
timer = loop.call_later(0.5, log, "timed out")
loop.call_later(2, loop.stop)
left.send(b"x")
pause(1)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#   1000  readable b'x'
