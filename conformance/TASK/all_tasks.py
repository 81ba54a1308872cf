"""All tasks are those of the loop that are not done."""
# clause: TASK-33
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(hops):
    for hop in range(hops):
        await asyncio.sleep(0)


async def main():
    asyncio.current_task().set_name("main")
    tasks = [asyncio.create_task(job(hops)) for hops in (0, 3)]
    for number, task in enumerate(tasks):
        task.set_name("job %d" % number)
    log(sorted(task.get_name() for task in asyncio.all_tasks()))
    await asyncio.sleep(0)
    log(sorted(task.get_name() for task in asyncio.all_tasks()))
    await tasks[1]
    log(sorted(task.get_name() for task in asyncio.all_tasks()))


asyncio.run(main())

# trace 3.8..
#      0  ['job 0', 'job 1', 'main']
#      0  ['job 1', 'main']
#      0  ['main']
