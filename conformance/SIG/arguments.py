"""A handler is called with the arguments that it was added with, at each signal; adding returns nothing."""
# clause: SIG-2
# level: documented
# ops: signals
# divergence: SIG-02
import asyncio
from scenario import log, raise_signal, SIGUSR1

loop = asyncio.new_event_loop()


def handler(one, two):
    log("handler", one, two)


log(loop.add_signal_handler(SIGUSR1, handler, 1, "two"))
loop.call_soon(raise_signal, SIGUSR1)
loop.call_later(0.125, raise_signal, SIGUSR1)
loop.call_later(0.25, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  None
#      0  handler 1 two
#    125  handler 1 two
