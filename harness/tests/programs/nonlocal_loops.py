from scenario import log
def schedule():
    queue = []
    done = 0
    def add(fn, *args):
        queue.append((fn, args))
    def run():
        nonlocal done
        while queue:
            fn, args = queue.pop(0)
            try:
                fn(*args)
            except Exception as error:
                log("error", type(error).__name__)
            finally:
                done += 1
        return done
    return add, run
add, run = schedule()
def tick(n):
    log("tick", n)
    if n:
        add(tick, n - 1)
    if n == 1:
        raise ValueError
add(tick, 3)
add(lambda: log("other"))
log(run())
