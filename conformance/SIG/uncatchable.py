"""A signal that cannot be caught is refused with RuntimeError, and there is none to remove."""
# clause: SIG-21
# level: defacto
# ops: signals
# divergence: SIG-05
import asyncio
from scenario import log, SIGKILL, SIGSTOP

loop = asyncio.new_event_loop()

for sig in (SIGKILL, SIGSTOP):
    try:
        loop.add_signal_handler(sig, log, "never called")
    except RuntimeError as error:
        log(type(error).__name__)
    log("removed:", loop.remove_signal_handler(sig))
loop.close()

# trace 3.8..
#      0  RuntimeError
#      0  removed: False
#      0  RuntimeError
#      0  removed: False
