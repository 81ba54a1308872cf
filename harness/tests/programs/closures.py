from scenario import log
def counter(start):
    n = start
    def up(by=1):
        nonlocal n
        n += by
        return n
    def get():
        return n
    return up, get
up, get = counter(10)
up()
up(5)
log(get())
up2, get2 = counter(0)
up2()
log(get(), get2())
fs = []
for i in range(3):
    fs.append(lambda: i)
log([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
log([f() for f in fs])
g = [lambda: j for j in range(3)]
log([f() for f in g])
x = "global"
def shadow():
    x = "local"
    class C:
        x = "class"
        y = x
        def read(self):
            return x
        z = [x for _ in range(1)]
    return C.y, C().read(), C.z
log(shadow())
def use_global():
    global x, fresh
    x = "changed"
    fresh = 1
use_global()
log(x, fresh)
def late():
    def inner():
        return value
    try:
        inner()
    except NameError as error:
        log(type(error).__name__)
    value = 7
    return inner()
log(late())
def unbound():
    log(y)
    y = 1
try:
    unbound()
except UnboundLocalError as error:
    log(type(error).__name__, isinstance(error, NameError))
try:
    undefined_name
except NameError as error:
    log(error)
def cell_argument(a, *rest):
    def inner():
        return a, rest
    a += 1
    return inner
log(cell_argument(1, 2)())
def deleted():
    v = 1
    del v
    try:
        v
    except UnboundLocalError:
        log("deleted")
deleted()
def three():
    a = 1
    def two():
        def one():
            nonlocal a
            a = 2
        one()
    two()
    return a
log(three())
