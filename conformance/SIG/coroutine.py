"""A coroutine is refused as handler."""
# clause: SIG-6
# level: defacto
# ops: signals, tasks
# divergence: SIG-05
import asyncio
from scenario import log, SIGUSR1

loop = asyncio.new_event_loop()


async def work():
    log("never run")


coroutine = work()
try:
    loop.add_signal_handler(SIGUSR1, coroutine)
except TypeError as error:
    log(type(error).__name__)
coroutine.close()
loop.close()

# trace 3.8..
#      0  TypeError
