"""From 3.11 SIGINT cancels main alone, whichever task runs; the others go on until main has ended."""
# clause: RUN-9
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log, raise_signal


async def job():
    raise_signal("SIGINT")
    log("job goes on")
    await asyncio.sleep(0.25)
    log("job is done")


async def main():
    task = asyncio.create_task(job())
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log("main is cancelled")
        await task
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    log(type(error).__name__)

# trace 3.11..
#      0  job goes on
#      0  main is cancelled
#    250  job is done
#    250  KeyboardInterrupt
