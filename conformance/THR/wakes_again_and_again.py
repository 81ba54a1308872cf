"""Each call of call_soon_threadsafe wakes the poll anew."""
# clause: THR-1
# level: documented
# ops: threads
import asyncio
from scenario import log, pause, start_thread

loop = asyncio.new_event_loop()


def caller():
    for number in range(4):
        pause(0.125)
        loop.call_soon_threadsafe(log, "call", number)
    loop.call_soon_threadsafe(loop.stop)


thread = start_thread(caller)
loop.run_forever()
thread.join()
loop.close()

# trace 3.8..
#    125  call 0
#    250  call 1
#    375  call 2
#    500  call 3
