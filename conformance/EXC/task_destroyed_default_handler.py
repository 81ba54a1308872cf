"""The default handler logs that a task was destroyed pending."""
# clause: EXC-13
# level: documented
# ops: futures, handler, tasks
import asyncio
from scenario import capture_logging, collect, log


async def wait_for_ever():
    await asyncio.get_running_loop().create_future()


async def main():
    capture_logging(lambda level, text: log(level, text.split("\n")[0]))
    task = asyncio.create_task(wait_for_ever())
    await asyncio.sleep(0.125)
    del task
    collect()
    log("collected")


asyncio.run(main())

# trace 3.8..
#    125  ERROR Task was destroyed but it is pending!
#    125  collected
