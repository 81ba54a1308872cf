"""After one loop with handlers has closed, the next one can have handlers of the same signals."""
# clause: SIG-9
# level: defacto
# ops: signals
import asyncio
from scenario import log, raise_signal, SIGUSR1


for number in range(3):
    loop = asyncio.new_event_loop()
    loop.add_signal_handler(SIGUSR1, log, "loop", number)
    loop.call_soon(raise_signal, SIGUSR1)
    loop.call_later(0.125, loop.stop)
    loop.run_forever()
    loop.close()

# trace 3.8..
#      0  loop 0
#    125  loop 1
#    250  loop 2
