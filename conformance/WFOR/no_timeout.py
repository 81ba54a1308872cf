"""A timeout of None is no timeout."""
# clause: WFOR-3
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    log(await asyncio.wait_for(asyncio.sleep(100, "result"), None))
    log(await asyncio.wait_for(asyncio.sleep(0, "result"), timeout=None))


asyncio.run(main())

# trace 3.8..
# 100000  result
# 100000  result
