"""Where nothing is left over, the clean-up takes no time."""
# clause: RUN-4
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    await asyncio.create_task(asyncio.sleep(0.125))


asyncio.run(main())
log("run returned")

# trace 3.8..
#    125  run returned
