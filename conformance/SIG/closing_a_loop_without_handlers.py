"""Closing a loop that never had a handler changes nothing for the others."""
# clause: SIG-10
# level: detail
# ops: signals
import asyncio
from scenario import log, raise_signal, SIGUSR1

one = asyncio.new_event_loop()
two = asyncio.new_event_loop()
two.add_signal_handler(SIGUSR1, log, "handler")
one.close()
two.call_soon(raise_signal, SIGUSR1)
two.call_later(0.125, two.stop)
two.run_forever()
two.close()

# trace 3.8..
#      0  handler
