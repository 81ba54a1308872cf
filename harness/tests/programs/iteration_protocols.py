from scenario import log
class Seq:
    def __init__(self):
        self.calls = 0
    def __iter__(self):
        self.calls += 1
        return iter([1, 2, 3])
    def __len__(self):
        return 3
s = Seq()
log(list(s), tuple(s), sum(s), sorted(s, reverse=True), [*s], max(s), s.calls)
a, b, c = s
log(a, b, c, dict(zip("abc", s)), list(enumerate(s, 5)), set(s) == {1, 2, 3}, 2 in s)
for bad in (5, None, Seq):
    try:
        iter(bad)
    except TypeError as error:
        log("TypeError")
def gen():
    yield from_list[0]
from_list = [9]
log(list(gen()), list(zip()), list(zip([1], [2], [3])), list(map(str, [1, 2])))
class Stop:
    def __iter__(self):
        return self
    def __next__(self):
        raise KeyError("next")
try:
    for _ in Stop():
        pass
except KeyError as error:
    log("raised", error)
z = zip([1, 2, 3], "ab")
log(next(z), list(z))
e = enumerate("xy")
log(next(e), next(e), next(e, None))
