"""asyncio.Runner leaves SIGINT to a handler that its loop has already."""
# clause: SIG-12, RUN-12
# level: documented
# needs: 3.11
# ops: signals, tasks
import asyncio
from scenario import log, raise_signal, SIGINT


async def main():
    raise_signal(SIGINT)
    await asyncio.sleep(0.125)
    return "main was not cancelled"


with asyncio.Runner() as runner:
    runner.get_loop().add_signal_handler(SIGINT, log, "handler")
    log(runner.run(main()))

# trace 3.11..
#      0  handler
#    125  main was not cancelled
