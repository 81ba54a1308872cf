"""One of four tasks that share two permits is cancelled at suspension {POINT} ({WINDOW})."""
# clause: SEM-5, SEM-6
# level: defacto
# ops: tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


async def hold(permits, name, end):
    async with permits:
        log(name, "has one")
        await end.wait()
    log(name, "gave it back")


async def use(permits, name, seconds):
    async with permits:
        log(name, "has one")
        await asyncio.sleep(seconds)
    log(name, "gave it back")


async def victim(permits):
    await use(permits, "victim", 0.25)
    await permits.acquire()
    permits.release()
    await use(permits, "victim", 0)


async def main():
    permits, end = asyncio.Semaphore(2), asyncio.Event()
    tasks = {"first": asyncio.create_task(hold(permits, "first", end)),
             "second": asyncio.create_task(hold(permits, "second", end)),
             "victim": asyncio.create_task(driven(victim(permits))),
             "fourth": asyncio.create_task(use(permits, "fourth", 0.5)),
             "fifth": asyncio.create_task(use(permits, "fifth", 0))}
    asyncio.get_running_loop().call_later(0.25, end.set)
    await settle(tasks)
    log("locked", permits.locked())


asyncio.run(main())
