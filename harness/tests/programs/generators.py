from scenario import log
def count(n):
    log("start")
    for i in range(n):
        got = yield i
        if got:
            log("got", got)
    log("end")
    return "result"
log(list(count(3)))
g = count(2)
log(next(g), g.send("x"))
try:
    next(g)
except StopIteration as stop:
    log(stop.value)
log(next(g, "over"))
def guarded():
    try:
        while True:
            try:
                yield "waiting"
            except ValueError as error:
                log("caught", error)
    finally:
        log("closed")
g = guarded()
next(g)
log(g.throw(ValueError("thrown")))
g.close()
g.close()
g = guarded()
next(g)
del g
def fails():
    yield 1
    raise KeyError("inside")
g = fails()
next(g)
try:
    next(g)
except KeyError as error:
    log(error)
log(list(g))
total = (x * x for x in range(4) if x % 2)
log(next(total), list(total), sum(x for x in range(5)))
log(", ".join(str(x) for x in (1, 2)), dict((x, x) for x in "ab"), max(len(w) for w in ["a", "bbb"]))
def stop():
    raise StopIteration
    yield
try:
    next(stop())
except RuntimeError as error:
    log(type(error.__cause__).__name__)
def pairs():
    for i in range(2):
        for j in range(2):
            yield i, j
for a, b in pairs():
    log(a, b)
g = count(1)
try:
    g.throw(ValueError)
except ValueError:
    log("before start")
def outer_handling():
    try:
        raise ValueError
    except ValueError:
        yield 1
        try:
            raise KeyError
        except KeyError as e:
            log(type(e.__context__).__name__)
for _ in outer_handling():
    try:
        raise TypeError
    except TypeError as e:
        log(e.__context__)
