"""A hundred signals in one callback give a hundred calls."""
# clause: SIG-3
# level: defacto
# ops: signals
# divergence: SIG-15
import asyncio
from scenario import log, raise_signal, SIGUSR1, SIGUSR2

loop = asyncio.new_event_loop()


def first():
    for _ in range(50):
        raise_signal(SIGUSR1)
        raise_signal(SIGUSR2)


order = []
loop.add_signal_handler(SIGUSR1, order.append, 1)
loop.add_signal_handler(SIGUSR2, order.append, 2)
loop.call_soon(first)
loop.call_later(0.125, loop.stop)
loop.run_forever()
log(len(order), order == [1, 2] * 50)
loop.close()

# trace 3.8..
#    125  100 True
