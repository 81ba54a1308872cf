"""What an exception left unrun goes before what is queued after it."""
# clause: EXC-4
# level: defacto
# divergence: SCHED-11
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def leave():
    loop.call_soon(log, "queued by the leaving callback")
    raise KeyboardInterrupt


loop.call_soon(leave)
loop.call_soon(log, "rest of the batch")
try:
    loop.run_forever()
except KeyboardInterrupt:
    log("left")
loop.call_soon(log, "queued between the runs")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  left
#      0  rest of the batch
#      0  queued by the leaving callback
#      0  queued between the runs
