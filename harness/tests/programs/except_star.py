"""except* with everything around it, and the methods of groups."""
# needs: 3.11.7
from scenario import log


def show(e, depth=0):
    if e is None:
        return "-"
    ctx = show(e.__context__, depth + 1) if depth < 3 else "..."
    tail = " <%s|%r|%s%s>" % (ctx, e.__cause__, e.__suppress_context__, getattr(e, "__notes__", ""))
    if isinstance(e, BaseExceptionGroup):
        return "%s(%r,[%s])%s" % (type(e).__name__, e.message, ", ".join(show(x, depth + 1) for x in e.exceptions), tail)
    return repr(e) + tail


def attempt(f):
    try:
        r = f()
        log(f.__name__, "ok", r)
    except BaseException as e:
        log(f.__name__, show(e))


def eg():
    return ExceptionGroup("eg", [ValueError(1), TypeError(2), ExceptionGroup("n", [ValueError(3), OSError(4), KeyError(5)])])


def t1():
    try:
        raise eg()
    except* ValueError as e:
        log(show(e))
    except* OSError as e:
        log(show(e))
        raise
def t2():
    try:
        raise eg()
    except* ValueError as e:
        raise e
    except* TypeError as e:
        raise KeyError("new") from e
def t3():
    try:
        raise eg()
    except* Exception as e:
        raise ExceptionGroup("fresh", [RuntimeError(1)])
def t4():
    try:
        raise ValueError("naked")
    except* ValueError as e:
        log(show(e))
        raise e
def t5():
    try:
        raise ValueError("naked")
    except* ValueError as e:
        raise e.exceptions[0]
def t6():
    try:
        raise ValueError("naked")
    except* TypeError:
        pass
    finally:
        log("fin")
def t7():
    try:
        try:
            raise eg()
        except* ValueError as e:
            log(show(e))
    except* TypeError as e:
        log(show(e))
    return "x"
def t8():
    try:
        raise KeyError("ctx")
    except KeyError:
        try:
            raise eg()
        except* ValueError:
            pass
def t9():
    for i in range(3):
        try:
            raise eg()
        except* (ValueError, TypeError) as e:
            for j in range(3):
                if j == 1:
                    break
                continue
            log(i, show(e))
        except* BaseException as e:
            log("rest", show(e))
    try:
        log(e)
    except UnboundLocalError as x:
        log(x)
def t10():
    try:
        raise eg()
    except* 5:
        pass
def t11():
    try:
        raise eg()
    except* (ValueError, ExceptionGroup):
        pass
def t12():
    try:
        pass
    except* ValueError:
        pass
    else:
        log("else")
        return "returned from else"
    finally:
        log("fin")
def t13():
    try:
        raise eg()
    except* ValueError as e:
        try:
            raise KeyError("inner")
        except KeyError as k:
            log(show(k))
        raise
def t14():
    try:
        raise eg()
    except* ValueError as e:
        def inner():
            return e.message
        log(inner())
    except* TypeError as e:
        try:
            raise e
        except* TypeError:
            log("nested ok")
def t15():
    e = eg()
    e.add_note("note")
    try:
        raise e from OSError("cause")
    except* ValueError as p:
        p.add_note("more")
        log(show(p))
def t16():
    try:
        raise BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError(1)])
    except* Exception as e:
        log(show(e))
def t17():
    try:
        raise eg()
    except* ValueError as e:
        del e
    except* TypeError as e:
        e = 5
    except* OSError as e:
        log(show(e))
    except* KeyError as e:
        log(show(e))
def t18():
    e = eg()
    try:
        raise e
    except* ValueError as p:
        raise p from None
def t19():
    e = eg()
    try:
        try:
            raise e
        except* ValueError:
            raise
    except ExceptionGroup as f:
        log(f is e, f.exceptions[0] is e.exceptions[0])
        raise
def t20():
    x = ValueError("shared")
    try:
        raise ExceptionGroup("dup", [x, x, TypeError(1)])
    except* TypeError as e:
        log(show(e))
def t21():
    try:
        raise eg()
    except* ValueError:
        return_value = 1
        raise TypeError("A")
    except* TypeError:
        raise ValueError("B")
    except* OSError:
        raise
for f in (t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12, t13, t14, t15, t16, t17, t18, t19, t20, t21):
    attempt(f)


class Mine(ExceptionGroup):
    pass
class Mine2(ExceptionGroup):
    def derive(self, excs):
        return Mine2("d-" + self.message, excs)
class Mine3(BaseExceptionGroup):
    def derive(self, excs):
        return 5
class E2(ValueError):
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b
def m1():
    m = Mine("m", [ValueError(1), KeyError(2)])
    a, b = m.split(ValueError)
    return show(a), show(b), type(m).__name__, repr(m), str(m), m.args
def m2():
    m = Mine2("m", [ValueError(1), Mine2("in", [KeyError(2), ValueError(3)])])
    a, b = m.split(lambda e: isinstance(e, ValueError))
    return show(a), show(b), show(m.subgroup(KeyError))
def m3():
    return Mine3("m", [ValueError(1), KeyError(2)]).split(ValueError)
def m6():
    return Mine("m", [KeyboardInterrupt()])
def m7():
    g = ExceptionGroup("g", (ValueError(1),))
    return repr(g), str(g), g.exceptions, g.args
def m8():
    g = BaseExceptionGroup("g", [ValueError(1), SystemExit(2)])
    return repr(g), str(g), [type(x).__name__ for x in g.split(Exception)], repr(g.derive([KeyError(1)]))
def m10():
    e = E2(1, 2)
    e.add_note("x")
    return e.args, e.b, e.__notes__, repr(e)
def m12():
    g = ExceptionGroup("g", [ValueError(1)])
    g.exceptions = 5
def m13():
    return ExceptionGroup("g", [ValueError])
def m14():
    return ExceptionGroup("g", [ValueError(1)], 3)
def m15():
    return ExceptionGroup("g", {1: 2})
def m17():
    return isinstance(Mine("x", [KeyError()]), Exception), issubclass(ExceptionGroup, Exception), issubclass(BaseExceptionGroup, Exception), ExceptionGroup.__mro__[1].__name__
def m18():
    g = ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [KeyError(2)])])
    return g.subgroup(lambda e: True) is g, g.subgroup(lambda e: False), show(g.subgroup(lambda e: e.args == (2,)))
def m19():
    try:
        raise ExceptionGroup("outer", [ValueError(1)])
    except Exception as e:
        g = e
    try:
        raise g
    except (KeyError, ExceptionGroup) as x:
        return x is g
def m20():
    g = ExceptionGroup("g", [ValueError(1), KeyError(2)])
    g.__cause__ = OSError("c")
    g.__context__ = LookupError("x")
    g.extra = 5
    a, b = g.split(KeyError)
    return show(a), show(b), hasattr(a, "extra")
for f in (m1, m2, m3, m6, m7, m8, m10, m12, m13, m14, m15, m17, m18, m19, m20):
    attempt(f)


class P:
    def __init__(self, v=None):
        self.v = v
    def __await__(self):
        return (yield self.v)


async def co():
    try:
        await P(1)
    except* ValueError as e:
        log(show(e))
        await P(2)
        raise
    except* KeyError as e:
        log("key", show(e))
        raise RuntimeError("n")
    finally:
        await P(3)
def drive(*acts):
    c = co()
    try:
        for a in acts:
            log(" y", c.throw(a) if isinstance(a, BaseException) else c.send(a))
    except StopIteration as s:
        log(" ret", s.value)
    except BaseException as e:
        log(" exc", show(e))
    c.close()
drive(None, ExceptionGroup("g", [ValueError(1), KeyError(2)]), None, None)
drive(None, ExceptionGroup("g", [ValueError(1), KeyError(2)]), OSError("mid"), None)
drive(None, ValueError("v"), None, None)
drive(None, None, None)
drive(None, OSError("o"), None)
