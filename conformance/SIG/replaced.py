"""Adding again replaces the handler, also during a run."""
# clause: SIG-7
# level: documented
# ops: signals
import asyncio
from scenario import log, raise_signal, SIGUSR1

loop = asyncio.new_event_loop()


def replace():
    loop.add_signal_handler(SIGUSR1, log, "third")
    raise_signal(SIGUSR1)


def remove():
    log("removed:", loop.remove_signal_handler(SIGUSR1))
    log("removed:", loop.remove_signal_handler(SIGUSR1))
    loop.stop()


loop.add_signal_handler(SIGUSR1, log, "first")
loop.add_signal_handler(SIGUSR1, log, "second")
loop.call_soon(raise_signal, SIGUSR1)
loop.call_later(0.125, replace)
loop.call_later(0.25, remove)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  second
#    125  third
#    250  removed: True
#    250  removed: False
