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
