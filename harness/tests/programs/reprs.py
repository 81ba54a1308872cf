from scenario import log
class R:
    def __repr__(self):
        return "R!"
class S:
    def __str__(self):
        return "S!"
    def __repr__(self):
        return "<S>"
log([R(), S()], (R(),), {"k": S(), R(): 1}, str(S()), f"{S()} {S()!r}", repr([None, True, 1.0, "x", b"y"]))
log(repr(int), repr(str), str(ValueError), repr(type(None)), repr(...), NotImplemented)
log(len, repr(range(3)), repr(range(1, 9, 2)), {"a": {"b": {}}}, [[], [[]]], ("",))
log(repr(ValueError("a", 1)), repr(KeyError("k")), str(KeyError("k")), str(OSError(2, "x")), repr(OSError(2, "x")))
class Bad:
    def __repr__(self):
        return 5
try:
    repr(Bad())
except TypeError:
    log("TypeError")
l = [1]
l.append(l)
d = {}
d["d"] = d
log(l, d)
