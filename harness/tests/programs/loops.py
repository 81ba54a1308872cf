from scenario import log
for i in range(5):
    if i == 1:
        continue
    if i == 4:
        break
    log(i)
else:
    log("not reached")
for i in []:
    pass
else:
    log("empty")
n = 3
while n:
    n -= 1
    if n == 1:
        continue
    log("n", n)
else:
    log("while else")
while True:
    for x in "ab":
        if x == "b":
            break
    else:
        log("never")
    break
log(x, i)
for i, (a, b) in enumerate([(1, 2), (3, 4)], start=10):
    log(i, a, b)
for a, b in zip("abc", range(2)):
    log(a, b)
log(list(range(10, 0, -3)), list(range(0)), range(5)[2], 3 in range(0, 10, 3), 4 in range(0, 10, 3), len(range(7, 20, 4)))
log([i for i in range(10) if i % 2 if i > 3], [[j for j in range(i)] for i in range(3)])
log(any(x > 2 for x in [1, 2, 3]), all([]), all([1, 0]), any([]))
log(list(map(lambda x: x * 2, [1, 2])), list(filter(None, [0, 1, "", "a"])), list(map(max, [1, 5], [3, 2])))
it = iter([1, 2])
log(next(it), next(it), next(it, "end"))
try:
    next(it)
except StopIteration:
    log("stop")
for i in range(3):
    try:
        if i == 1:
            continue
        log("try", i)
    finally:
        log("finally", i)
a = [1, 2, 3, 4]
for x in a:
    if x == 2:
        a.remove(x)
log(a, list(reversed(range(4))), list(reversed("ab")))
