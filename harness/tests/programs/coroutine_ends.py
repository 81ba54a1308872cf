"""How coroutines end: never awaited, destroyed, in cycles, closed, reused, too deep; what they are."""
from scenario import log, capture_warnings, collect
capture_warnings(lambda category: log("W", category))
class P:
    def __init__(self, v=None):
        self.v = v
    def __await__(self):
        return (yield self.v)
class D:
    def __init__(self, n):
        self.n = n
    def __del__(self):
        log("del", self.n)
async def never(d=None):
    log("not")
async def waits(d=None):
    try:
        await P("w")
    finally:
        log("fin")
never(D("arg"))
c = never()
c.close()
c = None
c = never()
try:
    c.throw(KeyError)
except KeyError:
    log("thrown")
c = None
log("--")
c = waits(D("warg"))
c.send(None)
c = None
log("-- outer waits for inner")
async def outer():
    d = D("outer local")
    try:
        await waits(D("inner arg"))
    finally:
        log("outer fin")
c = outer()
c.send(None)
c = None
log("-- created, passed, never awaited")
async def takes(c):
    return 5
c = takes(never())
try:
    c.send(None)
except StopIteration as e:
    log(e.value)
c = None
log("-- in a list")
l = [never(), never()]
l.clear()
log("-- cycle of never")
class Box:
    pass
b = Box()
b.c = never(b)
b = None
log("before collect")
collect()
log("-- cycle of waiting")
b = Box()
b.c = waits(b)
b.c.send(None)
b = None
collect()
log("-- dies while handling")
try:
    raise KeyError("k")
except KeyError:
    c = waits()
    c.send(None)
    c = None
    never()
log("-- ignores close")
async def stubborn():
    while True:
        try:
            await P()
        except GeneratorExit:
            log("ignored")
            return 7
c = stubborn()
c.send(None)
c = None
log("-- resurrects")
keep = []
async def res():
    try:
        await P()
    finally:
        log("fin res")
c = res()
c.send(None)
c = None
log("-- depth")
async def deep(n):
    return await deep(n - 1) if n else 0
try:
    deep(5000).send(None)
except RecursionError as e:
    log("RecursionError")
async def self_await():
    await holder[0]
holder = []
holder.append(self_await())
try:
    holder[0].send(None)
except (RuntimeError, ValueError) as e:
    log(type(e).__name__, e)
holder.clear()
async def two(c):
    return await c
c = waits()
a, b = two(c), two(c)
a.send(None)
try:
    b.send(None)
except RuntimeError as e:
    log(e)
a.close()
try:
    two(c).send(None)
except RuntimeError as e:
    log(e)
async def finished():
    return 1
c = finished()
try:
    c.send(None)
except StopIteration:
    pass
for f in (lambda: c.send(None), lambda: c.throw(KeyError("x")), lambda: c.close(), lambda: two(c).send(None)):
    try:
        log(f())
    except (RuntimeError, KeyError) as e:
        log(type(e).__name__, e)
c = waits()
try:
    c.throw(5)
except TypeError as e:
    log("TypeError")
try:
    c.send(1, 2)
except TypeError as e:
    log("TypeError")
c.close()
async def args_of(*a, k=1, **kw):
    return a, k, kw
try:
    args_of(1, 2, k=3, z=4).send(None)
except StopIteration as e:
    log(e.value)
fn = args_of
log(fn.__name__, fn.__qualname__, repr(fn).split(" at ")[0])
x = fn()
log(str(x).split(" at ")[0], bool(x), x == x, isinstance(x, object), callable(x), hasattr(x, "__await__"), hasattr(x, "send"), hasattr(x, "__next__"), hasattr(5, "__await__"))
it = x.__await__()
log(type(it).__name__, iter(it) is it)
try:
    next(it)
except StopIteration as e:
    log(e.value)
def gen():
    yield 1
log(type(gen()).__name__, repr(gen()).split(" at ")[0])
class A:
    async def m(self):
        return self
a = A()
try:
    a.m().send(None)
except StopIteration as e:
    log(e.value is a)
log(repr(a.m).split(" of ")[0])
