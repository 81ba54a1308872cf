"""A shielded task that completes in the pass of the timeout keeps its result."""
# clause: SHLD-1
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log, pause


async def main():
    loop = asyncio.get_running_loop()
    inner = loop.create_future()
    loop.call_later(0.125, pause, 0.5)
    loop.call_later(0.375, inner.set_result, "result")
    try:
        log(await asyncio.wait_for(asyncio.shield(inner), 0.25))
    except asyncio.TimeoutError:
        log("TimeoutError", inner.result())


asyncio.run(main())

# trace 3.8..
#    625  TimeoutError result
