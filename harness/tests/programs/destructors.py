from scenario import collect, log
class D:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        log("del", self.name)
d = D("rebound")
d = None
D("temporary")
d = D("deleted")
alias = d
del d
log("still there")
del alias
def f(argument):
    log("in f")
    return 1
f(D("argument"))
def with_local():
    local = D("local")
    log("in with_local")
with_local()
items = [D("first"), D("second"), D("third")]
items.pop(1)
items[0] = None
log("clearing")
items.clear()
table = {"k": D("in dict")}
table["k"] = 1
def g():
    kept = D("closed over")
    return lambda: kept.name
h = g()
log(h())
h = None
class Holder:
    pass
holder = Holder()
holder.d = D("attribute")
holder.d = D("attribute two")
del holder
try:
    raised = D("in frame of exception")
    raise ValueError
except ValueError:
    pass
del raised
a, b = Holder(), Holder()
a.other, b.other = b, a
a.d = D("in a cycle")
del a, b
log("cycle dropped")
collect()
log("collected")
saved = []
class Phoenix:
    def __del__(self):
        saved.append(self)
        log("saved")
p = Phoenix()
p = None
log(len(saved))
saved.clear()
log("twice")
for i in range(2):
    x = D("loop %d" % i)
log("after loop")
x = 0
