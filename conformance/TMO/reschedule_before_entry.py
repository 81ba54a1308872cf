"""A block cannot be given another deadline before it is entered."""
# clause: TMO-8
# level: defacto
# needs: 3.12
# ops: tasks
# 3.11 came to this in a patch release.
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

# trace 3.12..
#      0  Timeout has not been entered
