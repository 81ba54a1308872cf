"""An outer future that is cancelled in the pass in which the inner one completes is cancelled."""
# clause: SHLD-1
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    inner = asyncio.get_running_loop().create_future()
    outer = asyncio.shield(inner)
    inner.set_result("result")
    log(outer.done(), outer.cancel(), outer.cancelled())
    try:
        await outer
    except asyncio.CancelledError:
        log("CancelledError", inner.result())


asyncio.run(main())

# trace 3.8..
#      0  False True True
#      0  CancelledError result
