"""In which order left-over tasks are cancelled is open."""
# clause: RUN-6
# level: undefined
# ops: tasks
import asyncio
from scenario import log


async def job(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log(name, group="cancelled")
        raise


async def main():
    for name in ("a", "b", "c"):
        asyncio.create_task(job(name))
    await asyncio.sleep(0)
    log("main")


asyncio.run(main())
log("run returned")

# trace 3.8..
#      0  main
#      0 ~cancelled  c
#      0 ~cancelled  a
#      0 ~cancelled  b
#      0  run returned
