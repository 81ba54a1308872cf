from scenario import log
log(1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1, 1 == 1 != 2, 1 < 2 > 1 <= 1)
def noisy(x):
    log("eval", x)
    return x
log(noisy(1) < noisy(2) < noisy(3))
log(noisy(5) < noisy(2) < noisy(3))
log(1 is 1, None is None, [] is [], not 0, not [1], 1 in [1], 2 not in [1])
log(1 and 2, 0 and 2, 0 or 3, 1 or 2, None or [] or "x", not None and 5)
log(noisy(0) and noisy(1), noisy(1) or noisy(2))
log("yes" if 1 else "no", "yes" if [] else "no", (1 if 0 else 2) + 1)
log(1 == "1", None == 0, [] == (), "a" != "b", 1 != 1.0, True is True, (1, 2) != (1, 2))
log([1, [2, 3]] == [1, [2, 3]], {"a": [1]} == {"a": [1]}, 1.5 > 1, "b" > "a")
class Eq:
    def __eq__(self, other):
        log("eq")
        return NotImplemented
    def __hash__(self):
        return 1
log(Eq() == 1, 1 == Eq(), Eq() != 2)
class Lt:
    def __lt__(self, other):
        return True
    def __gt__(self, other):
        return "gt"
log(Lt() < 1, 1 > Lt(), 1 < Lt(), min(Lt(), 5) == 5)
nan = float("nan")
log(nan == nan, nan in [nan], [nan] == [nan], nan != nan)
