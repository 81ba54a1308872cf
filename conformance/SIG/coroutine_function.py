"""A coroutine function is refused as handler, also outside debug mode."""
# clause: SIG-6
# level: defacto
# ops: signals, tasks
# divergence: SIG-05
import asyncio
from scenario import log, SIGUSR1

loop = asyncio.new_event_loop()


async def handler():
    log("never called")


try:
    loop.add_signal_handler(SIGUSR1, handler)
except TypeError as error:
    log(type(error).__name__)
log("removed:", loop.remove_signal_handler(SIGUSR1))
loop.close()

# trace 3.8..
#      0  TypeError
#      0  removed: False
