"""An exception in the body of the with statement closes the Runner, cancels what is left over, and goes on."""
# clause: RUN-13
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def job():
    try:
        await asyncio.sleep(10)
    finally:
        log("cancelled")


async def start():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    return task


try:
    with asyncio.Runner() as runner:
        task = runner.run(start())
        raise ValueError()
except ValueError as error:
    log(type(error).__name__, task.cancelled())

# trace 3.11..
#      0  cancelled
#      0  ValueError True
