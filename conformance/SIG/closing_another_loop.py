"""Closing a loop that has handlers leaves other loops without signals."""
# clause: SIG-10, SIG-9
# level: detail
# ops: signals
import asyncio
from scenario import log, raise_signal, SIGUSR1, SIGUSR2

one = asyncio.new_event_loop()
two = asyncio.new_event_loop()
one.add_signal_handler(SIGUSR1, log, "never called")
two.add_signal_handler(SIGUSR2, log, "handler")
one.close()
two.call_soon(raise_signal, SIGUSR2)
two.call_later(0.125, two.stop)
two.run_forever()
log("not called")
two.close()

# trace 3.8..
#    125  not called
