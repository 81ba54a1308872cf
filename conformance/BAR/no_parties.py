"""Fewer than one party is refused with ValueError."""
# clause: BAR-7
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    for parties in (0, -1):
        try:
            asyncio.Barrier(parties)
        except ValueError as error:
            log(type(error).__name__)


asyncio.run(main())

# trace 3.11..
#      0  ValueError
#      0  ValueError
