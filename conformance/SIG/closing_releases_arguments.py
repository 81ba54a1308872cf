"""Closing the loop releases the arguments of its handlers."""
# clause: SIG-20
# level: defacto
# ops: signals
import asyncio
from scenario import collect, log, SIGUSR1

loop = asyncio.new_event_loop()


class Thing:
    def __del__(self):
        log("released")


loop.add_signal_handler(SIGUSR1, log, Thing())
loop.close()
collect()
log("closed")

# trace 3.8..
#      0  released
#      0  closed
