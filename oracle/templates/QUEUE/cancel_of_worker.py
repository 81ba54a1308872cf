"""A worker between get, its work, task_done and put is cancelled at suspension {POINT} ({WINDOW}), while another joins."""
# clause: QUEUE-7, QUEUE-6
# level: documented
# ops: tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


async def work(queue, results, name, seconds):
    while True:
        item = await queue.get()
        try:
            await asyncio.sleep(seconds)
            await results.put((name, item))
        finally:
            queue.task_done()
        if item == 3:
            return "last item"


async def collect(results):
    for turn in range(4):
        log("result", await results.get())
        await asyncio.sleep(0.625)


async def join(queue):
    await queue.join()
    log("joined")


async def main():
    queue, results = asyncio.Queue(), asyncio.Queue(1)
    for item in range(4):
        queue.put_nowait(item)
    tasks = {"victim": asyncio.create_task(driven(work(queue, results, "victim", 0.25))),
             "other": asyncio.create_task(work(queue, results, "other", 0.375)),
             "joiner": asyncio.create_task(join(queue)),
             "collector": asyncio.create_task(collect(results))}
    await settle(tasks)
    log("left", queue.qsize(), results.qsize())


asyncio.run(main())
