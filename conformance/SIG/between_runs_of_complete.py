"""Signals that come between two runs are all handled, in their order."""
# clause: SIG-14, SIG-3
# level: defacto
# ops: futures, signals, tasks
# divergence: SIG-17
import asyncio
from scenario import log, raise_signal, SIGUSR1, SIGUSR2

loop = asyncio.new_event_loop()


async def wait():
    await asyncio.sleep(0.125)


loop.add_signal_handler(SIGUSR1, log, "usr1")
loop.add_signal_handler(SIGUSR2, log, "usr2")
loop.run_until_complete(wait())
for number in (SIGUSR2, SIGUSR1, SIGUSR2):
    raise_signal(number)
log("raised")
loop.run_until_complete(wait())
loop.close()

# trace 3.8..
#    125  raised
#    125  usr2
#    125  usr1
#    125  usr2
