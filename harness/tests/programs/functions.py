from scenario import log
def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw
log(f(1, c=3), f(1, 5, 6, 7, c=0, d=1, e=9), f(c=1, a=2), f(*[1, 2, 3], **{"c": 4}), f(1, *(2,), c=3, **{"z": 1}))
def posonly(a, b=1, /, c=2):
    return a, b, c
log(posonly(1), posonly(1, 2, 3), posonly(1, c=9))
def default(x, into=[]):
    into.append(x)
    return into
log(default(1), default(2), default(3, []))
log((lambda: 5)(), (lambda x, *y: (x, y))(1, 2), (lambda **k: k)(a=1), f.__name__, (lambda: 0).__name__)
def outer():
    def inner():
        pass
    return inner
log(outer().__qualname__, outer.__name__, callable(f), callable(3))
def recurse(n):
    return 1 if n == 0 else n * recurse(n - 1)
log(recurse(15))
def nothing():
    return
log(nothing(), (lambda: None)())
def multiple():
    return 1, 2
one, two = multiple()
log(one, two)
def decorate(g):
    def wrapped(*a, **k):
        log("calling", g.__name__)
        return g(*a, **k)
    return wrapped
@decorate
@decorate
def added(a, b):
    return a + b
log(added(1, b=2))
f.attribute = "on a function"
log(f.attribute)
for bad in (lambda: f(), lambda: f(1), lambda: f(1, c=1, a=2), lambda: posonly(), lambda: posonly(a=1),
            lambda: posonly(1, 2, 3, 4), lambda: posonly(1, x=1), lambda: f(1, c=1, **{"c": 2}), lambda: 5()):
    try:
        bad()
    except TypeError as error:
        log(type(error).__name__)
def missing(a, b, *, k):
    pass
for call in (lambda: missing(), lambda: missing(1, 2), lambda: missing(1, 2, 3, k=1), lambda: missing(1, 2, k=1, z=1)):
    try:
        call()
    except TypeError as error:
        log(error)
def deep(n):
    return deep(n + 1)
try:
    deep(0)
except RecursionError:
    log("too deep")
