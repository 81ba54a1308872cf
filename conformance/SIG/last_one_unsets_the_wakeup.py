"""When one loop removes its last handler, other loops do not hear of signals any more."""
# clause: SIG-10
# level: detail
# ops: signals
import asyncio
from scenario import log, raise_signal, SIGUSR1, SIGUSR2

one = asyncio.new_event_loop()
two = asyncio.new_event_loop()


def run():
    one.call_soon(raise_signal, SIGUSR1)
    one.call_later(0.125, one.stop)
    one.run_forever()


one.add_signal_handler(SIGUSR1, log, "handler of the first loop")
run()
two.add_signal_handler(SIGUSR2, log, "never called")
two.remove_signal_handler(SIGUSR2)
run()
log("not called")
one.add_signal_handler(SIGUSR2, log, "never called")
run()
one.close()
two.close()

# trace 3.8..
#      0  handler of the first loop
#    250  not called
#    250  handler of the first loop
