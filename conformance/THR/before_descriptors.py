"""A call by another thread runs before a reader that the next poll finds ready."""
# clause: READY-3, THR-1
# level: defacto
# ops: threads, readers
# divergence: SCHED-09
import asyncio
from scenario import in_thread, log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()


def reader():
    log("readable", right.recv(1))
    loop.stop()


def callback():
    left.send(b"x")
    in_thread(loop.call_soon_threadsafe, log, "queued by the thread")


loop.add_reader(right, reader)
loop.call_soon(callback)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  queued by the thread
#      0  readable b'x'
