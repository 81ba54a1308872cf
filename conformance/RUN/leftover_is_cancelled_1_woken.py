"""Main ends while another task is at suspension 1 (woken), and run sees that one to its end."""
# generated: from oracle/templates/RUN/leftover_is_cancelled.py, POINT=1, WINDOW=woken
# clause: RUN-5, RUN-7, RUN-4
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
    log("main may end")
    ended[0].set_result(None)


async def other():
    try:
        await asyncio.sleep(0.125)
        log("slept")
        await asyncio.sleep(0)
        await asyncio.sleep(0.25)
    except asyncio.CancelledError:
        log("cancelled")
        await asyncio.sleep(0.125)
        log("cleaned up")
        raise
    finally:
        await asyncio.sleep(0)
        log("ends")


async def main():
    ended.append(asyncio.get_running_loop().create_future())
    kept.append(asyncio.create_task(driven(other())))
    await asyncio.wait([ended[0]], timeout=4)
    log("main ends")


ended = []
kept = []


asyncio.run(main())

# trace 3.8..
#    125  main may end
#    125  slept
#    125  main ends
#    125  cancelled
#    250  cleaned up
#    250  ends
#    250  driven raises CancelledError
