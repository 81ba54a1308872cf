"""The builtins aiter and anext."""
# needs: 3.10
from scenario import log
class P:
    def __init__(self, v=None):
        self.v = v
    def __await__(self):
        return (yield self.v)
class It:
    def __init__(self, n):
        self.n = n
    def __aiter__(self):
        return self
    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        return await P(self.n)
def run(c):
    v, ys = None, []
    try:
        while True:
            v = c.send(v)
            ys.append(v)
    except StopIteration as e:
        log(ys, e.value)
    except BaseException as e:
        log(ys, type(e).__name__, e)
async def f():
    i = aiter(It(2))
    r = [await anext(i), await anext(i), await anext(i, "default")]
    try:
        await anext(i)
    except StopAsyncIteration:
        r.append("end")
    return r
run(f())
async def g():
    i = It(3)
    while (x := await anext(i, None)) is not None:
        log(x)
run(g())
for bad in (lambda: aiter(5), lambda: anext(5), lambda: anext(It)):
    try:
        bad()
    except TypeError as e:
        log("TypeError", e)
