"""While a throw is on its way to the innermost coroutine, what the outer ones handle is not seen."""
from scenario import log
class P:
    def __await__(self):
        return (yield 1)
def chain(e):
    out = []
    while e is not None and len(out) < 8:
        out.append(repr(e))
        e = e.__context__
    return out
async def simple():
    await P()
async def outer():
    try:
        raise KeyError("outer handled")
    except KeyError:
        await mid()
async def mid():
    await inner()
seen = []
async def inner():
    try:
        await P()
    except OSError as e:
        log("in inner", chain(e))
        x = ValueError("from inner")
        seen.append(x)
        try:
            raise x
        except ValueError:
            log("x", chain(x))
            await P()
            log("x", chain(x))
            try:
                raise IndexError("after")
            except IndexError as i:
                log(chain(i))
            raise
async def inner2():
    try:
        await P()
    except OSError as e:
        pass
    try:
        raise ValueError("no handler of its own")
    except ValueError as v:
        log(chain(v))
    await P()
    try:
        raise ValueError("resumed by send")
    except ValueError as v:
        log(chain(v))
async def outer2():
    try:
        raise KeyError("outer handled")
    except KeyError:
        await inner2()
def go(f, handled, *acts):
    c = f()
    def run():
        for a in acts:
            try:
                c.throw(a) if isinstance(a, BaseException) else c.send(a)
            except BaseException as e:
                log(f.__name__, "out", chain(e))
                return
    if handled:
        try:
            raise LookupError("driver")
        except LookupError:
            run()
    else:
        run()
    c.close()
for h in (0, 1):
    go(simple, h, None, OSError("t"))
    go(simple, h, OSError("t"))
    go(outer, h, None, OSError("t"), None)
    go(outer2, h, None, OSError("t"), None)
    go(outer2, h, None, TypeError("t"), None)
    go(outer2, h, None, None, None)
class Step:
    def __await__(self):
        return self
    def __iter__(self):
        return self
    def __next__(self):
        return 1
    def throw(self, e):
        try:
            raise ValueError("in throw")
        except ValueError as v:
            log(chain(v), chain(e))
        raise e
    def close(self):
        try:
            raise ValueError("in close")
        except ValueError as v:
            log(chain(v))
async def steps():
    try:
        raise KeyError("steps handled")
    except KeyError:
        await Step()
async def nest():
    try:
        raise KeyError("nest handled")
    except KeyError:
        await steps()
for h in (0, 1):
    go(steps, h, None, OSError("t"))
    go(nest, h, None, OSError("t"))
    go(nest, h, None, GeneratorExit())
def g_inner():
    try:
        yield 1
    except OSError:
        try:
            raise ValueError("g")
        except ValueError as v:
            log(chain(v))
        yield 2
    try:
        raise ValueError("g2")
    except ValueError as v:
        log(chain(v))
    try:
        yield 3
    finally:
        try:
            raise ValueError("g3")
        except ValueError as v:
            log(chain(v))
def g_outer():
    try:
        raise KeyError("g_outer")
    except KeyError:
        yield from g_inner()
for h in (0, 1):
    g = g_outer()
    if h:
        try:
            raise LookupError("driver")
        except LookupError:
            next(g)
            g.throw(OSError("t"))
            next(g)
            g.close()
    else:
        next(g)
        g.throw(OSError("t"))
        next(g)
        g.close()
async def body():
    try:
        await P()
    finally:
        try:
            raise ValueError("fin")
        except ValueError as v:
            log("close", chain(v))
async def wrapb():
    try:
        raise KeyError("wrapb")
    except KeyError:
        await body()
c = wrapb()
c.send(None)
c.close()
c = wrapb()
c.send(None)
try:
    raise LookupError("driver")
except LookupError:
    c.close()
c = wrapb()
c.send(None)
del c
