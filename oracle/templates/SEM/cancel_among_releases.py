"""A waiter is cancelled at suspension {POINT} ({WINDOW}), while one callback releases two permits."""
# clause: SEM-8, SEM-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


async def take(permits, name):
    await permits.acquire()
    log(name, "has one")


def release(permits):
    log("release two")
    permits.release()
    permits.release()


async def main():
    permits = asyncio.Semaphore(0)
    tasks = {"first": asyncio.create_task(take(permits, "first")),
             "victim": asyncio.create_task(driven(take(permits, "victim"))),
             "third": asyncio.create_task(take(permits, "third")),
             "fourth": asyncio.create_task(take(permits, "fourth"))}
    asyncio.get_running_loop().call_later(0.25, release, permits)
    await settle(tasks)
    log("locked", permits.locked())


asyncio.run(main())
