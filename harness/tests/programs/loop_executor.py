import asyncio
from scenario import log, thread_name
loop = asyncio.new_event_loop()
def job(a, b):
    return a + b, thread_name().startswith("asyncio")
log(loop.run_until_complete(loop.run_in_executor(None, job, 1, 2)))
raised = KeyError("job")
def fails():
    raise raised
try:
    loop.run_until_complete(loop.run_in_executor(None, fails))
except KeyError as error:
    log(error is raised)
f = loop.run_in_executor(None, lambda: [1])
f.add_done_callback(lambda future: log("done", future is f, future.result()))
loop.run_until_complete(f)
fs = [loop.run_in_executor(None, lambda n=n: n * n) for n in range(5)]
log([loop.run_until_complete(one) for one in fs])
for bad in (5, "pool"):
    try:
        loop.run_in_executor(bad, job)
    except AttributeError:
        log("AttributeError")
try:
    loop.set_default_executor(5)
except TypeError as error:
    log(error)
loop.close()
