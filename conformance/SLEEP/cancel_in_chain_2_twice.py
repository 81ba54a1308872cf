"""A chain of sleeps is cancelled at suspension 2 (twice)."""
# generated: from oracle/templates/SLEEP/cancel_in_chain.py, POINT=2, WINDOW=twice
# clause: SLEEP-5, SLEEP-1, SLEEP-2
# level: defacto
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


async def victim():
    for seconds in (0, 0.125, 0, 0.25):
        log("slept", await asyncio.sleep(seconds, seconds))


async def clock():
    for tick in range(4):
        await asyncio.sleep(0.25)
        log("tick")


async def main():
    await settle({"clock": asyncio.create_task(clock()),
                  "victim": asyncio.create_task(driven(victim()))})


asyncio.run(main())

# trace 3.8..
#      0  slept 0
#      0  cancel True
#      0  driven raises CancelledError
#      0  cancel False
#    250  tick
#    500  tick
#    750  tick
#   1000  tick
#   8000  clock returned None
#   8000  victim was cancelled
