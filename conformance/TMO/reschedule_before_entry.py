"""A block cannot be given another deadline before it is entered."""
# clause: TMO-8
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    block = asyncio.timeout(0.25)
    try:
        block.reschedule(None)
    except RuntimeError as error:
        # The text tells this from other misuse.
        log(error)


asyncio.run(main())

# trace 3.11..
#      0  Timeout has not been entered
