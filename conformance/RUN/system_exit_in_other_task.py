"""SystemExit of another task leaves run too; main is then cancelled as a left-over task."""
# clause: RUN-16
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job():
    raise SystemExit(3)


async def main():
    task = asyncio.create_task(job())
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log("main is cancelled", type(task.exception()).__name__)
        raise


try:
    asyncio.run(main())
except SystemExit as error:
    log(type(error).__name__)

# trace 3.8..
#      0  main is cancelled SystemExit
#      0  SystemExit
