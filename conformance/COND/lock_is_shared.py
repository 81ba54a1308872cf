"""Two conditions may share a lock; each notifies its own waiters."""
# clause: COND-8
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(name, condition):
    async with condition:
        await condition.wait()
        log(name)


async def main():
    lock = asyncio.Lock()
    one, two = asyncio.Condition(lock), asyncio.Condition(lock)
    tasks = [asyncio.create_task(job("one", one)), asyncio.create_task(job("two", two))]
    await asyncio.sleep(0)
    async with lock:
        log(one.locked(), two.locked())
        two.notify_all()
    await asyncio.sleep(0.125)
    log([task.done() for task in tasks])
    async with one:
        log(lock.locked(), two.locked())
        one.notify_all()
    await tasks[0]


asyncio.run(main())

# trace 3.8..
#      0  True True
#      0  two
#    125  [False, True]
#    125  True True
#    125  one
