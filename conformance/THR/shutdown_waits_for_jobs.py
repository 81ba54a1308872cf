"""Shutting the default executor down waits for its jobs."""
# clause: THR-10
# level: documented
# needs: 3.9
# ops: executor, tasks
import asyncio
from scenario import log, pause


def job():
    pause(0.25)
    log("job ends")


async def main():
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, job)
    await loop.shutdown_default_executor()
    log("shut down")
    await future


asyncio.run(main())

# trace 3.9..
#    250  job ends
#    250  shut down
