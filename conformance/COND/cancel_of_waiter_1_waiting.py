"""One of three that wait for a condition is cancelled at suspension 1 (waiting), while others hold and notify."""
# generated: from oracle/templates/COND/cancel_of_waiter.py, POINT=1, WINDOW=waiting
# clause: COND-5, COND-4, COND-2
# level: defacto
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


async def wait(condition, name):
    async with condition:
        log(name, "waits")
        log(name, await condition.wait())
        await asyncio.sleep(0.125)
    log(name, "leaves")


async def notify(condition):
    await asyncio.sleep(0.25)
    for count in (1, 2):
        async with condition:
            log("notify", count)
            condition.notify(count)
            await asyncio.sleep(0.125)
        await asyncio.sleep(1)


async def main():
    condition = asyncio.Condition()
    tasks = {"victim": asyncio.create_task(driven(wait(condition, "victim"))),
             "second": asyncio.create_task(wait(condition, "second")),
             "third": asyncio.create_task(wait(condition, "third")),
             "notifier": asyncio.create_task(notify(condition))}
    await settle(tasks)
    log("locked", condition.locked())


asyncio.run(main())

# trace 3.8..3.12
#      0  victim waits
#      0  second waits
#      0  third waits
#      0  cancel True
#      0  driven raises CancelledError
#    250  notify 1
#    375  second True
#    500  second leaves
#   1375  notify 2
#   1500  third True
#   1625  third leaves
#   8000  victim was cancelled
#   8000  second returned None
#   8000  third returned None
#   8000  notifier returned None
#   8125  locked False

# trace 3.13..
#      0  victim waits
#      0  second waits
#      0  third waits
#      0  cancel True
#      0  driven raises CancelledError
#      0  second True
#    125  second leaves
#    250  notify 1
#    375  third True
#    500  third leaves
#   1375  notify 2
#   8000  victim was cancelled
#   8000  second returned None
#   8000  third returned None
#   8000  notifier returned None
#   8125  locked False
