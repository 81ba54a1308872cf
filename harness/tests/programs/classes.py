from scenario import log
class Base:
    kind = "base"
    count = 0
    def __init__(self, name):
        self.name = name
        Base.count += 1
    def describe(self):
        return "%s %s" % (self.kind, self.name)
    def __repr__(self):
        return "Base(%r)" % self.name
    def __eq__(self, other):
        return isinstance(other, Base) and self.name == other.name
    def __hash__(self):
        return hash(self.name)
    def __call__(self, *a):
        return "called", a
    def __len__(self):
        return len(self.name)
    def __getitem__(self, i):
        return self.name[i]
    def __contains__(self, x):
        return x in self.name
    def __add__(self, other):
        return self.name + other
    def __lt__(self, other):
        return self.name < other.name
    @property
    def upper(self):
        return self.name.upper()
    @staticmethod
    def static(x):
        return x + 1
    @classmethod
    def make(cls, n):
        return cls("made " + n)
class Child(Base):
    kind = "child"
    def __init__(self, name, extra=0):
        super().__init__(name)
        self.extra = extra
    def describe(self):
        return "<" + super().describe() + ">"
    def __str__(self):
        return "child " + self.name
b, c = Base("one"), Child("two", extra=5)
log(b, c, repr(c), str(c), f"{c} {c!r}", b.describe(), c.describe(), c.extra, Base.count)
log(b == Base("one"), b != c, b == 3, {b: 1}[Base("one")], b(1, 2), len(c), c[0], "w" in c, b + "!", b < c)
log(b.upper, Base.static(1), b.static(2), Child.make("x"), type(c).__name__, type(c) is Child, isinstance(c, Base))
log(issubclass(Child, Base), issubclass(Base, Child), isinstance(1, (str, int)), c.kind, Child.kind, Base.kind)
c.kind = "own"
log(c.kind, hasattr(c, "extra"), hasattr(c, "none"), getattr(c, "none", 5), sorted([c, b], key=lambda o: o.name))
del c.kind
log(c.kind, Child.__name__, Child.__qualname__, Child.__base__.__name__)
setattr(b, "dynamic", 1)
log(b.dynamic, c.__class__.__name__, bool(b), bool(Base("")))
m = c.describe
log(m(), m == c.describe, m.__name__, m.__self__ is c)
class Empty:
    pass
e = Empty()
log(e == e, e == Empty(), isinstance(e, object), bool(e))
class Iter:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n
log(list(Iter(3)), [x for x in Iter(2)], sum(Iter(4)), 2 in Iter(5))
class Attr:
    def __getattr__(self, name):
        return "computed " + name
log(Attr().anything)
class Unhashable:
    def __eq__(self, other):
        return True
for bad in (lambda: Empty().x, lambda: Empty(1), lambda: hash(Unhashable()), lambda: Empty() < Empty(),
            lambda: Empty()(), lambda: Empty()[0], lambda: len(Empty()), lambda: Base(), lambda: Empty.x):
    try:
        bad()
    except Exception as error:
        log(type(error).__name__)
def local():
    class Inner:
        def m(self):
            return __class__.__name__
    return Inner
log(local()().m(), local().__qualname__)
