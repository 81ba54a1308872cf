"""A number that is no signal is refused with ValueError."""
# clause: SIG-5
# level: documented
# ops: signals
# divergence: SIG-05
import asyncio
from scenario import log

loop = asyncio.new_event_loop()

for sig in (0, -1, 1000, 10 ** 12):
    try:
        loop.add_signal_handler(sig, log, "never called")
    except ValueError as error:
        log(type(error).__name__)
    try:
        loop.remove_signal_handler(sig)
    except ValueError as error:
        log("remove:", type(error).__name__)
loop.close()

# trace 3.8..
#      0  ValueError
#      0  remove: ValueError
#      0  ValueError
#      0  remove: ValueError
#      0  ValueError
#      0  remove: ValueError
#      0  ValueError
#      0  remove: ValueError
