from scenario import in_thread, log, pause, start_thread, thread_name
def work(x):
    log("in thread", x, thread_name() != "MainThread")
    return x * 2
log(in_thread(work, 21), thread_name())
def fails():
    raise KeyError("from thread")
try:
    in_thread(fails)
except KeyError as error:
    log(error)
order = []
def waits():
    pause(0.125)
    order.append("thread")
    return "done"
thread = start_thread(waits)
order.append("main")
log(thread.join(), order)
threads = [start_thread(lambda n=n: n * n) for n in range(4)]
log([t.join() for t in threads])
