"""A result set just before the timeout, in the same pass, wins up to 3.11 and loses from 3.12."""
# clause: WFOR-8
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log, pause


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.125, pause, 0.5)
    loop.call_later(0.25, future.set_result, "result")
    try:
        log(await asyncio.wait_for(future, 0.375))
    except asyncio.TimeoutError:
        log("TimeoutError", future.result())


asyncio.run(main())

# trace 3.8..3.11
#    625  result

# trace 3.12..
#    625  TimeoutError result
