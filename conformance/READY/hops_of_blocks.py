"""How many passes a task group, a timeout and a barrier put between an event and the task that meets it."""
# clause: READY-20, TG-13, TMO-1, BAR-2
# level: detail
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log, pause

passes = []


def tick(running):
    passes.append(1)
    if running:
        asyncio.get_running_loop().call_soon(tick, running)


async def child(suspensions, error=None):
    for _ in range(suspensions):
        await asyncio.sleep(0)
    del passes[:]
    if error is not None:
        raise error


async def party(barrier):
    await barrier.wait()
    log("barrier", len(passes))


async def main():
    loop = asyncio.get_running_loop()
    running = [True]
    loop.call_soon(tick, running)
    await asyncio.sleep(0)

    del passes[:]
    async with asyncio.TaskGroup():
        pass
    log("empty group", len(passes))

    async with asyncio.TaskGroup() as group:
        group.create_task(child(3))
    log("group", len(passes))

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child(3, ValueError()))
            try:
                await loop.create_future()
            finally:
                log("body of a group that fails", len(passes))
    except ExceptionGroup:
        log("group that fails", len(passes))

    def expire():
        del passes[:]
        pause(0.25)

    try:
        async with asyncio.timeout(0.125):
            loop.call_soon(expire)
            try:
                await loop.create_future()
            finally:
                log("body of an overdue timeout", len(passes))
    except TimeoutError:
        log("overdue timeout", len(passes))

    barrier = asyncio.Barrier(2)
    task = asyncio.create_task(party(barrier))
    await asyncio.sleep(0)
    del passes[:]
    await barrier.wait()
    log("last at the barrier", len(passes))
    await task
    running.clear()


asyncio.run(main())

# trace 3.11..
#      0  empty group 0
#      0  group 2
#      0  body of a group that fails 2
#      0  group that fails 2
#    250  body of an overdue timeout 2
#    250  overdue timeout 2
#    250  last at the barrier 0
#    250  barrier 1
