from scenario import log
a = [0, 1, 2, 3, 4]
del a[1], a[-1]
log(a)
d = {"x": 1, "y": 2}
del d["x"]
log(d)
class C:
    pass
c = C()
c.v = 1
del c.v
log(hasattr(c, "v"))
x = y = 1
del x, y
for name in ("x", "y"):
    try:
        x
    except NameError:
        log("gone")
(p, q) = 1, 2
del (p, q)
try:
    p
except NameError:
    log("p gone")
try:
    del a[99]
except IndexError:
    log("IndexError")
try:
    del d["none"]
except KeyError as e:
    log("KeyError", e)
try:
    del c.none
except AttributeError:
    log("AttributeError")
try:
    del undefined
except NameError:
    log("NameError")
def f():
    z = 1
    def g():
        return z
    del z
    try:
        g()
    except NameError:
        log("free gone")
f()
