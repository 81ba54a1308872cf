"""SIGINT in the clean-up of left-over tasks raises KeyboardInterrupt at once, since main has ended."""
# clause: RUN-20, RUN-12
# level: defacto
# ops: tasks
import asyncio
from scenario import log, raise_signal


async def job():
    try:
        await asyncio.sleep(10)
    finally:
        try:
            raise_signal("SIGINT")
        except KeyboardInterrupt:
            log("raised")


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    return task


log(asyncio.run(main()).cancelled())

# trace 3.8..
#      0  raised
#      0  True
