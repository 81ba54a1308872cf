"""What would complete just after the expiry, in the same pass, is cancelled."""
# clause: TMO-12
# level: defacto
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log, pause


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def complete():
        log("cancelled already:", future.cancelled())

    loop.call_later(0.125, pause, 0.5)
    loop.call_later(0.375, complete)
    try:
        async with asyncio.timeout(0.25):
            log(await future)
    except TimeoutError:
        log("TimeoutError")


asyncio.run(main())

# trace 3.11..
#    625  cancelled already: True
#    625  TimeoutError
