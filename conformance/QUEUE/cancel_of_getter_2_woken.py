"""One of three getters is cancelled at suspension 2 (woken); the items go to the others."""
# generated: from oracle/templates/QUEUE/cancel_of_getter.py, POINT=2, WINDOW=woken
# clause: QUEUE-6, QUEUE-4
# level: defacto
# ops: tasks
import asyncio
from scenario import log

POINT = 2
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


async def get(queue, name):
    for turn in range(2):
        log(name, "gets", await queue.get())


async def put(queue):
    for item in range(6):
        if item % 2 == 0:
            await asyncio.sleep(0.25)
        queue.put_nowait(item)
        log("put", item)


async def main():
    queue = asyncio.Queue()
    tasks = {"first": asyncio.create_task(get(queue, "first")),
             "victim": asyncio.create_task(driven(get(queue, "victim"))),
             "third": asyncio.create_task(get(queue, "third")),
             "putter": asyncio.create_task(put(queue))}
    await settle(tasks)
    log("left", queue.qsize())


asyncio.run(main())

# trace 3.8..
#    250  put 0
#    250  put 1
#    250  first gets 0
#    250  first gets 1
#    500  put 2
#    500  put 3
#    500  third gets 2
#    500  third gets 3
#    500  cancel True
#    500  driven raises CancelledError
#    750  put 4
#    750  put 5
#   8000  first returned None
#   8000  victim was cancelled
#   8000  third returned None
#   8000  putter returned None
#   8125  left 2
