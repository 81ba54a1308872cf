"""A body that ends in the pass of the expiry, before it, is not interrupted."""
# clause: TMO-12
# level: defacto
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log, pause


async def main():
    loop = asyncio.get_running_loop()

    def wake():
        future.set_result(None)
        pause(0.125)

    future = loop.create_future()
    loop.call_later(0.25, wake)
    async with asyncio.timeout(0.5) as block:
        await future
        pause(0.25)
        log("body ends")
    await asyncio.sleep(0.25)
    log(block.expired())


asyncio.run(main())

# trace 3.11..
#    625  body ends
#    875  False
