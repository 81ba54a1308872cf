"""The only child of a task group is cancelled at suspension 3 (twice), beside a body that goes on."""
# generated: from oracle/templates/TG/cancel_of_only_child.py, POINT=3, WINDOW=twice
# clause: TG-4, TG-13
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log

POINT = 3
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


async def child():
    await asyncio.sleep(0)
    await asyncio.sleep(0.25)
    await asyncio.sleep(0)
    return "child"


async def parent():
    async with asyncio.TaskGroup() as group:
        made = group.create_task(driven(child()))
        await asyncio.sleep(0.125)
        log("body ends")
    log("child", made.cancelled() or made.result())
    return "parent"


async def main():
    await settle({"parent": asyncio.create_task(parent())})


asyncio.run(main())

# trace 3.11..
#    125  body ends
#    250  cancel True
#    250  driven raises CancelledError
#    250  cancel False
#    250  child True
#   8000  parent returned 'parent'
