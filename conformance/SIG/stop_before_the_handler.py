"""A run that is stopped in the pass that reads a signal leaves the handler to the next run."""
# clause: SIG-1, STOP-3
# level: defacto
# ops: signals
# divergence: SIG-13
import asyncio
from scenario import log, raise_signal, SIGUSR1

loop = asyncio.new_event_loop()


def first():
    raise_signal(SIGUSR1)
    loop.call_soon(loop.stop)


loop.add_signal_handler(SIGUSR1, log, "handler")
loop.call_soon(first)
loop.run_forever()
log("first run over")
loop.call_soon(log, "queued between the runs")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  first run over
#      0  handler
#      0  queued between the runs
