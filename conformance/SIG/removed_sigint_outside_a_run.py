"""SIGINT raises KeyboardInterrupt once its handler was removed after the run."""
# clause: SIG-22
# level: defacto
# ops: signals
# divergence: SIG-03
import asyncio
from scenario import log, raise_signal, SIGINT

loop = asyncio.new_event_loop()
loop.add_signal_handler(SIGINT, loop.stop)
loop.call_soon(raise_signal, SIGINT)
loop.run_forever()
log("stopped")
loop.remove_signal_handler(SIGINT)
try:
    raise_signal(SIGINT)
except KeyboardInterrupt as error:
    log(type(error).__name__)
loop.close()

# trace 3.8..
#      0  stopped
#      0  KeyboardInterrupt
