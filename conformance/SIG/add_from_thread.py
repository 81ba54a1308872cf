"""Adding a handler from another thread than the main one is refused."""
# clause: SIG-4
# level: documented
# ops: signals, threads
import asyncio
from scenario import log, in_thread, SIGUSR1

loop = asyncio.new_event_loop()


def add():
    try:
        loop.add_signal_handler(SIGUSR1, log, "never called")
    except RuntimeError as error:
        log(type(error).__name__)


in_thread(add)
log("removed:", loop.remove_signal_handler(SIGUSR1))
loop.close()

# trace 3.8..
#      0  RuntimeError
#      0  removed: False
