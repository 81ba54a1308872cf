"""A block can be entered once."""
# clause: TMO-8
# level: defacto
# needs: 3.12
# ops: tasks
# 3.11 came to this in a patch release.
import asyncio
from scenario import log


async def main():
    async with asyncio.timeout(0.25) as block:
        try:
            async with block:
                log("not reached")
        except RuntimeError as error:
            # The text tells this from other misuse.
            log(error)
    try:
        async with block:
            log("not reached")
    except RuntimeError as error:
        # The text tells this from other misuse.
        log(error)


asyncio.run(main())

# trace 3.12..
#      0  Timeout has already been entered
#      0  Timeout has already been entered
