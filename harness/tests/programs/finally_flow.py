from scenario import log
def returns():
    try:
        return log("value") or "from try"
    finally:
        log("finally")
log(returns())
def overrides():
    try:
        return 1
    finally:
        return 2
log(overrides())
def swallows():
    try:
        raise ValueError
    finally:
        return "swallowed"
log(swallows())
def nested():
    try:
        try:
            return "inner"
        finally:
            log("one")
    finally:
        log("two")
log(nested())
def loop():
    for i in range(4):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            log("body", i)
        finally:
            log("finally", i)
    else:
        log("else")
    return "end"
log(loop())
def break_in_finally():
    for i in range(3):
        try:
            raise ValueError(i)
        finally:
            log("leaving", i)
            break
    return "broke"
log(break_in_finally())
def continue_in_finally():
    n = 0
    while n < 3:
        n += 1
        try:
            raise ValueError
        finally:
            continue
    return n
log(continue_in_finally())
def return_in_except():
    try:
        raise KeyError
    except KeyError:
        return "except"
    finally:
        log("after except")
log(return_in_except())
def raise_in_else():
    try:
        pass
    except ValueError:
        log("not here")
    else:
        raise ValueError("else")
    finally:
        log("still finally")
try:
    raise_in_else()
except ValueError as e:
    log(e)
def return_through_for():
    for x in [1, 2]:
        for y in [3, 4]:
            try:
                return x, y
            finally:
                for z in "ab":
                    if z == "b":
                        break
                    log("z", z)
log(return_through_for())
def deep():
    out = []
    for i in range(3):
        try:
            try:
                if i == 0:
                    continue
                if i == 1:
                    raise KeyError
                return out
            except KeyError:
                out.append("except")
                continue
            finally:
                out.append("finally %d" % i)
        finally:
            out.append("outer %d" % i)
log(deep())
def value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2
log(value_kept())
def return_in_finally_of_return():
    while True:
        try:
            return "a"
        finally:
            break
    return "b"
log(return_in_finally_of_return())
def with_loops():
    for i in range(2):
        with Manager(i):
            for j in range(2):
                with Manager((i, j)):
                    if j == 0:
                        continue
                    if i == 1:
                        return "left"
class Manager:
    def __init__(self, name):
        self.name = name
    def __enter__(self):
        log("enter", self.name)
    def __exit__(self, *args):
        log("exit", self.name, args[0])
log(with_loops())
