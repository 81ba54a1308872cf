from scenario import log
class Acc:
    def __init__(self):
        self.log = []
    def __iadd__(self, x):
        self.log.append(x)
        return self
    def __add__(self, x):
        return "added"
    def __radd__(self, x):
        return "radded"
a = Acc()
b = a
a += 1
a += 2
log(a is b, a.log, a + 1, 1 + a)
l = [1]
m = l
l += (2, 3)
log(m, l is m)
s = "a"
s += "b"
s *= 2
t = (1,)
u = t
t += (2,)
log(s, t, u)
d = {"n": 0}
for _ in range(3):
    d["n"] += 2
log(d)
def index():
    log("index")
    return 0
l[index()] += 10
log(l)
class P:
    pass
p = P()
p.x = 1
p.x **= 2
p.x <<= 4
log(p.x)
try:
    t[0] += 1
except TypeError:
    log("TypeError", t)
try:
    n = None
    n += 1
except TypeError:
    log("TypeError")
