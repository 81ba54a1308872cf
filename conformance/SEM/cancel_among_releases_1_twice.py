"""A waiter is cancelled at suspension 1 (twice), while one callback releases two permits."""
# generated: from oracle/templates/SEM/cancel_among_releases.py, POINT=1, WINDOW=twice
# clause: SEM-8, SEM-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log

POINT = 1
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


async def take(permits, name):
    await permits.acquire()
    log(name, "has one")


def release(permits):
    log("release two")
    permits.release()
    permits.release()


async def main():
    permits = asyncio.Semaphore(0)
    tasks = {"first": asyncio.create_task(take(permits, "first")),
             "victim": asyncio.create_task(driven(take(permits, "victim"))),
             "third": asyncio.create_task(take(permits, "third")),
             "fourth": asyncio.create_task(take(permits, "fourth"))}
    asyncio.get_running_loop().call_later(0.25, release, permits)
    await settle(tasks)
    log("locked", permits.locked())


asyncio.run(main())

# trace 3.8 3.10..
#      0  cancel True
#      0  driven raises CancelledError
#      0  cancel False
#    250  release two
#    250  first has one
#    250  third has one
#   8000  first returned None
#   8000  victim was cancelled
#   8000  third returned None
#   8000  fourth still waits
#   8125  locked True

# trace 3.9
#      0  cancel True
#      0  driven raises CancelledError
#      0  cancel False
#    250  release two
#    250  third has one
#    250  fourth has one
#   8000  first still waits
#   8000  victim was cancelled
#   8000  third returned None
#   8000  fourth returned None
#   8125  locked True
