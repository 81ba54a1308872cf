"""A task that waits for a lock, holds it or asks again is cancelled at suspension {POINT} ({WINDOW})."""
# clause: LOCK-5, LOCK-2
# level: defacto
# ops: tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


async def use(lock, name, seconds):
    async with lock:
        log(name, "has it")
        await asyncio.sleep(seconds)
    log(name, "gave it back")


async def victim(lock):
    await use(lock, "victim", 0.25)
    await lock.acquire()
    try:
        log("victim has it again")
        await asyncio.sleep(0)
    finally:
        lock.release()
    return lock.locked()


async def main():
    lock = asyncio.Lock()
    tasks = {"first": asyncio.create_task(use(lock, "first", 0.25)),
             "victim": asyncio.create_task(driven(victim(lock))),
             "third": asyncio.create_task(use(lock, "third", 0.25)),
             "fourth": asyncio.create_task(use(lock, "fourth", 0))}
    await settle(tasks)
    log("locked", lock.locked())


asyncio.run(main())
