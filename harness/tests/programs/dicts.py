from scenario import log
d = {"b": 1, "a": 2}
d["c"] = 3
log(d, len(d), d["a"], "a" in d, "z" in d, d.get("z"), d.get("z", 0), list(d), list(d.values()))
for key, value in d.items():
    log(key, value)
del d["b"]
d["b"] = 9
log(d, d.pop("a"), d.pop("zz", None), d, d.setdefault("n", []), d.setdefault("c", 0))
d.update({"x": 1}, y=2)
d.update([("p", 1)])
log(d, dict(a=1, b=2), dict([("k", "v")]), dict({"m": 1}), {**d, "x": 5}["x"], d.copy() == d)
log({1: "int", 1.0: "float", True: "bool"}, {None: 0, (1, 2): 1}, d.popitem())
log({k: len(k) for k in ("a", "bb")}, {1: 2} == {1: 2}, {1: 2} == {1: 3}, sorted({"q": 1, "p": 2}))
keys = d.keys()
d["late"] = 1
log(len(keys), "late" in keys, list(keys)[-1])
d.clear()
log(d, bool(d))
for i in range(100):
    d[i] = i * i
for i in range(0, 100, 3):
    del d[i]
log(len(d), sum(d.values()), list(d)[:5])
for bad in (lambda: {}["k"], lambda: {}.popitem(), lambda: d.pop("none"), lambda: dict([1])):
    try:
        bad()
    except Exception as error:
        log(type(error).__name__)
try:
    for k in d:
        d[str(k)] = 1
except RuntimeError as error:
    log(error)
try:
    {}["missing"]
except KeyError as error:
    log(error, error.args)
