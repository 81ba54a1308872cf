"""What becomes of __context__ when exceptions are thrown into coroutines and pass through them."""
from scenario import log


class P:
    def __init__(self, v=None):
        self.v = v

    def __await__(self):
        return (yield self.v)


def chain(e):
    out, seen = [], []
    while e is not None and e not in seen:
        seen.append(e)
        out.append((type(e).__name__, e.args, repr(e.__cause__), e.__suppress_context__))
        e = e.__context__
    return out


def drive(c, *acts):
    try:
        for a in acts:
            if isinstance(a, BaseException) or isinstance(a, type):
                r = c.throw(a)
            else:
                r = c.send(a)
            log("  y", r)
    except StopIteration as s:
        log("  ret", s.value, s.args)
        return None
    except BaseException as e:
        log("  exc", chain(e))
        return e
    return c


async def inner():
    try:
        await P(1)
    except KeyError:
        log("in", 1)
        await P(2)
        raise
    finally:
        log("fin", await P(3))


async def mid():
    try:
        raise ZeroDivisionError("z")
    except ZeroDivisionError:
        try:
            return await inner()
        finally:
            await P("mf")


async def outer():
    try:
        await mid()
    except Exception as e:
        log(chain(e))
        raise RuntimeError("o") from e

drive(outer(), None, KeyError("a"), None, None, None)
drive(outer(), None, KeyError("a"), ValueError("b"), None, OSError("c"))
drive(outer(), None, KeyError("a"), ValueError("b"), TypeError("t"), None)
# driven inside a handler
try:
    raise LookupError("driver")
except LookupError:
    drive(outer(), None, KeyError("a"), None, None, None)
    c = outer()
    c.send(None)
try:
    raise ArithmeticError("other driver")
except ArithmeticError:
    drive(c, KeyError("k"), None, None, None)


async def raiser():
    await P()
    raise IndexError("i")


async def withinner():
    try:
        raise KeyError("h")
    except KeyError:
        await raiser()
c = withinner()
try:
    raise LookupError("A")
except LookupError:
    c.send(None)
    try:
        c.send(None)
    except IndexError as e:
        log(chain(e))

# throw an exception that already has a context
e = ValueError("pre")
e.__context__ = KeyError("prectx")
drive(withinner(), None, e)
e = ValueError("pre")
e.__cause__ = KeyError("precause")
drive(withinner(), None, e)


# throw same exception which is being handled
async def same():
    try:
        raise KeyError("s")
    except KeyError as k:
        try:
            await P(k)
        except KeyError as k2:
            log(k is k2, chain(k2))
            raise
c = same()
k = c.send(None)
drive(c, k)


# catch from inner and raise it again
async def catcher():
    try:
        await raiser()
    except IndexError as e:
        err = e
    try:
        raise OSError("x")
    except OSError:
        raise err
drive(catcher(), None, None)


# finally with return overriding
async def override():
    try:
        await P(1)
    finally:
        return "over"
drive(override(), None, KeyError("gone"))
drive(override(), None, GeneratorExit())
c = override()
c.send(None)
c.close()


async def loopy():
    for i in range(3):
        try:
            await P(i)
        except ValueError:
            continue
        finally:
            await P("f%d" % i)
            if i == 2:
                break
    return "done"
drive(loopy(), None, ValueError("1"), None, None, None, KeyError("2"), None)


# close with chain
async def c1():
    try:
        await P("c1")
    finally:
        log("c1 fin")


async def c2():
    try:
        await c1()
    except GeneratorExit as g:
        log("c2", chain(g))
        raise
c = c2()
c.send(None)
log(c.close())
c = c2()
drive(c, None, GeneratorExit("mine"))


async def c3():
    try:
        await c1()
    except GeneratorExit:
        raise ValueError("from exit")
c = c3()
c.send(None)
try:
    c.close()
except ValueError as e:
    log(chain(e))


async def bad_close():
    try:
        await P(1)
    except GeneratorExit:
        await P(2)


async def over_bad():
    try:
        await bad_close()
    except RuntimeError as e:
        log("rt", chain(e))
        raise
    except BaseException as e:
        log("be", chain(e))
        raise
c = over_bad()
c.send(None)
try:
    c.close()
except BaseException as e:
    log(chain(e))


class Thrower:
    def __init__(self):
        self.done = False
    def __await__(self):
        return self
    def __iter__(self):
        return self
    def __next__(self):
        return "n"
    def send(self, v):
        raise OSError("send")
    def throw(self, e):
        raise RuntimeError("converted")
    def close(self):
        log("closed")
        raise TypeError("in close")


async def th():
    try:
        await Thrower()
    except Exception as e:
        log(chain(e))
        raise
drive(th(), None, KeyError("k"))
drive(th(), None, 5)
drive(th(), None, GeneratorExit())
c = th()
c.send(None)
try:
    c.close()
except BaseException as e:
    log(chain(e))


async def th2():
    try:
        raise KeyError("hh")
    except KeyError:
        await Thrower()
drive(th2(), None, ValueError("k"))
drive(th2(), None, 5)
