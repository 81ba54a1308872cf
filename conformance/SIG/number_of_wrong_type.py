"""A signal that is no integer is refused with TypeError."""
# clause: SIG-21
# level: defacto
# ops: signals
# divergence: SIG-05
import asyncio
from scenario import log, SIGUSR1

loop = asyncio.new_event_loop()

for sig in ("SIGUSR1", None, 1.0):
    try:
        loop.add_signal_handler(sig, log, "never called")
    except TypeError as error:
        log(type(error).__name__)
    try:
        loop.remove_signal_handler(sig)
    except TypeError as error:
        log("remove:", type(error).__name__)
loop.close()

# trace 3.8..
#      0  TypeError
#      0  remove: TypeError
#      0  TypeError
#      0  remove: TypeError
#      0  TypeError
#      0  remove: TypeError
