"""Each run has a loop of its own."""
# clause: RUN-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    return asyncio.get_running_loop()


log(asyncio.run(main()) is asyncio.run(main()))

# trace 3.8..
#      0  False
