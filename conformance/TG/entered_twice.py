"""A group can be entered once."""
# clause: TG-12
# level: defacto
# needs: 3.12
# ops: tasks
# 3.11 came to this in a patch release.
import asyncio
from scenario import log


async def main():
    async with asyncio.TaskGroup() as group:
        try:
            async with group:
                log("not reached")
        except RuntimeError as error:
            # The end of the text is what tells.
            log(str(error).endswith("has already been entered"))


asyncio.run(main())

# trace 3.12..
#      0  True
