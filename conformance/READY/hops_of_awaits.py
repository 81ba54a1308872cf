"""How many passes lie between an event and the task that waits for it, for futures, tasks and sleeps."""
# clause: READY-20, FUT-10, TASK-5, TASK-18, SLEEP-1, SLEEP-2
# level: detail
# ops: futures, tasks
import asyncio
from scenario import log, pause

passes = []


def tick(running):
    passes.append(1)
    if running:
        asyncio.get_running_loop().call_soon(tick, running)


def begin():
    del passes[:]


async def end_of(name, awaitable):
    try:
        await awaitable
        log(name, len(passes))
    except asyncio.CancelledError:
        log(name, len(passes))


async def child(suspensions):
    for _ in range(suspensions):
        await asyncio.sleep(0)
    begin()


async def main():
    loop = asyncio.get_running_loop()
    running = [True]
    loop.call_soon(tick, running)
    await asyncio.sleep(0)

    future = loop.create_future()
    waiter = asyncio.create_task(end_of("future", future))
    await asyncio.sleep(0)
    begin()
    future.set_result(None)
    await waiter

    begin()
    await end_of("done future", future)

    begin()
    await asyncio.create_task(end_of("first step", asyncio.sleep(0, "result")))

    task = asyncio.create_task(child(3))
    await end_of("task", task)

    begin()
    await end_of("sleep(0)", asyncio.sleep(0))

    waiter = asyncio.create_task(end_of("overdue sleep", asyncio.sleep(0.125)))
    await asyncio.sleep(0)
    begin()
    pause(0.25)
    await waiter

    waiter = asyncio.create_task(end_of("cancelled wait", loop.create_future()))
    await asyncio.sleep(0)
    begin()
    waiter.cancel()
    await waiter

    inner = asyncio.create_task(end_of("inner of a cancelled chain", loop.create_future()))
    middle = asyncio.create_task(end_of("middle", inner))
    await asyncio.sleep(0)
    begin()
    middle.cancel()
    await middle
    running.clear()


asyncio.run(main())

# trace 3.8..
#      0  future 1
#      0  done future 0
#      0  first step 2
#      0  task 1
#      0  sleep(0) 1
#    250  overdue sleep 2
#    250  cancelled wait 1
#    250  inner of a cancelled chain 1
#    250  middle 2
