"""How many passes lie between a release, a notification or a put and the task that waited for it."""
# clause: READY-20, LOCK-3, EVT-6, COND-11, SEM-6, QUEUE-4, QUEUE-5, QUEUE-7
# level: detail
# ops: tasks
import asyncio
from scenario import log

passes = []


def tick(running):
    passes.append(1)
    if running:
        asyncio.get_running_loop().call_soon(tick, running)


async def end_of(name, awaitable):
    await awaitable
    log(name, len(passes))


async def notified(condition):
    async with condition:
        await condition.wait()
        log("condition", len(passes))


async def measure(name, awaitable, wake, *args):
    task = asyncio.create_task(end_of(name, awaitable))
    await asyncio.sleep(0)
    del passes[:]
    wake(*args)
    await task


async def main():
    running = [True]
    asyncio.get_running_loop().call_soon(tick, running)
    await asyncio.sleep(0)

    lock = asyncio.Lock()
    await lock.acquire()
    await measure("lock", lock.acquire(), lock.release)

    event = asyncio.Event()
    await measure("event", event.wait(), event.set)

    semaphore = asyncio.Semaphore(0)
    await measure("semaphore", semaphore.acquire(), semaphore.release)

    condition = asyncio.Condition()
    task = asyncio.create_task(notified(condition))
    await asyncio.sleep(0)
    async with condition:
        del passes[:]
        condition.notify()
    await task

    queue = asyncio.Queue(1)
    await measure("get", queue.get(), queue.put_nowait, 1)
    queue.put_nowait(2)
    await measure("put", queue.put(3), queue.get_nowait)
    queue.get_nowait()
    queue.task_done()
    queue.task_done()
    await measure("join", queue.join(), queue.task_done)
    running.clear()


asyncio.run(main())

# trace 3.8..
#      0  lock 1
#      0  event 1
#      0  semaphore 1
#      0  condition 1
#      0  get 1
#      0  put 1
#      0  join 1
