"""What main has scheduled beyond its end is dropped."""
# clause: RUN-1, RUN-7
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.125, log, "too late")
    log("main")


asyncio.run(main())
log("run returned")

# trace 3.8..
#      0  main
#      0  run returned
