"""One of three that wait for an event is cancelled at suspension 1 (twice)."""
# generated: from oracle/templates/EVT/cancel_of_waiter.py, POINT=1, WINDOW=twice
# clause: EVT-2, EVT-3
# level: documented
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


async def wait(event, name, seconds):
    log(name, await event.wait(), event.is_set())
    await asyncio.sleep(seconds)
    log(name, await event.wait(), event.is_set())


def flash(event):
    event.set()
    event.clear()
    log("set and cleared")


async def main():
    event = asyncio.Event()
    loop = asyncio.get_running_loop()
    tasks = {"first": asyncio.create_task(wait(event, "first", 0.125)),
             "victim": asyncio.create_task(driven(wait(event, "victim", 0.25))),
             "third": asyncio.create_task(wait(event, "third", 0.375))}
    loop.call_later(0.125, flash, event)
    loop.call_later(0.75, event.set)
    await settle(tasks)


asyncio.run(main())

# trace 3.8..
#      0  cancel True
#      0  driven raises CancelledError
#      0  cancel False
#    125  set and cleared
#    125  first True False
#    125  third True False
#    750  first True True
#    750  third True True
#   8000  first returned None
#   8000  victim was cancelled
#   8000  third returned None
