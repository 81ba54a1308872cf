"""A handler of SIGINT that main adds takes the place of the cancellation by asyncio.run."""
# clause: SIG-12, RUN-12
# level: documented
# ops: signals, tasks
# divergence: SIG-19
import asyncio
from scenario import log, raise_signal, SIGINT


async def main():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(SIGINT, log, "handler")
    raise_signal(SIGINT)
    raise_signal(SIGINT)
    await asyncio.sleep(0.125)
    return "main was not cancelled"


log(asyncio.run(main()))
try:
    raise_signal(SIGINT)
except KeyboardInterrupt as error:
    log(type(error).__name__)

# trace 3.8..
#      0  handler
#      0  handler
#    125  main was not cancelled
#    125  KeyboardInterrupt
