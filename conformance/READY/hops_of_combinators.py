"""How many passes gather, shield, wait, as_completed and wait_for put between a completion and their caller."""
# clause: READY-20, GATHER-12, GATHER-13, WAIT-8, ASC-8, WFOR-4, SHLD-1
# level: detail
# ops: futures, tasks
import asyncio
from scenario import log

passes = []


def tick(running):
    passes.append(1)
    if running:
        asyncio.get_running_loop().call_soon(tick, running)


def complete(future):
    del passes[:]
    future.set_result(None)


async def immediate():
    return None


async def measure(name, awaitable, future=None):
    loop = asyncio.get_running_loop()
    del passes[:]
    if future is not None:
        loop.call_soon(loop.call_soon, complete, future)
    await awaitable
    log(name, len(passes))


async def first_of(futures):
    for item in asyncio.as_completed(futures):
        await item


async def main():
    loop = asyncio.get_running_loop()
    running = [True]
    loop.call_soon(tick, running)
    await asyncio.sleep(0)
    done = loop.create_future()
    done.set_result(None)
    waiting = [loop.create_future() for _ in range(5)]

    await measure("gather", asyncio.gather(waiting[0]), waiting[0])
    await measure("gather of done", asyncio.gather(done, done))
    await measure("shield", asyncio.shield(waiting[1]), waiting[1])
    await measure("wait", asyncio.wait([waiting[2]]), waiting[2])
    await measure("wait of done", asyncio.wait([done]))
    await measure("as_completed", first_of([waiting[3]]), waiting[3])
    await measure("as_completed of done", first_of([done]))
    await measure("wait_for", asyncio.wait_for(waiting[4], 5), waiting[4])
    await measure("wait_for of done", asyncio.wait_for(done, 5))
    await measure("wait_for of a coroutine that returns at once", asyncio.wait_for(immediate(), 5))
    running.clear()


asyncio.run(main())

# trace 3.8..3.11
#      0  gather 2
#      0  gather of done 2
#      0  shield 2
#      0  wait 2
#      0  wait of done 2
#      0  as_completed 2
#      0  as_completed of done 2
#      0  wait_for 2
#      0  wait_for of done 2
#      0  wait_for of a coroutine that returns at once 3

# trace 3.12..
#      0  gather 2
#      0  gather of done 0
#      0  shield 2
#      0  wait 2
#      0  wait of done 2
#      0  as_completed 2
#      0  as_completed of done 2
#      0  wait_for 1
#      0  wait_for of done 0
#      0  wait_for of a coroutine that returns at once 0
