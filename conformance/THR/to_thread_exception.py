"""What the function raises is raised where to_thread is awaited."""
# clause: THR-16
# level: documented
# needs: 3.9
# ops: executor, tasks
import asyncio
from scenario import log


def job():
    raise ValueError


async def main():
    try:
        await asyncio.to_thread(job)
    except ValueError as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.9..
#      0  ValueError
