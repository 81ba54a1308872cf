"""One of four tasks that share two permits is cancelled at suspension 2 (woken)."""
# generated: from oracle/templates/SEM/cancel_of_waiter.py, POINT=2, WINDOW=woken
# clause: SEM-5, SEM-6
# level: defacto
# ops: tasks
import asyncio
from scenario import log

POINT = 2
WINDOW = "woken"


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


async def hold(permits, name, end):
    async with permits:
        log(name, "has one")
        await end.wait()
    log(name, "gave it back")


async def use(permits, name, seconds):
    async with permits:
        log(name, "has one")
        await asyncio.sleep(seconds)
    log(name, "gave it back")


async def victim(permits):
    await use(permits, "victim", 0.25)
    await permits.acquire()
    permits.release()
    await use(permits, "victim", 0)


async def main():
    permits, end = asyncio.Semaphore(2), asyncio.Event()
    tasks = {"first": asyncio.create_task(hold(permits, "first", end)),
             "second": asyncio.create_task(hold(permits, "second", end)),
             "victim": asyncio.create_task(driven(victim(permits))),
             "fourth": asyncio.create_task(use(permits, "fourth", 0.5)),
             "fifth": asyncio.create_task(use(permits, "fifth", 0))}
    asyncio.get_running_loop().call_later(0.25, end.set)
    await settle(tasks)
    log("locked", permits.locked())


asyncio.run(main())

# trace 3.8..
#      0  first has one
#      0  second has one
#    250  first gave it back
#    250  second gave it back
#    250  victim has one
#    250  fourth has one
#    500  cancel True
#    500  driven raises CancelledError
#    500  fifth has one
#    500  fifth gave it back
#    750  fourth gave it back
#   8000  first returned None
#   8000  second returned None
#   8000  victim was cancelled
#   8000  fourth returned None
#   8000  fifth returned None
#   8125  locked False
