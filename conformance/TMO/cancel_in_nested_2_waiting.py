"""A task in two nested timeouts is cancelled at suspension 2 (waiting)."""
# generated: from oracle/templates/TMO/cancel_in_nested.py, POINT=2, WINDOW=waiting
# clause: TMO-6, TMO-5, TMO-1
# level: defacto
# needs: 3.11
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


async def victim():
    task = asyncio.current_task()
    try:
        async with asyncio.timeout(1) as outer:
            try:
                async with asyncio.timeout(0.25) as inner:
                    await asyncio.sleep(0)
                    await asyncio.sleep(0.5)
            except TimeoutError:
                log("inner expired", inner.expired(), task.cancelling())
            await asyncio.sleep(0.125)
            await asyncio.sleep(2)
    except TimeoutError:
        log("outer expired", outer.expired(), task.cancelling())
        await asyncio.sleep(0)
    finally:
        log(inner.expired(), outer.expired(), task.cancelling())


async def main():
    await settle({"victim": asyncio.create_task(driven(victim()))})


asyncio.run(main())

# trace 3.11..
#      0  cancel True
#      0  False False 1
#      0  driven raises CancelledError
#   8000  victim was cancelled
