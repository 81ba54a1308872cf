"""A call by another thread during a callback runs before a timer that has become due."""
# clause: READY-3, THR-1
# level: defacto
# ops: threads
import asyncio
from scenario import in_thread, log, pause

loop = asyncio.new_event_loop()


def callback():
    pause(0.25)
    in_thread(loop.call_soon_threadsafe, log, "queued by the thread")


loop.call_later(0.125, log, "timer")
loop.call_later(0.5, loop.stop)
loop.call_soon(callback)
loop.run_forever()
loop.close()

# trace 3.8..
#    250  queued by the thread
#    250  timer
