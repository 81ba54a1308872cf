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
