def prepare(loop):
    """A future that is completed WHEN it is said, with that OUTCOME."""
    future = loop.create_future()
    if WHEN == "before":
        complete(loop, future)
    elif WHEN == "soon":
        loop.call_soon(complete, loop, future)
    else:
        loop.call_later(0.125 if WHEN == "later" else 0.25, complete, loop, future)
    return future


def complete(loop, future):
    loop.call_soon(hop, loop, 1)
    if future.done():
        log("completed already")
    elif OUTCOME == "result":
        future.set_result("result")
    elif OUTCOME == "exception":
        future.set_exception(LookupError())
    else:
        future.cancel()
    log(OUTCOME)


def hop(loop, count):
    """Tells the passes after the completion apart."""
    log("pass", count)
    if count < 5:
        loop.call_soon(hop, loop, count + 1)


def show(value):
    return type(value).__name__ if isinstance(value, BaseException) else value
