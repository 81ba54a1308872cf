"""A descriptor that is ready in the poll that a signal ends is called a pass before the handler."""
# clause: SIG-1
# level: defacto
# ops: polls, readers, signals
# divergence: SIG-13
import asyncio
from scenario import log, polls, raise_signal, socketpair, SIGUSR1

loop = asyncio.new_event_loop()
left, right = socketpair()


def first():
    raise_signal(SIGUSR1)
    left.send(b"x")


def reader():
    seen.append(polls())
    log("reader", right.recv(1))


def handler():
    log("handler, polls later:", polls() - seen[0])
    loop.stop()


seen = []
loop.add_reader(right, reader)
loop.add_signal_handler(SIGUSR1, handler)
loop.call_soon(first)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  reader b'x'
#      0  handler, polls later: 1
