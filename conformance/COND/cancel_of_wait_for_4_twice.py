"""One that waits until a predicate holds is cancelled at suspension 4 (twice)."""
# generated: from oracle/templates/COND/cancel_of_wait_for.py, POINT=4, WINDOW=twice
# clause: COND-7, COND-4
# level: documented
# ops: tasks
import asyncio
from scenario import log

POINT = 4
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


state = []


async def wait(condition, name, size):
    async with condition:
        log(name, "sees", await condition.wait_for(lambda: len(state) >= size and len(state)))


async def fill(condition):
    for item in range(3):
        async with condition:
            state.append(item)
            condition.notify_all()
            log("notify all", len(state))
            await asyncio.sleep(0)


async def main():
    condition = asyncio.Condition()
    tasks = {"first": asyncio.create_task(wait(condition, "first", 1)),
             "victim": asyncio.create_task(driven(wait(condition, "victim", 2))),
             "third": asyncio.create_task(wait(condition, "third", 2)),
             "filler": asyncio.create_task(fill(condition))}
    await settle(tasks)
    log("locked", condition.locked())


asyncio.run(main())

# trace 3.8..
#      0  notify all 1
#      0  first sees 1
#      0  notify all 2
#      0  cancel True
#      0  cancel True
#      0  third sees 2
#      0  notify all 3
#      0  driven raises CancelledError
#   8000  first returned None
#   8000  victim was cancelled
#   8000  third returned None
#   8000  filler returned None
#   8125  locked False
