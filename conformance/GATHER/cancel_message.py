"""The message of the cancellation reaches every child."""
# clause: GATHER-17
# level: detail
# needs: 3.9
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError as error:
        log(error.args)
        raise


async def main():
    outer = asyncio.gather(child(), child())
    await asyncio.sleep(0)
    outer.cancel("message")
    try:
        await outer
    except asyncio.CancelledError:
        log("CancelledError")


asyncio.run(main())

# trace 3.9..
#      0  ('message',)
#      0  ('message',)
#      0  CancelledError
