"""wait hands the lock to the next one who asks for it."""
# clause: COND-3
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(name, condition):
    async with condition:
        log(name, "waits")
        await condition.wait()
        log(name, "goes on")


async def main():
    condition = asyncio.Condition()
    await condition.acquire()
    tasks = [asyncio.create_task(job(name, condition)) for name in "ab"]
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(0.125, log, "later")
    log("main waits")
    condition.release()
    await asyncio.sleep(0.25)
    async with condition:
        condition.notify_all()
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8..
#      0  main waits
#      0  a waits
#      0  b waits
#    125  later
#    250  a goes on
#    250  b goes on
