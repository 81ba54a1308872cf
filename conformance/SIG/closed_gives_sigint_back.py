"""Closing the loop removes its handlers: SIGINT raises KeyboardInterrupt again."""
# clause: SIG-9
# level: defacto
# ops: signals
# divergence: SIG-19
import asyncio
from scenario import log, raise_signal, SIGINT, SIGWINCH

loop = asyncio.new_event_loop()
loop.add_signal_handler(SIGINT, log, "never called")
loop.add_signal_handler(SIGWINCH, log, "never called")
loop.close()
raise_signal(SIGWINCH)
try:
    raise_signal(SIGINT)
except KeyboardInterrupt as error:
    log(type(error).__name__)
log("removed:", loop.remove_signal_handler(SIGINT))
log("removed:", loop.remove_signal_handler(SIGWINCH))

# trace 3.8..
#      0  KeyboardInterrupt
#      0  removed: False
#      0  removed: False
