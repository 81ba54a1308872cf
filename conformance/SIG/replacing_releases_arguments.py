"""Replacing a handler releases the arguments of the old one."""
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
collect()
log("added")
loop.add_signal_handler(SIGUSR1, log, "new")
collect()
log("replaced")
loop.close()

# trace 3.8..
#      0  added
#      0  released
#      0  replaced
