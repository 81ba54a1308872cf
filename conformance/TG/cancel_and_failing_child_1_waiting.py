"""The parent of a task group whose child answers its cancellation by an exception is cancelled at suspension 1 (waiting)."""
# generated: from oracle/templates/TG/cancel_and_failing_child.py, POINT=1, WINDOW=waiting
# clause: TG-8, TG-7
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log

POINT = 1
WINDOW = "waiting"


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


async def child():
    try:
        await asyncio.sleep(0.5)
    except asyncio.CancelledError:
        await asyncio.sleep(0.125)
    raise LookupError("child")


async def victim():
    task = asyncio.current_task()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            await asyncio.sleep(0.25)
    except Exception as error:
        log(type(error).__name__, [type(one).__name__ for one in error.exceptions])
    log("cancelling", task.cancelling())
    await asyncio.sleep(0)
    log("survived the next suspension")
    return task.cancelling()


async def main():
    await settle({"victim": asyncio.create_task(driven(victim()))})


asyncio.run(main())

# trace 3.11..3.12
#      0  cancel True
#    125  ExceptionGroup ['LookupError']
#    125  cancelling 1
#    125  survived the next suspension
#    125  driven gives 1
#   8000  victim returned None

# trace 3.13..
#      0  cancel True
#    125  ExceptionGroup ['LookupError']
#    125  cancelling 1
#    125  driven raises CancelledError
#   8000  victim was cancelled
