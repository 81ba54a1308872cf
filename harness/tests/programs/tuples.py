from scenario import log
t = (1, "a", 2.5)
log(t, len(t), t[0], t[-1], t[1:], t + (4,), t * 2, (), (1,), 1 in t, t.index("a"), t.count(1))
log((1, 2) < (1, 3), (1, 2) == (1, 2), (1,) == [1], hash((1, 2)) == hash((1, 2)), tuple([1, 2]), tuple("ab"))
x, y = 1, 2
x, y = y, x
log(x, y)
(a, b), [c, *d] = (1, 2), [3, 4, 5]
log(a, b, c, d)
*head, last = "abc"
log(head, last)
first, *middle, end = range(6)
log(first, middle, end)
log({(1, 2): "key"}[(1, 2)], *t, sep_free := 3)
for bad in (lambda: t[9], lambda: exec_unpack([1]), lambda: exec_unpack([1, 2, 3]), lambda: exec_unpack(5)):
    try:
        def exec_unpack(v):
            p, q = v
        bad()
    except Exception as error:
        log(type(error).__name__)
try:
    t[0] = 1
except TypeError as error:
    log(type(error).__name__)
