from scenario import log
x = "module"
class A:
    before = x
    x = "class"
    after = x
    def method(self):
        return x
    def get(self):
        return self.x
    for i in range(2):
        pass
    if i:
        flag = True
    listed = [i for i in range(3)]
    try:
        1 / 0
    except ZeroDivisionError:
        caught = True
log(A.before, A.after, A().method(), A().get(), A.i, A.flag, A.listed, A.caught)
def make(n):
    class Local:
        value = n
        def read(self):
            return n
        class Nested:
            deep = n
    return Local
log(make(3).value, make(4)().read(), make(5).Nested.deep, make(1).Nested.__qualname__)
class Counter:
    total = 0
    def up(self):
        self.total += 1
        return Counter.total, self.total
c = Counter()
log(c.up(), c.up(), Counter.total)
class B(A):
    x = "derived"
log(B().get(), B.before, B().method())
class Stack:
    def __init__(self):
        self.items = []
    def push(self, *xs):
        for one in xs:
            self.items.append(one)
        return self
    def __bool__(self):
        return bool(self.items)
log(Stack().push(1).push(2, 3).items, bool(Stack()), bool(Stack().push(0)))
