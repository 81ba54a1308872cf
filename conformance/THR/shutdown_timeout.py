"""A shutdown whose timeout expires warns and returns while the job goes on."""
# clause: THR-11
# level: documented
# needs: 3.13
# ops: executor, tasks
import asyncio
from scenario import capture_warnings, log, pause


def job():
    pause(0.5)
    log("job ends")


async def main():
    capture_warnings(log)
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, job)
    await loop.shutdown_default_executor(timeout=0.25)
    log("shut down", future.done())
    await future


asyncio.run(main())

# trace 3.13..
#    250  RuntimeWarning
#    250  shut down False
#    500  job ends
