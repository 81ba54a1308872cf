"""Calls of call_soon_threadsafe by one thread run in their order."""
# clause: THR-1, READY-2
# level: documented
# ops: threads
# divergence: SCHED-15
import asyncio
from scenario import in_thread, log

loop = asyncio.new_event_loop()


def caller():
    for number in range(5):
        loop.call_soon_threadsafe(log, "call", number)
    loop.call_soon_threadsafe(loop.stop)


in_thread(caller)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  call 0
#      0  call 1
#      0  call 2
#      0  call 3
#      0  call 4
