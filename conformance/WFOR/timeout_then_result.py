"""A result that comes just after the timeout, in the same pass, wins up to 3.11, and finds the future cancelled from 3.12."""
# clause: WFOR-8
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log, pause


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def complete():
        log("done already:", future.done())
        if not future.done():
            future.set_result("result")

    loop.call_later(0.125, pause, 0.5)
    loop.call_later(0.375, complete)
    try:
        log(await asyncio.wait_for(future, 0.25))
    except asyncio.TimeoutError:
        log("TimeoutError", future.cancelled())


asyncio.run(main())

# trace 3.8..3.11
#    625  done already: False
#    625  result

# trace 3.12..
#    625  done already: True
#    625  TimeoutError True
