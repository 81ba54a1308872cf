from scenario import log
def chain(e):
    names = []
    while e is not None:
        names.append(type(e).__name__)
        e = e.__context__
    return names
def inner():
    raise KeyError
def outer():
    try:
        raise ValueError
    except ValueError:
        inner()
try:
    outer()
except KeyError as e:
    log(chain(e))
try:
    try:
        raise ValueError
    except ValueError:
        try:
            raise TypeError
        except TypeError:
            raise IndexError
except IndexError as e:
    log(chain(e))
try:
    try:
        raise ValueError
    except ValueError:
        try:
            raise TypeError
        except TypeError:
            pass
        raise IndexError
except IndexError as e:
    log(chain(e))
saved = None
try:
    raise ValueError
except ValueError as e:
    saved = e
try:
    raise saved
except ValueError as e:
    log(chain(e), e is saved)
try:
    try:
        raise ValueError("a")
    except ValueError as a:
        raise a
except ValueError as e:
    log(chain(e))
first, second = ValueError("1"), TypeError("2")
try:
    try:
        try:
            raise first
        except ValueError:
            raise second
    except TypeError:
        raise first
except ValueError as e:
    log(chain(e), second.__context__)
def cleanup():
    try:
        raise OSError
    finally:
        try:
            raise KeyError
        except KeyError as k:
            log(chain(k))
try:
    cleanup()
except OSError as e:
    log(chain(e))
for i in range(2):
    try:
        try:
            raise ValueError
        except ValueError:
            if i:
                raise TypeError
            continue
    except TypeError as e:
        log(chain(e))
try:
    raise KeyError
except KeyError as e:
    log(chain(e))
def f():
    try:
        return 1
    finally:
        try:
            raise KeyError
        except KeyError as e:
            log(chain(e))
f()
class Manager:
    def __enter__(self):
        return self
    def __exit__(self, kind, error, trace):
        log(chain(error) if error else None)
        raise RuntimeError
try:
    with Manager():
        raise ValueError
except RuntimeError as e:
    log(chain(e))
try:
    with Manager():
        pass
except RuntimeError as e:
    log(chain(e))
