"""What another thread queued before the poll returned comes before the I/O of that poll."""
# clause: READY-10
# level: defacto
# ops: readers, threads
# divergence: SCHED-09
import asyncio
from scenario import in_thread, log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("readable", right.recv(1))

def elsewhere():
    left.send(b"x")
    loop.call_soon_threadsafe(log, "queued by the thread")

def first():
    in_thread(elsewhere)
    log("first")

loop.add_reader(right, readable)
loop.call_soon(first)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  first
#      0  queued by the thread
#      0  readable b'x'
