"""A wait_for around a coroutine that cleans up slowly is cancelled at suspension 2 (waiting)."""
# generated: from oracle/templates/WFOR/cancel_around_coroutine.py, POINT=2, WINDOW=waiting
# clause: WFOR-11, WFOR-2
# level: documented
# ops: tasks
import asyncio
from scenario import log

POINT = 2
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


async def slow():
    try:
        await asyncio.sleep(0)
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        log("slow is cancelled")
        await asyncio.sleep(0.25)
        log("slow has cleaned up")
        raise


async def victim():
    try:
        await asyncio.wait_for(slow(), 0.5)
    except asyncio.TimeoutError:
        log("timed out")
    await asyncio.sleep(0.125)
    log("after it")
    return await asyncio.wait_for(asyncio.sleep(0.125, "in time"), 0.25)


async def main():
    await settle({"victim": asyncio.create_task(driven(victim()))})


asyncio.run(main())

# trace 3.8..3.11
#    500  slow is cancelled
#    500  cancel True
#    500  driven raises CancelledError
#    750  slow has cleaned up
#   8000  victim was cancelled

# trace 3.12..
#      0  cancel True
#      0  slow is cancelled
#    250  slow has cleaned up
#    250  driven raises CancelledError
#   8000  victim was cancelled
