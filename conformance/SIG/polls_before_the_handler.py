"""From the pass that raises a signal to the handler there are two polls."""
# clause: SIG-1
# level: defacto
# ops: polls, signals
# divergence: SIG-13
import asyncio
from scenario import log, polls, raise_signal, SIGUSR1

loop = asyncio.new_event_loop()


def first():
    before.append(polls())
    raise_signal(SIGUSR1)


def handler():
    log("polls:", polls() - before[0])
    loop.stop()


before = []
loop.add_signal_handler(SIGUSR1, handler)
loop.call_soon(first)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  polls: 2
