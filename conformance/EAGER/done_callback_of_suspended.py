"""The done callbacks of an eager task that suspended are queued when it ends."""
# clause: EAGER-3, FUT-5
# level: documented
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def job():
    await asyncio.sleep(0)
    log("job ends")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(job())
    task.add_done_callback(lambda done: log("callback"))
    await task
    log("main")


asyncio.run(main())

# trace 3.12..
#      0  job ends
#      0  callback
#      0  main
