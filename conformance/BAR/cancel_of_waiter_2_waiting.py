"""One of the parties of a barrier is cancelled at suspension 2 (waiting), and late comers fill its place."""
# generated: from oracle/templates/BAR/cancel_of_waiter.py, POINT=2, WINDOW=waiting
# clause: BAR-4, BAR-2
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


async def arrive(barrier, name, turns, seconds):
    for turn in range(turns):
        index = await barrier.wait()
        log(name, "passes as", index, "waiting", barrier.n_waiting)
        await asyncio.sleep(seconds)


async def late(barrier):
    await asyncio.sleep(1)
    log("broken", barrier.broken, "waiting", barrier.n_waiting)
    await arrive(barrier, "late", 2, 0.375)


async def main():
    barrier = asyncio.Barrier(2)
    tasks = {"victim": asyncio.create_task(driven(arrive(barrier, "victim", 2, 0.375))),
             "second": asyncio.create_task(arrive(barrier, "second", 3, 0.25)),
             "late": asyncio.create_task(late(barrier))}
    await settle(tasks)
    log("broken", barrier.broken, "waiting", barrier.n_waiting)


asyncio.run(main())

# trace 3.11..
#      0  second passes as 1 waiting 0
#      0  victim passes as 0 waiting 0
#      0  cancel True
#      0  driven raises CancelledError
#   1000  broken False waiting 1
#   1000  late passes as 1 waiting 0
#   1000  second passes as 0 waiting 0
#   1375  late passes as 1 waiting 0
#   1375  second passes as 0 waiting 0
#   8000  victim was cancelled
#   8000  second returned None
#   8000  late returned None
#   8125  broken False waiting 0
