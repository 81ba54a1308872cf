from scenario import log
log([*range(3), *"ab"], (*[1], 2), {*[1], *[1]}, {**{"a": 1}, "b": 2, **{"a": 3}})
def f(*a, **k):
    return a, sorted(k.items())
log(f(*[1, 2], 3, *(4,), x=1, **{"y": 2}))
a = b = [1]
a.append(2)
log(a is b, b)
i = 0
values = [10, 20, 30]
i, values[i] = 1, 99
log(i, values)
(x, y), z = [1, 2], 3
log(x, y, z)
d = {}
d["k"], d["l"] = 1, 2
log(d)
class O:
    pass
o = O()
o.a, (o.b, *o.c) = 1, (2, 3, 4)
log(o.a, o.b, o.c)
for first, *rest in [(1, 2, 3), "ab"]:
    log(first, rest)
m = [[1, 2], [3, 4]]
m[1][0] += 10
m[0] += [5]
o.a += 5
d["k"] -= 1
log(m, o.a, d)
for bad in (lambda: f(*5), lambda: f(**5), lambda: [*None]):
    try:
        bad()
    except TypeError:
        log("TypeError")
