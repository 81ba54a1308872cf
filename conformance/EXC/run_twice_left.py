"""Two callbacks that raise KeyboardInterrupt leave two runs, one each."""
# clause: EXC-4
# level: defacto
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def leave():
    raise KeyboardInterrupt


loop.call_soon(leave)
loop.call_soon(leave)
loop.call_soon(loop.stop)
for run in ("first", "second", "third"):
    try:
        loop.run_forever()
        log(run, "run stopped")
    except KeyboardInterrupt:
        log(run, "run left")
loop.close()

# trace 3.8..
#      0  first run left
#      0  second run left
#      0  third run stopped
