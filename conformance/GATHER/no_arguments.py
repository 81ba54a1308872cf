"""Without arguments the outer is done at once, with an empty list."""
# clause: GATHER-4
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    outer = asyncio.gather()
    log(outer.done(), outer.result())
    log(await outer, await asyncio.gather(return_exceptions=True))


asyncio.run(main())

# trace 3.8..
#      0  True []
#      0  [] []
