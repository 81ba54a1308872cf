"""Removing says whether there was a handler."""
# clause: SIG-8
# level: documented
# ops: signals
import asyncio
from scenario import log, SIGUSR1

loop = asyncio.new_event_loop()


def callback():
    log("inside:", loop.remove_signal_handler(SIGUSR1))
    log("inside, again:", loop.remove_signal_handler(SIGUSR1))
    loop.stop()


log("never added:", loop.remove_signal_handler(SIGUSR1))
loop.add_signal_handler(SIGUSR1, log, "never called")
loop.call_soon(callback)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  never added: False
#      0  inside: True
#      0  inside, again: False
