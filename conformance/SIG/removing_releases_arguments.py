"""Removing a handler releases its arguments."""
# clause: SIG-20
# level: defacto
# ops: signals
import asyncio
from scenario import collect, log, SIGUSR1

loop = asyncio.new_event_loop()


class Thing:
    def __del__(self):
        log("released")


def remove():
    loop.remove_signal_handler(SIGUSR1)
    collect()
    log("removed")
    loop.stop()


loop.add_signal_handler(SIGUSR1, log, Thing())
loop.call_soon(remove)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  released
#      0  removed
