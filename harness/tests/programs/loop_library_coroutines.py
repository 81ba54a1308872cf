# needs: 3.11
import asyncio
from scenario import log


# The coroutines of asyncio's own, driven by hand and by tasks.
async def main():
    loop = asyncio.get_running_loop()
    lock, event, queue = asyncio.Lock(), asyncio.Event(), asyncio.Queue(1)
    semaphore, barrier = asyncio.Semaphore(1), asyncio.Barrier(1)
    condition = asyncio.Condition(lock)
    for coroutine in (lock.acquire(), semaphore.acquire(), queue.put("item"), queue.get(),
                      barrier.wait(), asyncio.sleep(0, "slept")):
        log(asyncio.iscoroutine(coroutine), coroutine.__qualname__, coroutine.__name__)
        try:
            coroutine.send(None)
            coroutine.send(None)
        except StopIteration as end:
            log(repr(end.value))
        try:
            coroutine.send(None)
        except RuntimeError as error:
            log(error)
        coroutine.close()
    waits = event.wait()
    future = waits.send(None)
    log(asyncio.isfuture(future), future.done())
    event.set()
    log(future.done())
    try:
        waits.send(None)
    except StopIteration as end:
        log(end.value)
    event.clear()
    waits = event.wait()
    waits.send(None)
    log(waits.close())
    waits = event.wait()
    waits.send(None)
    try:
        waits.throw(KeyError("thrown"))
    except KeyError as error:
        log(repr(error), error.__context__)
    # results are the program's own objects, of the right types
    thing = ["thing"]
    log(await asyncio.sleep(0, thing) is thing)
    await queue.put(thing)
    log(await queue.get() is thing, queue.qsize(), queue.maxsize)
    lock.release()
    log(repr(await lock.acquire()), repr(await semaphore.acquire() if not semaphore.locked() else 0))
    log(repr(await condition.wait_for(lambda: thing)))
    log(repr(await barrier.wait()), barrier.parties, barrier.n_waiting, barrier.broken)
    lock.release()
    async with lock as nothing:
        log(nothing, lock.locked())
    async with barrier as index:
        log(index)
    results = await asyncio.gather(asyncio.sleep(0, thing), fails(), return_exceptions=True)
    log(results[0] is thing, repr(results[1]), type(results).__name__)
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(0, thing))])
    log(type(done).__name__, len(done), pending, [*done][0].result() is thing)
    inner = loop.create_future()
    outer = asyncio.shield(inner)
    inner.set_result(thing)
    log(await outer is thing, asyncio.shield(inner) is inner)
    log(await asyncio.wait_for(asyncio.sleep(0, thing), 5) is thing)
    # an exception stays the same object on its way through the library
    error = ValueError("one")
    for through in (asyncio.create_task(fails_with(error)), asyncio.gather(fails_with(error)),
                    asyncio.wait_for(fails_with(error), None), asyncio.shield(fails_with(error)),
                    asyncio.wait_for(asyncio.gather(fails_with(error)), 5)):
        try:
            await through
        except ValueError as raised:
            log(raised is error)
    try:
        async with asyncio.timeout(0.125) as deadline:
            await asyncio.sleep(10)
    except TimeoutError:
        log(deadline.expired())
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(fails_with(error))
    except ExceptionGroup as group_error:
        log(group_error.exceptions[0] is error, task.exception() is error, group_error.message)
    # a cancellation too, and its message
    task = asyncio.create_task(keeps())
    await asyncio.sleep(0)
    task.cancel("message")
    kept = await task
    log(repr(kept))
    for wanted in asyncio.as_completed([asyncio.sleep(0.25, "late"), asyncio.sleep(0.125, "early")]):
        log(asyncio.iscoroutine(wanted), await wanted)
    log(await asyncio.to_thread(lambda *args, **keywords: (args, keywords), 1, two=2))


async def fails():
    raise KeyError("fails")


async def fails_with(error):
    raise error


async def keeps():
    try:
        await asyncio.wait_for(asyncio.gather(asyncio.sleep(10)), 20)
    except asyncio.CancelledError as error:
        return error.args


asyncio.run(main())
