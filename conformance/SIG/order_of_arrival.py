"""Different signals are handled in the order in which they came, not of numbers or of adding."""
# clause: SIG-3
# level: defacto
# ops: signals
# divergence: SIG-15
import asyncio
from scenario import log, raise_signal, SIGUSR1, SIGUSR2, SIGWINCH

loop = asyncio.new_event_loop()


def first():
    raise_signal(SIGUSR2)
    raise_signal(SIGWINCH)
    raise_signal(SIGUSR1)


loop.add_signal_handler(SIGUSR1, log, "usr1")
loop.add_signal_handler(SIGUSR2, log, "usr2")
loop.add_signal_handler(SIGWINCH, log, "winch")
loop.call_soon(first)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  usr2
#      0  winch
#      0  usr1
