"""The loop goes on while the function waits in its thread."""
# clause: THR-16
# level: documented
# needs: 3.9
# ops: executor, tasks
import asyncio
from scenario import log, pause


def job():
    pause(0.5)
    log("job ends")


async def main():
    asyncio.get_running_loop().call_later(0.25, log, "timer")
    await asyncio.to_thread(job)
    log("main ends")


asyncio.run(main())

# trace 3.9..
#    250  timer
#    500  job ends
#    500  main ends
