"""SystemExit of main leaves run after the clean-up."""
# clause: RUN-16
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0.125)
        log("cancelled")


async def main():
    asyncio.create_task(job())
    await asyncio.sleep(0)
    raise SystemExit(3)


try:
    asyncio.run(main())
except SystemExit as error:
    log(type(error).__name__, error.code)

# trace 3.8..
#    125  cancelled
#    125  SystemExit 3
