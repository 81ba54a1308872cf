"""One of three getters is cancelled at suspension {POINT} ({WINDOW}); the items go to the others."""
# clause: QUEUE-6, QUEUE-4
# level: defacto
# ops: tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


async def get(queue, name):
    for turn in range(2):
        log(name, "gets", await queue.get())


async def put(queue):
    for item in range(6):
        if item % 2 == 0:
            await asyncio.sleep(0.25)
        queue.put_nowait(item)
        log("put", item)


async def main():
    queue = asyncio.Queue()
    tasks = {"first": asyncio.create_task(get(queue, "first")),
             "victim": asyncio.create_task(driven(get(queue, "victim"))),
             "third": asyncio.create_task(get(queue, "third")),
             "putter": asyncio.create_task(put(queue))}
    await settle(tasks)
    log("left", queue.qsize())


asyncio.run(main())
