"""Coroutines by hand: send, throw, close, chains, finally, what cannot be awaited."""
from scenario import log, collect, capture_warnings


class Pause:
    """Yields a value to whoever drives the coroutine, and gives what is sent."""

    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return got


class Steps:
    """An iterator of the program's own, with send and throw."""

    def __init__(self):
        self.n = 0

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration("over")
        return self.n

    def send(self, value):
        log("sent", value)
        return self.__next__()

    def throw(self, error, *more):
        log("thrown", type(error).__name__)
        raise StopIteration("saved")


class Bare:
    """Only __next__: no send, no throw."""

    def __await__(self):
        return self

    def __next__(self):
        return "bare"


async def leaf(name):
    try:
        got = await Pause(name)
        log(name, "got", got)
        return got * 2
    except KeyError as e:
        log(name, "caught", repr(e))
        raise ValueError("from " + name)
    finally:
        log(name, "finally")


async def chain(depth):
    if depth == 0:
        return await leaf("leaf")
    try:
        return await chain(depth - 1)
    finally:
        log("up", depth)


def drive(coro, *sent):
    """Send the values one after another; what came, and how it ended."""
    came = []
    try:
        for value in sent:
            if isinstance(value, BaseException):
                came.append(coro.throw(value))
            else:
                came.append(coro.send(value))
    except StopIteration as stop:
        log("came", came, "returned", stop.value)
        return
    except BaseException as e:
        log("came", came, type(e).__name__, e, "context", repr(e.__context__), "cause", repr(e.__cause__))
        return
    log("came", came, "waits")
    coro.close()


drive(chain(3), None, 21)
drive(chain(2), None, KeyError("k"))
drive(chain(1), KeyError("early"))

drive(leaf("closed"), None)


async def cleanup_awaits():
    try:
        await Pause("body")
    finally:
        log("cleanup", await Pause("cleanup"))

drive(cleanup_awaits(), None, RuntimeError("r"), 1)
drive(cleanup_awaits(), None, 0, 2)
stubborn = cleanup_awaits()
stubborn.send(None)
try:
    stubborn.close()
except RuntimeError as e:
    log(e)
try:
    stubborn.send(None)
except BaseException as e:
    log(type(e).__name__, e)


async def user_iterators():
    log(await Steps())
    try:
        log(await Bare())
    except KeyError as e:
        log("bare", repr(e))
    return await Steps()

drive(user_iterators(), None, "x", None, KeyError(1), None, "y", ValueError(3))


async def bad(what):
    await what


class ReturnsCoroutine:
    def __await__(self):
        coro = leaf("never")
        coro.close()
        return coro


class ReturnsNumber:
    def __await__(self):
        return 5

for what in (5, None, "text", [], ReturnsCoroutine(), ReturnsNumber(), log):
    try:
        bad(what).send(None)
    except TypeError as e:
        log("TypeError")

shared = leaf("shared")
first = bad(shared)
log(first.send(None))
try:
    bad(shared).send(None)
except RuntimeError as e:
    log(e)
first.close()
for action in (lambda: shared.send(None), lambda: shared.throw(KeyError), lambda: bad(shared).send(None)):
    try:
        action()
    except RuntimeError as e:
        log(e)
log(shared.close())


async def stops():
    raise StopIteration(3)

try:
    stops().send(None)
except RuntimeError as e:
    log(e, repr(e.__cause__))


async def itself():
    try:
        me.send(None)
    except ValueError as e:
        log(e)

me = itself()
drive(me, None)


async def in_handler():
    try:
        raise KeyError("first")
    except KeyError:
        try:
            await Pause("inside")
        except ValueError as e:
            log("context", repr(e.__context__))
            raise TypeError("second")

drive(in_handler(), None, ValueError("thrown"))


async def outer_handler():
    try:
        raise KeyError("outer")
    except KeyError:
        await in_handler()

drive(outer_handler(), None, ValueError("thrown"))


async def inner_raises(e):
    await Pause(1)
    raise e


async def outer_catches(e):
    try:
        raise LookupError("handled")
    except LookupError:
        await inner_raises(e)

drive(outer_catches(OSError("deep")), None, None)


async def loops():
    total = 0
    for i in range(4):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            total += await Pause(i)
        finally:
            log("round", i)
    return total

drive(loops(), None, 10, 20)


async def returns_from_with():
    class Manager:
        def __enter__(self):
            log("in")

        def __exit__(self, *raised):
            log("out", raised[0])
    with Manager():
        return await Pause("w")

drive(returns_from_with(), None, "value")
drive(returns_from_with(), None, KeyError("e"))
capture_warnings(lambda category: log("warning", category))
leaf("unawaited")
kept = leaf("kept")
del kept
closed = leaf("c")
closed.close()
del closed
suspended = leaf("suspended")
suspended.send(None)
del suspended
circle = []


async def in_circle():
    try:
        await Pause(circle)
    finally:
        log("circle finally")

circle.append(in_circle())
circle[0].send(None)
del circle
collect()


async def deep(n):
    if n == 0:
        return await Pause("bottom")
    return await deep(n - 1)

drive(deep(200), None, "top")


def delegating():
    x = yield from [1, 2]
    log("x", x)
    y = yield from delegated()
    log("y", y)


def delegated():
    try:
        z = yield "d"
        log("z", z)
    except KeyError:
        yield "caught"
    return "done"

g = delegating()
log(next(g), next(g), next(g), g.throw(KeyError), next(g, "end"))
log(list(delegating()))


async def comprehends():
    log([await Pause(i) for i in range(3)])
    log({i: await Pause(i) for i in range(2)})
    return [x for x in [await Pause("a"), await Pause("b")]]

drive(comprehends(), None, 5, 6, 7, 8, 9, "c", "d")


class Method:
    async def method(self, *args, key=None):
        return await Pause((args, key))

drive(Method().method(1, 2, key=3), None, 4)
