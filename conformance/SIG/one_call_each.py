"""Each delivered signal gives one call, also between two of another."""
# clause: SIG-3
# level: defacto
# ops: signals
# divergence: SIG-15
import asyncio
from scenario import log, raise_signal, SIGUSR1, SIGUSR2

loop = asyncio.new_event_loop()


def first():
    for number in (SIGUSR1, SIGUSR2, SIGUSR1, SIGUSR1):
        raise_signal(number)


loop.add_signal_handler(SIGUSR1, log, "usr1")
loop.add_signal_handler(SIGUSR2, log, "usr2")
loop.call_soon(first)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  usr1
#      0  usr2
#      0  usr1
#      0  usr1
