"""A handler comes before the descriptors and the timers of its own pass."""
# clause: SIG-1, READY-3
# level: defacto
# ops: readers, signals
import asyncio
from scenario import log, raise_signal, socketpair, SIGUSR1

loop = asyncio.new_event_loop()
left, right = socketpair()


def first():
    raise_signal(SIGUSR1)
    loop.call_soon(second)


def second():
    left.send(b"x")
    loop.call_later(0, timer)


def reader():
    log("reader", right.recv(1))


def timer():
    log("timer")
    loop.stop()


loop.add_reader(right, reader)
loop.add_signal_handler(SIGUSR1, log, "handler")
loop.call_soon(first)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  handler
#      0  reader b'x'
#      0  timer
