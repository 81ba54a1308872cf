"""A KeyboardInterrupt that main raises itself leaves run after the clean-up."""
# clause: RUN-16
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job():
    try:
        await asyncio.sleep(10)
    finally:
        log("cancelled")


async def main():
    asyncio.create_task(job())
    await asyncio.sleep(0)
    raise KeyboardInterrupt()


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    log(type(error).__name__)

# trace 3.8..
#      0  cancelled
#      0  KeyboardInterrupt
