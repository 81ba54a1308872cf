"""A condition without a given lock makes one of its own."""
# clause: COND-8
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    one, two = asyncio.Condition(), asyncio.Condition()
    async with one as value:
        log(value, one.locked(), two.locked())
    log(one.locked())


asyncio.run(main())

# trace 3.8..
#      0  None True False
#      0  False
