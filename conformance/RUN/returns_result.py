"""run gives what the coroutine returns."""
# clause: RUN-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    await asyncio.sleep(0.125)
    return "result"


log(asyncio.run(main()))

# trace 3.8..
#    125  result
