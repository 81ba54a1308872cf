import asyncio
from scenario import collect, log
loop = asyncio.new_event_loop()
f = loop.create_future()
log(isinstance(f, asyncio.Future), asyncio.isfuture(f), f.done(), f.cancelled(), f.get_loop() is loop)
for bad in (f.result, f.exception):
    try:
        bad()
    except asyncio.InvalidStateError as error:
        log(error)
def one(future):
    log("one", future is f, future.result())
def two(future):
    log("two")
f.add_done_callback(one)
f.add_done_callback(two)
f.add_done_callback(two)
log(f.remove_done_callback(two), f.remove_done_callback(two))
f.add_done_callback(two)
value = ["result"]
f.set_result(value)
try:
    f.set_result(2)
except asyncio.InvalidStateError:
    log("set twice")
log(f.cancel(), f.result() is value, f.exception())
log(loop.run_until_complete(f) is value)
g = asyncio.Future(loop=loop)
error = KeyError("stored")
g.set_exception(error)
log(g.exception() is error, g.exception() is error)
try:
    loop.run_until_complete(g)
except KeyError as raised:
    log(raised is error)
try:
    try:
        raise ValueError
    except ValueError:
        g.result()
except KeyError as raised:
    log(type(raised.__context__).__name__)
h = loop.create_future()
h.set_exception(ZeroDivisionError)
log(repr(h.exception()))
for bad in (5, int, "x"):
    try:
        loop.create_future().set_exception(bad)
    except TypeError:
        log("TypeError")
c = loop.create_future()
log(c.cancel("why"), c.cancelled(), c.done(), c.cancel())
try:
    c.result()
except asyncio.CancelledError as e:
    log(e.args)
try:
    loop.run_until_complete(5)
except TypeError as e:
    log("TypeError")
other = asyncio.new_event_loop()
try:
    other.run_until_complete(loop.create_future())
except ValueError:
    log("other loop")
other.close()
class Noisy:
    def __del__(self):
        log("result dropped")
def lifetime():
    n = loop.create_future()
    n.add_done_callback(lambda future: log("called", future.done()))
    n.set_result(Noisy())
lifetime()
log("future only in its callback")
loop.call_soon(loop.stop)
loop.run_forever()
def abandoned():
    p = loop.create_future()
    p.add_done_callback(lambda future, kept=Noisy(): None)
abandoned()
log("abandoned")
def handler(which, context):
    log(sorted(context), context["message"], isinstance(context["future"], asyncio.Future))
    log(context["future"].done(), which is loop)
loop.set_exception_handler(handler)
q = loop.create_future()
q.set_exception(OSError("unseen"))
del q
collect()
loop.close()
