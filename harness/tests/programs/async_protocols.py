"""The asynchronous protocols: comprehensions, broken objects, names, methods, delegation."""
from scenario import log


class P:
    def __init__(self, v=None):
        self.v = v

    def __await__(self):
        r = yield self.v
        return r


def run(c, limit=50):
    ys = []
    v = None
    try:
        while len(ys) < limit:
            y = c.send(v)
            ys.append(y)
            v = y
    except StopIteration as s:
        log("  ", ys, "->", s.value)
    except TypeError as e:
        log("  ", ys, "!! TypeError")      # texts differ between versions
    except BaseException as e:
        log("  ", ys, "!!", type(e).__name__, e.args, repr(e.__context__), repr(e.__cause__))
    c.close()


class A:
    def __init__(self, n, step=1):
        self.i, self.n, self.step = 0, n, step
    def __aiter__(self):
        return self
    async def __anext__(self):
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += self.step
        return await P(self.i)


async def comps():
    a = [x async for x in A(3)]
    b = {x: await P(x * 10) async for x in A(3) if await P(x) != 2}
    c = [(x, y) async for x in A(2) for y in range(x)]
    d = [(x, y) for x in [1, 2] async for y in A(x)]
    e = [await P(z) for z in [await P(1), await P(2)] if await P(z)]
    f = [[await P(i + j) for i in range(2)] for j in range(2)]
    g = {await P(1), await P(2)} == {1, 2}
    h = [x for x in [y async for y in A(2)]]
    k = {x async for x in A(1)}
    lst = list(x for x in await P([5, 6]))
    return a, b, c, d, e, f, g, h, k, lst
run(comps())


async def closure():
    total = 0
    async def add(x):
        nonlocal total
        total += await P(x)
        return total
    fs = [lambda i=i: add(i) for i in range(3)]
    r = [await f() for f in fs]
    return r, total, [await add(x) async for x in A(2)]
run(closure())


class CM:
    def __init__(self, name, ex=None, ret=None):
        self.name, self.ex, self.ret = name, ex, ret
    async def __aenter__(self):
        log("enter", self.name)
        if self.ex == "enter":
            raise KeyError(self.name)
        return self
    async def __aexit__(self, t, v, tb):
        log("exit", self.name, t.__name__ if t else None, repr(v))
        await P("x" + self.name)
        if self.ex == "exit":
            raise ValueError(self.name)
        return self.ret


async def w1():
    async with CM("a") as a, CM("b", ex="enter") as b:
        log("never")


async def w2():
    async with CM("a", ret=1), CM("b", ex="exit"):
        raise OSError("o")
    return "swallowed"


async def w3():
    async with CM("a", ex="exit"):
        return 7


async def w4():
    for i in range(5):
        async with CM("l%d" % i) as c:
            with_name = c.name
            if i == 0:
                continue
            if i == 1:
                break
    else:
        log("else")
    return with_name


async def w5():
    try:
        async with CM("a", ex="exit"):
            raise OSError("first")
    except ValueError as e:
        return repr(e.__context__), e.__context__.__context__


async def w6():
    async with CM("g"):
        await P("hold")
for f in (w1, w2, w3, w4, w5):
    log(f.__name__)
    run(f())
c = w6()
c.send(None)
try:
    c.close()
except RuntimeError as e:
    log(e)
c = w6()
log(c.send(None))
try:
    c.throw(KeyError("thrown"))
    c.throw(LookupError("in exit"))
except BaseException as e:
    log(type(e).__name__, repr(e.__context__))


class BadAiter:
    def __aiter__(self):
        return 5


class AnextNotAwaitable:
    def __aiter__(self):
        return self
    def __anext__(self):
        return 5


class AnextRaises:
    def __aiter__(self):
        return self
    def __anext__(self):
        raise StopAsyncIteration


class AenterNotAwaitable:
    def __aenter__(self):
        return 5
    def __aexit__(self, *a):
        return 6


class AexitNotAwaitable:
    async def __aenter__(self):
        return 5
    def __aexit__(self, *a):
        return 6


async def f1():
    async for x in BadAiter():
        pass
async def f2():
    async for x in AnextNotAwaitable():
        pass
async def f3():
    async for x in AnextRaises():
        pass
    return "ended"
async def f4():
    async with AenterNotAwaitable():
        pass
async def f5():
    async with AexitNotAwaitable():
        log("body")
async def f6():
    async with AexitNotAwaitable():
        raise KeyError("b")
async def f7():
    async for x in 5:
        pass
async def f8():
    async with 5:
        pass
async def f9():
    with CM("x"):
        pass
async def f10():
    for x in A(1):
        pass
async def f11():
    await 5
async def f12():
    await P
async def f13():
    return await f3
for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13):
    log(f.__name__)
    run(f())


class Cls:
    async def m(self, a, *, b=2, **kw):
        return await P((a, b, kw))
    @staticmethod
    async def s(a):
        return await P(a)
    @classmethod
    async def c(cls, a):
        return cls.__name__, await P(a)
    async def sup(self):
        return await P("base")
    async def __call__(self, x):
        return await P(x)


class Sub(Cls):
    async def sup(self):
        return "sub", await super().sup()


async def methods():
    o = Sub()
    return await o.m(1, b=3, q=4), await o.s(5), await Sub.c(6), await o.sup(), await o(9)
run(methods())
c = Cls().m(1)
log(c.__name__, c.__qualname__, repr(c).split(" at ")[0], type(c).__name__)
c.close()
log(c.__name__, c.__qualname__, repr(c).split(" at ")[0])
try:
    Cls().m()
except TypeError as e:
    log(e)
for bad in (lambda: iter(c), lambda: next(c), lambda: [x for x in c], lambda: c(), lambda: len(c), lambda: list(c)):
    try:
        bad()
    except TypeError as e:
        log(type(e).__name__, e)


def g1():
    r = yield from g2()
    log("r", r)
    return r + 1


def g2():
    try:
        x = yield 1
    except KeyError as e:
        log("caught", e)
        x = yield "again"
    return x
g = g1()
log(next(g), g.throw(KeyError("q")))
try:
    g.send(4)
except StopIteration as s:
    log(s.value)


def yf5():
    yield from 5
try:
    list(yf5())
except TypeError as e:
    log(e)


class AwaitGen:
    def __await__(self):
        log("before")
        x = yield "g1"
        y = yield from P("g2").__await__()
        return x, y
async def ag():
    return await AwaitGen()
run(ag())


async def just():
    return 3
c = just()
try:
    c.send(5)
except TypeError as e:
    log(e)
try:
    c.send(None)
except StopIteration as e:
    log(e.value, e.args)
try:
    c.send(None)
except RuntimeError as e:
    log(e)
log(c.close())
async def ret_tuple():
    return (1, 2)
async def ret_none():
    return
async def ret_exc():
    return KeyError("value")
for f in (ret_tuple, ret_none, ret_exc):
    try:
        f().send(None)
    except StopIteration as e:
        log(repr(e.value), e.args)
async def outer_ret():
    return await ret_tuple(), await ret_exc(), await ret_none()
run(outer_ret())
c = ret_tuple()
try:
    c.throw(KeyError("unstarted"))
except KeyError as e:
    log(e)
try:
    c.send(None)
except RuntimeError as e:
    log(e)
async def stop_async():
    raise StopAsyncIteration("s")
run(stop_async())
async def st():
    raise StopIteration("s")
run(st())
async def stc():
    await P()
run(stc())
c = stc()
c.send(None)
try:
    c.throw(StopIteration("x"))
except RuntimeError as e:
    log(e, repr(e.__cause__))
