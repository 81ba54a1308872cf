"""Of two loops with handlers of one signal that one is called which added last."""
# clause: SIG-15
# level: detail
# ops: signals
import asyncio
from scenario import log, raise_signal, SIGWINCH

one = asyncio.new_event_loop()
two = asyncio.new_event_loop()


def run(loop):
    loop.call_later(0.125, loop.stop)
    loop.run_forever()


one.add_signal_handler(SIGWINCH, log, "first loop")
two.add_signal_handler(SIGWINCH, log, "second loop")
raise_signal(SIGWINCH)
run(one)
run(two)
log("removed:", one.remove_signal_handler(SIGWINCH))
raise_signal(SIGWINCH)
run(two)
log("removed:", two.remove_signal_handler(SIGWINCH))
one.close()
two.close()

# trace 3.8..
#    125  second loop
#    250  removed: True
#    375  removed: True
