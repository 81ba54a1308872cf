"""After the shutdown the default executor takes no more jobs."""
# clause: THR-10
# level: documented
# needs: 3.9
# ops: executor, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    log(await loop.run_in_executor(None, lambda: "job"))
    await loop.shutdown_default_executor()
    try:
        loop.run_in_executor(None, log, "never")
    except RuntimeError as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.9..
#      0  job
#      0  RuntimeError
