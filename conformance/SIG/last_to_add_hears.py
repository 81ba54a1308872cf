"""All signals go to the loop that added a handler last; those of other loops are lost."""
# clause: SIG-15
# level: detail
# ops: signals
import asyncio
from scenario import log, raise_signal, SIGUSR1, SIGUSR2

one = asyncio.new_event_loop()
two = asyncio.new_event_loop()


def run(loop):
    loop.call_later(0.125, loop.stop)
    loop.run_forever()


one.add_signal_handler(SIGUSR1, log, "handler of the first loop")
two.add_signal_handler(SIGUSR2, log, "handler of the second loop")
raise_signal(SIGUSR1)
raise_signal(SIGUSR2)
run(one)
log("first loop ran")
run(two)
log("second loop ran")
one.add_signal_handler(SIGUSR1, log, "handler of the first loop")
raise_signal(SIGUSR1)
run(one)
two.close()
one.close()

# trace 3.8..
#    125  first loop ran
#    125  handler of the second loop
#    250  second loop ran
#    250  handler of the first loop
