from scenario import log
class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        log("enter", self.name)
        return self.name.upper()
    def __exit__(self, kind, error, trace):
        log("exit", self.name, kind and kind.__name__, error)
        return self.swallow
with Manager("a") as a, Manager("b") as b:
    log(a, b)
with Manager("plain"):
    pass
with Manager("swallows", True):
    raise ValueError("gone")
log("after")
try:
    with Manager("passes on"):
        raise ValueError("kept")
except ValueError as error:
    log(error, error.__context__)
def f():
    with Manager("return") as m:
        return m
log(f())
for i in range(3):
    with Manager("loop"):
        if i == 0:
            continue
        break
class Bad:
    def __enter__(self):
        raise KeyError("enter")
    def __exit__(self, *args):
        log("never")
try:
    with Manager("outer"), Bad():
        log("never")
except KeyError as error:
    log(error)
try:
    with 5:
        pass
except (TypeError, AttributeError):
    log("no manager")
class Inner:
    def __enter__(self):
        return [1, (2, 3)]
    def __exit__(self, *args):
        pass
with Inner() as [x, (y, z)]:
    log(x, y, z)
with Manager("o", True), Manager("i"):
    raise OSError(1, "text")
