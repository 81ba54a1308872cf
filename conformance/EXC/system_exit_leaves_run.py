"""SystemExit from a callback leaves the run at once; the rest of the batch stays queued."""
# clause: EXC-4
# level: defacto
# divergence: SCHED-11
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
given = SystemExit(3)


def leave():
    log("leaving")
    raise given


loop.call_soon(leave)
loop.call_soon(log, "rest of the batch")
loop.call_soon(loop.stop)
try:
    loop.run_forever()
except SystemExit as error:
    log(type(error).__name__, error is given)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  leaving
#      0  SystemExit True
#      0  rest of the batch
