"""A task that waits for a lock, holds it or asks again is cancelled at suspension 2 (twice)."""
# generated: from oracle/templates/LOCK/cancel_of_waiter.py, POINT=2, WINDOW=twice
# clause: LOCK-5, LOCK-2
# level: defacto
# ops: tasks
import asyncio
from scenario import log

POINT = 2
WINDOW = "twice"


class Driven:
    """Awaits a coroutine, and has the task cancelled at its suspension number POINT."""

    def __init__(self, coroutine):
        self.coroutine = coroutine
        self.count = 0

    def __await__(self):
        error = None
        while True:
            try:
                waited = self.coroutine.send(None) if error is None else self.coroutine.throw(error)
            except StopIteration as stop:
                return stop.value
            self.count += 1
            if self.count == POINT:
                self.cancel(asyncio.current_task(), waited)
            error = None
            try:
                yield waited
            except BaseException as caught:
                error = caught

    def cancel(self, task, waited):
        loop = asyncio.get_running_loop()
        if WINDOW == "waiting":
            loop.call_soon(cancel, task)
        elif WINDOW == "twice":
            loop.call_soon(cancel, task)
            loop.call_soon(loop.call_soon, cancel, task)
        elif waited is None:
            log("nothing to vary")
        else:
            # The task adds its own wake-up behind this one.
            waited.add_done_callback(lambda waited: cancel(task))


async def driven(coroutine):
    driver = Driven(coroutine)
    try:
        log("driven gives", await driver)
    except BaseException as error:
        log("driven raises", type(error).__name__)
        raise
    finally:
        if driver.count < POINT:
            log("no such point")


def cancel(task):
    log("cancel", task.cancel())


async def settle(tasks):
    """Let the tasks come to an end, log how, and cancel those that did not."""
    await asyncio.sleep(8)
    for name, task in tasks.items():
        if not task.done():
            state = "still waits"
        elif task.cancelled():
            state = "was cancelled"
        elif task.exception() is not None:
            state = "raised " + type(task.exception()).__name__
        else:
            state = "returned %r" % task.result()
        log(name, state)
    for task in tasks.values():
        task.cancel()
    await asyncio.sleep(0.125)


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

# trace 3.8..
#      0  first has it
#    250  first gave it back
#    250  victim has it
#    250  cancel True
#    250  driven raises CancelledError
#    250  cancel False
#    250  third has it
#    500  third gave it back
#    500  fourth has it
#    500  fourth gave it back
#   8000  first returned None
#   8000  victim was cancelled
#   8000  third returned None
#   8000  fourth returned None
#   8125  locked False
