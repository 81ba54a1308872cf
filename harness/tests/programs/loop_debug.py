"""Debug mode where it meets the machine: texts of refusals, origins, attributes of loops."""
import asyncio
from scenario import capture_logging, in_thread, log, start_thread

loop = asyncio.new_event_loop()
loop.set_debug(True)
log("debug=True" in repr(loop))
loop.set_debug([])
log(bool(loop.get_debug()))


class Refuses:
    def __bool__(self):
        raise LookupError

    def __repr__(self):
        return "<an object>"


class Has:
    async def method(self):
        pass

    def __call__(self):
        log("called")


async def coroutine():
    pass


# The texts are what is compared here.
def attempt(function, *args):
    try:
        function(*args)
        log("accepted")
    except Exception as error:
        log(type(error).__name__, error)


loop.set_debug(True)
log(loop.get_debug(), loop.slow_callback_duration)
loop.slow_callback_duration = 2
log(loop.slow_callback_duration == 2.0)
attempt(loop.call_soon, Has().method)
attempt(loop.call_soon, coroutine)
attempt(loop.call_soon, Refuses())
attempt(loop.call_at, 1.0, Refuses())
attempt(loop.call_later, 1, Refuses())
attempt(loop.call_soon_threadsafe, "text")
attempt(loop.run_in_executor, None, 5)
attempt(loop.call_soon, Has())
left = coroutine()
attempt(loop.call_soon, left)
log(left.cr_origin)
left.close()
log(left.cr_origin)


# What is refused first: the thread, the callback.
def other_thread():
    for what in (log, None):
        attempt(loop.call_soon, what)
        attempt(loop.call_later, 0, what)
        attempt(loop.call_soon_threadsafe, what)


def main():
    in_thread(other_thread)
    start_thread(loop.call_soon_threadsafe, loop.stop).join()


loop.call_soon(main)
loop.run_forever()


# A handle that cancels itself; one that is cancelled twice, in either mode.
def tell(handle):
    log("cancelled" in repr(handle), "main()" in repr(handle), repr(handle).count("created at"))


for debug in (True, False):
    loop.set_debug(debug)
    first, second = loop.call_soon(main), loop.call_later(0.125, main)
    for handle in (first, second):
        handle.cancel()
        tell(handle)
        loop.set_debug(not debug)
        handle.cancel()
        tell(handle)
        loop.set_debug(debug)


# set_debug by another thread, and the mode of a loop that nobody may run any more.
def switch():
    in_thread(loop.set_debug, True)
    log(loop.get_debug(), coroutine_origin())
    loop.call_soon(after)


def after():
    log(coroutine_origin())
    loop.stop()


def coroutine_origin():
    made = coroutine()
    made.close()
    return made.cr_origin is not None


loop.set_debug(False)
loop.call_soon(switch)
loop.run_forever()
log(coroutine_origin())
loop.close()
attempt(loop.call_soon, None)
attempt(loop.run_in_executor, None, None)
loop.set_debug(False)
log(loop.get_debug())


# A run inside a run's origin: tracking ends with the run that began it.
def nested():
    def inside():
        inner = asyncio.new_event_loop()
        inner.call_soon(log, "inner")
        inner.call_soon(inner.stop)
        inner.run_forever()
        inner.close()
        return coroutine_origin()
    log(in_thread(inside), coroutine_origin())
    outer.stop()


outer = asyncio.new_event_loop()
outer.set_debug(True)
outer.call_soon(nested)
outer.run_forever()
outer.close()


async def gathered():
    future = asyncio.get_running_loop().create_future()
    future.set_result(1)
    log("created at" in repr(future), "result=1" in repr(future))
    task = asyncio.ensure_future(coroutine())
    log("created at" in repr(task), "created at" in repr(asyncio.ensure_future(future)))
    await asyncio.gather(task, future)


asyncio.run(gathered(), debug=True)
