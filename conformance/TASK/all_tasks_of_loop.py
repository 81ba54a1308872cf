"""The tasks of another loop can be asked for and are not mixed up with one's own."""
# clause: TASK-33
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def job():
    pass


other = asyncio.new_event_loop()
task = other.create_task(job(), name="other")


async def main():
    asyncio.current_task().set_name("main")
    log(sorted(task.get_name() for task in asyncio.all_tasks()))
    log(sorted(task.get_name() for task in asyncio.all_tasks(other)))


asyncio.run(main())
other.run_until_complete(task)
log(len(asyncio.all_tasks(other)))
other.close()

# trace 3.8..
#      0  ['main']
#      0  ['other']
#      0  0
