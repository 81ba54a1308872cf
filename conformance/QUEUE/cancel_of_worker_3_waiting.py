"""A worker between get, its work, task_done and put is cancelled at suspension 3 (waiting), while another joins."""
# generated: from oracle/templates/QUEUE/cancel_of_worker.py, POINT=3, WINDOW=waiting
# clause: QUEUE-7, QUEUE-6
# level: documented
# ops: tasks
import asyncio
from scenario import log

POINT = 3
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


async def work(queue, results, name, seconds):
    while True:
        item = await queue.get()
        try:
            await asyncio.sleep(seconds)
            await results.put((name, item))
        finally:
            queue.task_done()
        if item == 3:
            return "last item"


async def collect(results):
    for turn in range(4):
        log("result", await results.get())
        await asyncio.sleep(0.625)


async def join(queue):
    await queue.join()
    log("joined")


async def main():
    queue, results = asyncio.Queue(), asyncio.Queue(1)
    for item in range(4):
        queue.put_nowait(item)
    tasks = {"victim": asyncio.create_task(driven(work(queue, results, "victim", 0.25))),
             "other": asyncio.create_task(work(queue, results, "other", 0.375)),
             "joiner": asyncio.create_task(join(queue)),
             "collector": asyncio.create_task(collect(results))}
    await settle(tasks)
    log("left", queue.qsize(), results.qsize())


asyncio.run(main())

# trace 3.8..
#    250  result ('victim', 0)
#    500  cancel True
#    500  driven raises CancelledError
#    875  result ('other', 1)
#    875  joined
#   1500  result ('other', 3)
#   8000  victim was cancelled
#   8000  other returned 'last item'
#   8000  joiner returned None
#   8000  collector still waits
#   8125  left 0 0
