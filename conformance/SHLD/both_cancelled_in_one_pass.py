"""An inner future and its shield that are cancelled in one pass are both cancelled."""
# clause: SHLD-2
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    for first in ("inner", "outer"):
        inner = loop.create_future()
        outer = asyncio.shield(inner)
        log((inner if first == "inner" else outer).cancel())
        log((outer if first == "inner" else inner).cancel())
        await asyncio.sleep(0)
        log(inner.cancelled(), outer.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  True
#      0  True True
#      0  True
#      0  True
#      0  True True
