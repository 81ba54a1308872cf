"""A call by another thread during the poll runs before the reader made ready after it."""
# clause: READY-10, THR-1
# level: defacto
# ops: threads, readers
import asyncio
from scenario import log, pause, socketpair, start_thread

loop = asyncio.new_event_loop()
left, right = socketpair()


def reader():
    log("readable", right.recv(1))
    loop.stop()


def caller():
    pause(0.25)
    loop.call_soon_threadsafe(log, "queued by the thread")
    left.send(b"x")


loop.add_reader(right, reader)
thread = start_thread(caller)
loop.run_forever()
thread.join()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#    250  queued by the thread
#    250  readable b'x'
