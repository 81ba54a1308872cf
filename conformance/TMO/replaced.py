"""A body that answers the cancellation by another exception raises that."""
# clause: TMO-4
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    try:
        async with asyncio.timeout(0.25) as block:
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                raise ValueError
    except ValueError:
        log("ValueError", block.expired(), asyncio.current_task().cancelling())


asyncio.run(main())

# trace 3.11..
#    250  ValueError True 0
