from scenario import log
s = {3, 1, 2}
s.add(4)
s.add(1)
s.discard(99)
s.remove(3)
log(sorted(s), len(s), 1 in s, 3 in s, set(), sorted({1, 2} | {3}), sorted({1, 2} & {2, 3}))
log(sorted({1, 2, 3} - {2}), sorted({1, 2} ^ {2, 3}), {1} < {1, 2}, {1, 2} <= {1, 2}, {1, 2} == {2, 1})
log(sorted({x % 3 for x in range(10)}), sorted(set("hello")), sorted(s.union([9])), s.issubset(range(10)))
s |= {7}
s.update([8])
log(sorted(s), {1}, bool(set()))
for bad in (lambda: s.remove(100), lambda: {[]}, lambda: hash([])):
    try:
        bad()
    except Exception as error:
        log(type(error).__name__)
