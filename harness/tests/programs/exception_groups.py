"""Groups of exceptions, and except*."""
# needs: 3.11
from scenario import log


def show(e):
    if isinstance(e, BaseExceptionGroup):
        return "%s(%r, %s)" % (type(e).__name__, e.message, [show(x) for x in e.exceptions])
    return repr(e)


group = ExceptionGroup("all", [ValueError(1), KeyError("k"),
                               ExceptionGroup("inner", [ValueError(2), OSError(3)])])
log(group, repr(group), group.args[0], len(group.exceptions))
log(isinstance(group, Exception), isinstance(group, BaseExceptionGroup))
log(show(BaseExceptionGroup("b", [KeyError(1)])), show(BaseExceptionGroup("b", [KeyboardInterrupt()])))
match, rest = group.split(ValueError)
log(show(match), show(rest))
log(show(group.subgroup((KeyError, OSError))), group.subgroup(TypeError))
log(show(group.subgroup(lambda e: isinstance(e, OSError))))
log(group.split(Exception)[0] is group, group.split(Exception)[1])
log(show(group.derive([TypeError(9)])))
for make in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup("x", 5),
             lambda: ExceptionGroup(1, [KeyError()]), lambda: ExceptionGroup("x"),
             lambda: ExceptionGroup("x", [KeyboardInterrupt()])):
    try:
        make()
    except (TypeError, ValueError) as e:
        log(type(e).__name__)


def run(what, *extra):
    try:
        try:
            raise what
        except* ValueError as e:
            log("values", show(e), repr(e.__context__))
            if "again" in extra:
                raise
            if "new" in extra:
                raise TypeError("new")
        except* KeyError:
            log("keys")
            if "new" in extra:
                raise LookupError("other")
        else:
            log("else")
        finally:
            log("finally")
    except BaseException as e:
        log("left", show(e), "context", show(e.__context__) if e.__context__ else None)
        if isinstance(e, BaseExceptionGroup):
            log([show(x.__context__) if x.__context__ else None for x in e.exceptions])
    else:
        log("nothing left")


run(group)
run(group, "again")
run(group, "new")
run(ValueError("bare"))
run(ValueError("bare"), "again")
run(ValueError("bare"), "new")
run(TypeError("other"))
run(ExceptionGroup("two", [ValueError(1), KeyError(2)]))
run(BaseExceptionGroup("base", [ValueError(1), KeyboardInterrupt()]))
try:
    try:
        raise KeyError
    except* ExceptionGroup:
        pass
except TypeError as e:
    log(e)


class Mine(ExceptionGroup):
    def derive(self, excs):
        return Mine(self.message + "!", excs)

log([show(x) for x in Mine("mine", [ValueError(1), KeyError(2)]).split(KeyError)])
try:
    raise group from OSError("cause")
except ExceptionGroup as e:
    part = e.subgroup(OSError)
    log(repr(part.__cause__), part.__suppress_context__)
error = ValueError("noted")
error.add_note("one")
error.add_note("two")
log(error.__notes__)
for i in range(2):
    try:
        raise group
    except* OSError:
        log("os")
    except* Exception:
        log("rest")
