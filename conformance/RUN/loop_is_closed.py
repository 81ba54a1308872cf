"""The loop of run is closed when run returns, and also when it raises."""
# clause: RUN-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main(fails):
    loops.append(asyncio.get_running_loop())
    if fails:
        raise ValueError()


loops = []
asyncio.run(main(False))
log(loops[0].is_closed())
try:
    asyncio.run(main(True))
except ValueError:
    log(loops[1].is_closed())

# trace 3.8..
#      0  True
#      0  True
