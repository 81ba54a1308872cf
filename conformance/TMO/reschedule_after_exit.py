"""A block cannot be given another deadline when it has ended."""
# clause: TMO-8
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    async with asyncio.timeout(0.25) as block:
        pass
    try:
        block.reschedule(None)
    except RuntimeError as error:
        # The text tells this from other misuse.
        log(error)


asyncio.run(main())

# trace 3.11..
#      0  Cannot change state of finished Timeout
