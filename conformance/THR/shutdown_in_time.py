"""A shutdown whose jobs end within the timeout does not warn."""
# clause: THR-11
# level: documented
# needs: 3.12
# ops: executor, tasks
import asyncio
from scenario import capture_warnings, log, pause


def job():
    pause(0.25)


async def main():
    capture_warnings(log)
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, job)
    await loop.shutdown_default_executor(timeout=1)
    log("shut down", await future)


asyncio.run(main())

# trace 3.12..
#    250  shut down None
