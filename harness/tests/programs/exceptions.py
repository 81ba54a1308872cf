from scenario import log
class AppError(Exception):
    pass
class Detailed(AppError):
    def __init__(self, code, text="none"):
        super().__init__(code, text)
        self.code = code
    def __str__(self):
        return "code %s" % self.code
def attempt(f):
    try:
        return f()
    except AppError as error:
        return "app", type(error).__name__, str(error), error.args
    except (KeyError, IndexError) as error:
        return "lookup", type(error).__name__, str(error)
    except Exception as error:
        return "other", type(error).__name__, str(error), repr(error)
    else:
        return "else"
    finally:
        log("finally")
def raiser(e):
    def f():
        raise e
    return f
log(attempt(lambda: 1))
for e in (AppError("a"), AppError, AppError(), AppError(1, 2), Detailed(5), KeyError("k"), IndexError("i"),
          ValueError("v"), TypeError(), OSError(2, "no such"), RuntimeError("r", 1), StopIteration(3), LookupError("l")):
    log(attempt(raiser(e)))
try:
    raise Detailed(7)
except Detailed as error:
    log(error.code, error, error.args)
try:
    log(error)
except NameError:
    log("the name is gone")
try:
    try:
        1 / 0
    except ZeroDivisionError as first:
        raise ValueError("second") from first
except ValueError as second:
    log(type(second.__cause__).__name__, second.__cause__ is second.__context__, second.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("second") from None
except ValueError as second:
    log(second.__cause__, type(second.__context__).__name__, second.__suppress_context__)
try:
    try:
        [][0]
    finally:
        {}["k"]
except KeyError as error:
    log(type(error.__context__).__name__)
def reraise():
    try:
        1 / 0
    except ZeroDivisionError:
        log("handling")
        raise
try:
    reraise()
except ZeroDivisionError as error:
    log("again", error.__context__)
try:
    raise
except RuntimeError as error:
    log(error)
for bad in (1, "text", int):
    try:
        raise bad
    except TypeError as error:
        log(error)
try:
    try:
        raise ValueError
    except 5:
        pass
except TypeError as error:
    log("bad except", type(error.__context__).__name__)
try:
    raise SystemExit(3)
except SystemExit as error:
    log(error.code, isinstance(error, Exception), isinstance(error, BaseException))
try:
    assert 1 == 2, "message"
except AssertionError as error:
    log(repr(error))
try:
    assert []
except AssertionError as error:
    log(repr(error))
e = ValueError("note")
e.extra = 5
log(e.extra, e.__context__, e.__cause__, ValueError("a") == ValueError("a"), e == e)
log(issubclass(KeyError, LookupError), issubclass(TimeoutError, OSError), issubclass(BlockingIOError, OSError))
log(type(e).__mro__[1].__name__, ValueError.__name__, OSError(1, "x").errno, OSError(1, "x").strerror, OSError("y").errno)
