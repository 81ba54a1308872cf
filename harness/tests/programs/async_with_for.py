"""async with and async for, driven by hand."""
from scenario import log


class Pause:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


class Manager:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    async def __aenter__(self):
        await Pause("enter " + self.name)
        return self.name

    async def __aexit__(self, kind, error, trace):
        log("leaving", self.name, kind and kind.__name__)
        await Pause("exit " + self.name)
        if self.fail:
            raise self.fail
        return self.swallow


class Count:
    def __init__(self, to, fail_at=None):
        self.n, self.to, self.fail_at = 0, to, fail_at

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.n += 1
        await Pause("next")
        if self.n == self.fail_at:
            raise KeyError("fail")
        if self.n > self.to:
            raise StopAsyncIteration
        return self.n


def run(coro):
    waits = []
    try:
        while True:
            waits.append(coro.send(None))
    except StopIteration as stop:
        log(waits, "returned", stop.value)
    except BaseException as e:
        log(waits, type(e).__name__, e, repr(e.__context__))


async def plain():
    async with Manager("a") as a, Manager("b") as b:
        log(a, b)
        await Pause("body")
    return "end"


async def swallows():
    async with Manager("s", swallow=True):
        raise KeyError("gone")
    return "after"


async def passes():
    async with Manager("p"):
        raise KeyError("stays")


async def replaces():
    async with Manager("r", fail=ValueError("instead")):
        raise KeyError("lost")


async def returns():
    for i in range(3):
        async with Manager("r%d" % i):
            if i == 0:
                continue
            if i == 1:
                return "early"


async def breaks():
    while True:
        async with Manager("x"):
            break
    return "broke"


async def counts():
    total = 0
    async for i in Count(3):
        if i == 2:
            continue
        total += i
    else:
        log("else")
    async for i in Count(9):
        if i == 2:
            break
    else:
        log("not here")
    async for i in Count(2):
        async with Manager("in loop"):
            pass
    try:
        async for i in Count(5, fail_at=2):
            log("item", i)
    except KeyError as e:
        log("failed", e)
    return total, [i async for i in Count(3) if i != 2], {i async for i in Count(1)}


async def returns_from_loop():
    async for i in Count(5):
        async for k in Count(5):
            return i, k


class NotAsync:
    def __enter__(self):
        return 1

    def __exit__(self, *raised):
        pass


async def wrong_with():
    async with NotAsync():
        log("not here")


async def wrong_for():
    async for i in [1]:
        log("not here")


async def stops_inside():
    async for i in Count(2):
        raise StopAsyncIteration("mine")

for function in (plain, swallows, passes, replaces, returns, breaks, counts, returns_from_loop,
                 stops_inside):
    log(function.__name__)
    run(function())
for function in (wrong_with, wrong_for):
    try:
        function().send(None)
    except TypeError as e:
        log(function.__name__, "TypeError")
