"""A sleep returns its second argument."""
# clause: SLEEP-3
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    log(await asyncio.sleep(0.125, "result"), await asyncio.sleep(0, "of zero"))
    log(await asyncio.sleep(0.125), await asyncio.sleep(0, result=1))


asyncio.run(main())

# trace 3.8..
#    125  result of zero
#    250  None 1
