"""The parent of a task group with one child is cancelled at suspension 3 (woken)."""
# generated: from oracle/templates/TG/cancel_of_parent.py, POINT=3, WINDOW=woken
# clause: TG-7, TG-1
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log

POINT = 3
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


async def child():
    try:
        await asyncio.sleep(0.5)
        return "child"
    finally:
        log("child ends")
        await asyncio.sleep(0.125)
        log("child has ended")


async def victim():
    task = asyncio.current_task()
    try:
        async with asyncio.TaskGroup() as group:
            made = group.create_task(child())
            await asyncio.sleep(0)
            await asyncio.sleep(0.25)
            log("body ends")
    finally:
        log("group is left", task.cancelling(), made.done(), made.cancelled())
    await asyncio.sleep(0)
    return "parent"


async def main():
    await settle({"victim": asyncio.create_task(driven(victim()))})


asyncio.run(main())

# trace 3.11..
#    250  body ends
#    500  child ends
#    625  child has ended
#    625  cancel True
#    625  group is left 1 True False
#    625  driven raises CancelledError
#   8000  victim was cancelled
