"""One of three putters of a full queue is cancelled at suspension {POINT} ({WINDOW})."""
# clause: QUEUE-6, QUEUE-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


async def put(queue, name):
    for turn in range(2):
        await queue.put(name)
        log(name, "put")


async def get(queue):
    for turn in range(8):
        if turn % 2 == 0:
            await asyncio.sleep(0.25)
        log("got", await queue.get())


async def main():
    queue = asyncio.Queue(1)
    tasks = {"first": asyncio.create_task(put(queue, "first")),
             "victim": asyncio.create_task(driven(put(queue, "victim"))),
             "third": asyncio.create_task(put(queue, "third")),
             "getter": asyncio.create_task(get(queue))}
    await settle(tasks)
    log("left", queue.qsize())


asyncio.run(main())
