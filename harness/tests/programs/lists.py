from scenario import log
a = [3, 1, 2]
a.append(5)
a.extend((7, 8))
a.insert(0, "first")
a.insert(-1, "before last")
log(a, len(a), a[0], a[-1], a[1:3], a[::-1], a[::2], a[-2:])
log(a.pop(), a.pop(0), a, a.index(2), a.count(1), 5 in a, 99 in a)
a.remove(1)
del a[0]
log(a)
a[0] = "zero"
a[1:2] = [10, 20, 30]
log(a)
del a[1:3]
a += ["x"]
log(a, a * 2, [1] + [2], [0] * 3)
b = [5, 2, 9, 1]
b.sort()
log(b, sorted(b, reverse=True), sorted(["bb", "a", "ccc"], key=len), sorted("hello"))
b.sort(key=lambda x: -x)
b.reverse()
log(b, b.copy() == b, b.copy() is b, list(reversed(b)), list(range(3)), list("abc"))
pairs = [(1, "b"), (0, "z"), (1, "a")]
pairs.sort(key=lambda p: p[0])
log(pairs, sorted(pairs), max(pairs), [1, 2] < [1, 3], [1] < [1, 0], [] == [])
b.clear()
log(b, not b)
nested = [[]] * 2
nested[0].append(1)
nested.append(nested)
log(nested)
for bad in (lambda: [1][3], lambda: [].pop(), lambda: [].remove(1), lambda: [1]["a"], lambda: [1, "a"].sort(), lambda: {[]: 1}):
    try:
        bad()
    except Exception as error:
        log(type(error).__name__)
