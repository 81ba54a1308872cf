"""A wait_for around a future that others complete is cancelled at suspension 1 (woken)."""
# generated: from oracle/templates/WFOR/cancel_around_future.py, POINT=1, WINDOW=woken
# clause: WFOR-7, WFOR-11
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log

POINT = 1
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


async def victim(future, event):
    try:
        log("gets", await asyncio.wait_for(future, 1))
    finally:
        log("future", future.done(), future.cancelled())
    log("gets", await asyncio.wait_for(event.wait(), None))


def complete(future):
    if not future.done():
        future.set_result("result")
    log("completed")


async def main():
    loop = asyncio.get_running_loop()
    future, event = loop.create_future(), asyncio.Event()
    loop.call_later(0.25, complete, future)
    loop.call_later(0.5, event.set)
    await settle({"victim": asyncio.create_task(driven(victim(future, event)))})
    log("future", future.cancelled(), "event", event.is_set())


asyncio.run(main())

# trace 3.8..3.11
#    250  completed
#    250  cancel True
#    250  gets result
#    250  future True False
#    500  gets True
#    500  driven gives None
#   8000  victim returned None
#   8125  future False event True

# trace 3.12..
#    250  completed
#    250  cancel True
#    250  future True False
#    250  driven raises CancelledError
#   8000  victim was cancelled
#   8125  future False event True
