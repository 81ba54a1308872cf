"""A left-over task that cleans up for long is waited for."""
# clause: RUN-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job():
    try:
        await asyncio.sleep(10)
    finally:
        log("begins")
        await asyncio.sleep(5)
        log("ends")


async def main():
    asyncio.create_task(job())
    await asyncio.sleep(0.125)


asyncio.run(main())
log("run returned")

# trace 3.8..
#    125  begins
#   5125  ends
#   5125  run returned
