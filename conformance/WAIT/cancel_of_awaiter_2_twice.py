"""A task that waits for the first, then for all of two others is cancelled at suspension 2 (twice)."""
# generated: from oracle/templates/WAIT/cancel_of_awaiter.py, POINT=2, WINDOW=twice
# clause: WAIT-9, WAIT-7
# level: documented
# ops: tasks
import asyncio
from scenario import log

POINT = 2
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


async def victim(tasks):
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    log("done", sorted(task.result() for task in done), "pending", len(pending))
    done, pending = await asyncio.wait(tasks, timeout=0.125)
    log("done", sorted(task.result() for task in done), "pending", len(pending))
    done, pending = await asyncio.wait(tasks)
    log("done", sorted(task.result() for task in done), "pending", len(pending))


async def main():
    first = asyncio.create_task(asyncio.sleep(0.125, "first"))
    second = asyncio.create_task(asyncio.sleep(0.5, "second"))
    await settle({"first": first, "second": second,
                  "victim": asyncio.create_task(driven(victim([first, second])))})


asyncio.run(main())

# trace 3.8..
#    125  done ['first'] pending 1
#    125  cancel True
#    125  driven raises CancelledError
#    125  cancel False
#   8000  first returned 'first'
#   8000  second returned 'second'
#   8000  victim was cancelled
