"""A woken waiter and the next are cancelled, with two permits released: the third waiter gets one, the other is free."""
# clause: SEM-8
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(name, semaphore):
    await semaphore.acquire()
    log(name)


async def main():
    semaphore = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(job(name, semaphore)) for name in "abc"]
    await asyncio.sleep(0)
    semaphore.release()
    tasks[0].cancel()
    tasks[1].cancel()
    semaphore.release()
    await asyncio.wait(tasks)
    log([task.cancelled() for task in tasks], semaphore.locked())


asyncio.run(main())

# trace 3.8..
#      0  c
#      0  [True, True, False] False
